import { groupBy } from '../domain/group.js'
import type { Mask } from '../domain/mask.js'
import { addMonths, type Month } from '../domain/month.js'
import { unplaced } from '../domain/place.js'
import type { LedgerCase, ReturnedFile } from '../track/ledger.js'

/** What reports and ledgers are made of: the history as it stood at the end of a month. Plain data, no clock. */
export interface ProgressView {
  readonly county: string
  /** Up to and with this month. */
  readonly month: Month
  /** The first month of the period: January of its year, or a later one when the history begins later. */
  readonly from: Month
  /** In the order of towns.csv. */
  readonly townships: readonly string[]
  readonly mask: Mask
  /** Day of the next month by which a month's books are answered. */
  readonly dueDay: number
  /** Every case of the history. */
  readonly ledger: readonly LedgerCase[]
  /** Those that townships were asked in the period: what the figures count. */
  readonly asked: readonly LedgerCase[]
  /** What came back in the period. */
  readonly returned: readonly ReturnedFile[]
}

/** The cases of the period by township, those of no known township last, every township of towns.csv with its cases or none. */
export function byTownship({ asked, townships }: ProgressView): ReadonlyMap<string, readonly LedgerCase[]> {
  const known = new Set(townships)
  const groups = groupBy(asked, ({ finding: { township } }) =>
    township !== null && known.has(township) ? township : unplaced,
  )
  const named: (readonly [string, readonly LedgerCase[]])[] = townships.map((name) => [name, groups.get(name) ?? []])
  const rest = groups.get(unplaced)
  return new Map(rest ? [...named, [unplaced, rest]] : named)
}

/** The months of the period, earliest first. */
export function monthsOf({ from, month }: Pick<ProgressView, 'from' | 'month'>): Month[] {
  const months: Month[] = []
  for (let at = from; at <= month; at = addMonths(at, 1)) months.push(at)
  return months
}
