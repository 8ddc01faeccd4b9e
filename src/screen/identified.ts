import type { Month } from '../domain/month.js'
import type { Household } from '../match/person.js'
import { field } from './standing.js'

/** The month in which the poverty system identified a household, which is that of its first member; null when no row says. */
export function firstIdentified({ records }: Household): Month | null {
  const months = records.map((record) => field(record, 'identifiedMonth')).filter((month) => month !== null)
  return months.sort()[0] ?? null
}
