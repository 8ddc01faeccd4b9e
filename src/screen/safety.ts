import type { Programme } from '../domain/programme.js'

/** A safety stop (domain D14): a roster, or one township of it, that is missing or fell by more than a fifth against last month. */
export interface SafetyStop {
  readonly programme: Programme
  /** null: the whole roster. */
  readonly township: string | null
  readonly rowsBefore: number
  readonly rowsNow: number
}
