import { type Programme, programmeNames } from '../domain/programme.js'
import type { Context } from './rule.js'

/** The lines of one of the county's customary forms. */
export interface Ledger<Entry> {
  readonly entries: readonly Entry[]
  /** Why it is not kept, or not wholly, in Chinese; null when nothing is missing. Then no entries means 本月无. */
  readonly open: string | null
}

/** Why a ledger that needs one of the rosters cannot be kept, or null. */
export function missingRoster(anyOf: readonly Programme[], context: Context): string | null {
  return anyOf.some((programme) => context.delivered(programme)) ? null : `本月没有收到${programmeNames(anyOf)}名册`
}

/** Why a ledger that needs a column of one of the rosters is not kept: none of their files has it. Null where one has, or nobody noted the columns. */
export function missingColumn(
  field: string,
  heading: string,
  anyOf: readonly Programme[],
  { deliveries }: Pick<Context, 'deliveries'>,
): string | null {
  const files = deliveries.filter((delivery) => delivery.programmes.some((programme) => anyOf.includes(programme)))
  const noted = files.filter(({ columns }) => columns !== undefined)
  if (noted.length === 0 || noted.some(({ columns }) => columns?.[field] !== undefined)) return null
  return `${programmeNames(anyOf)}名册没有“${heading}”一栏`
}
