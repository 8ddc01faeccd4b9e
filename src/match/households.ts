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
    const rows = positions.map((position) => records[position] as PersonRecord)
    const holders = positions.map((position) => personOf[position] as OpenPerson)
    const members = holders.length === 1 ? holders : [...new Set(holders)]
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
    for (const member of members) member.households = [...member.households, household]
    return household
  })
}

function inOrder(rows: readonly number[], records: readonly PersonRecord[]): readonly number[] {
  if (rows.length === 1) return rows
  return [...rows].sort((a, b) => byOrigin(records[a] as PersonRecord, records[b] as PersonRecord))
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
