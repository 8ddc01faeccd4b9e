import type { PersonRecord } from '../ingest/source.js'
import type { HouseholdRows } from './household-rows.js'

/** The rows of household `at` in the order of `records`, the list that was grouped. Makes a list: not for a walk over all of a county's households. */
export function rowsOfHousehold<R extends PersonRecord>(
  { starts, rows }: HouseholdRows,
  at: number,
  records: readonly R[],
): readonly R[] {
  return Array.from(rows.subarray(starts[at], starts[at + 1]), (position) => records[position] as R)
}
