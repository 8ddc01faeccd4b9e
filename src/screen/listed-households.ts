import type { PersonRecord } from '../ingest/source.js'

/**
 * The rows that list somebody, by the household each is of. Rows of one household come from two exports of it, and the head has a row of their own:
 * neither is a second household (domain C02 d).
 */
export function distinctHouseholds(records: readonly PersonRecord[]): readonly (readonly PersonRecord[])[] {
  const groups: PersonRecord[][] = []
  for (const record of records) {
    const group = groups.find((rows) => rows.some((row) => sameHousehold(row, record)))
    if (group) group.push(record)
    else groups.push([record])
  }
  return groups
}

/** The canonical id of the head that a row names, or null. An empty head's id in a member export means that the row is the head (domain B.3.1). */
export function headIdIn(record: PersonRecord): string | null {
  return record.headIdNumber?.value ?? (record.relation === '户主' ? (record.idNumber?.value ?? null) : null)
}

// Numbers decide where both rows have one, then heads; rows that say too little to differ are the same household.
function sameHousehold(a: PersonRecord, b: PersonRecord): boolean {
  if (a.system !== b.system) return false
  if (a.householdNumber !== null && b.householdNumber !== null) return a.householdNumber === b.householdNumber
  const [headA, headB] = [headIdIn(a), headIdIn(b)]
  return headA === null || headB === null || headA === headB
}
