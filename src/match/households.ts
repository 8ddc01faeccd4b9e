import type { PersonRecord } from '../ingest/source.js'
import type { HouseholdRows } from './household-rows.js'
import type { Household, Person } from './person.js'
import { byOrigin } from './unit.js'

/** A person whose households are still being filled in. */
export type OpenPerson = Person & { households: readonly Household[] }

/**
 * Turns grouped rows into households and enters them with their members. The head is the member whose row says 户主 or whose id the rows name
 * as the head's; a head who is in no row of the household is taken from `byId` (he is then not among the members). By key, as given.
 */
export function buildHouseholds(
  groups: readonly HouseholdRows[],
  records: readonly PersonRecord[],
  personOf: readonly OpenPerson[],
  byId: (idNumber: string) => Person | null,
): readonly Household[] {
  return groups.map((group) => {
    const positions = inOrder(group.rows, records)
    const rows: PersonRecord[] = new Array(positions.length)
    const holders: OpenPerson[] = new Array(positions.length)
    for (let i = 0; i < positions.length; i++) {
      rows[i] = records[positions[i] as number] as PersonRecord
      holders[i] = personOf[positions[i] as number] as OpenPerson
    }
    const members = eachOnce(holders)
    const head = findHead(group, holders, rows, byId)
    const place = (rows.find(({ place }) => place.village !== null) ?? rows[0])?.place
    const household: Household = {
      key: group.key,
      system: group.system,
      number: group.number,
      head,
      members,
      records: rows,
      place: place ?? { township: null, village: null },
    }
    for (const member of members)
      member.households = member.households.length === 0 ? [household] : [...member.households, household]
    return household
  })
}

function inOrder(rows: readonly number[], records: readonly PersonRecord[]): readonly number[] {
  const order = (a: number, b: number) => byOrigin(records[a] as PersonRecord, records[b] as PersonRecord)
  for (let i = 1; i < rows.length; i++)
    if (order(rows[i - 1] as number, rows[i] as number) > 0) return [...rows].sort(order)
  return rows
}

// Nearly always nobody stands in a household twice, and the list serves as it is.
function eachOnce(holders: readonly OpenPerson[]): readonly OpenPerson[] {
  if (holders.length > 8) return [...new Set(holders)]
  for (let i = 1; i < holders.length; i++)
    if (holders.indexOf(holders[i] as OpenPerson) < i) return [...new Set(holders)]
  return holders
}

function findHead(
  group: HouseholdRows,
  members: readonly Person[],
  rows: readonly PersonRecord[],
  byId: (idNumber: string) => Person | null,
): Person | null {
  const named = members.find((member) => group.headId !== null && member.idNumber === group.headId)
  if (named) return named
  const own = rows.findIndex((record) => record.relation === '户主')
  if (own >= 0) return members[own] as Person
  const called = rows.findIndex((record) => record.headName !== null && record.headName === record.name)
  if (called >= 0) return members[called] as Person
  return group.headId === null ? null : byId(group.headId)
}
