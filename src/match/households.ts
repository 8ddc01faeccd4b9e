import type { Place } from '../domain/place.js'
import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { continuedKey, orderOfContinued } from './household-keys.js'
import { type HouseholdRows, numberOfRows } from './household-rows.js'
import type { Household, Person } from './person.js'
import { byOrigin, grown } from './unit.js'

/** A person whose households, and what follows from them, are still being filled in. */
export type OpenPerson = Person & { households: readonly Household[]; enrolled: Person['enrolled'] }

/**
 * Turns grouped rows into households and enters them with their members. The head is the member whose row says 户主 or whose id the rows name
 * as the head's; a head who is in no row of the household is taken from `byId` (he is then not among the members). `keys` are those that households
 * continue instead of their own, by their own. By key.
 */
export function buildHouseholds(
  grouped: HouseholdRows,
  keys: ReadonlyMap<string, string>,
  records: readonly PersonRecord[],
  personOf: readonly OpenPerson[],
  byId: (idNumber: string) => Person | null,
): readonly Household[] {
  const households: Household[] = new Array(grouped.count)
  const order = orderOfContinued(grouped, keys)
  const lost = villagesOfLost(grouped, records)
  for (let i = 0; i < households.length; i++) {
    const at = order === null ? i : (order[i] as number)
    const household = buildHousehold(grouped, at, continuedKey(grouped, at, keys), records, personOf, byId, lost)
    households[i] = household
    enterHousehold(household)
  }
  return households
}

function buildHousehold(
  grouped: HouseholdRows,
  at: number,
  key: string,
  records: readonly PersonRecord[],
  personOf: readonly OpenPerson[],
  byId: (idNumber: string) => Person | null,
  lost: ReadonlySet<string>,
): Household {
  const positions = positionsOf(grouped, at, records)
  const rows: PersonRecord[] = new Array(positions.length)
  const holders: OpenPerson[] = new Array(positions.length)
  for (let i = 0; i < positions.length; i++) {
    rows[i] = records[positions[i] as number] as PersonRecord
    holders[i] = personOf[positions[i] as number] as OpenPerson
  }
  const [system, place] = [grouped.systems[at] as Programme, placeOf(rows)]
  const number = numberOfRows(grouped, at)
  const members = eachOnce(holders)
  return {
    key,
    system,
    number,
    head: findHead(grouped.headIds[at] as string | null, holders, rows, byId),
    members,
    records: rows,
    place,
    untold: lost.size > 0 && number === null && members.length === 1 && lost.has(villageOf(system, place)),
  }
}

// Where members stand whom neither a number nor a head puts into a household: each is one of his own, and so is the head they belong to.
function villagesOfLost(grouped: HouseholdRows, records: readonly PersonRecord[]): ReadonlySet<string> {
  const { count, starts, rows, systems, headIds, numbered } = grouped
  const villages = new Set<string>()
  for (let at = 0; at < count; at++) {
    if (numbered[at] === 1 || headIds[at] !== null) continue
    const { relation, headName, headIdNumber, place } = records[rows[starts[at] as number] as number] as PersonRecord
    if (relation === null || relation === '户主' || headName !== null || headIdNumber !== null) continue
    villages.add(villageOf(systems[at] as Programme, place))
  }
  return villages
}

function villageOf(system: Programme, { township, village }: Place): string {
  return `${system}@${township}/${village}`
}

// Members of the same one or two households share one list: a million small lists cost.
function enterHousehold(household: Household): void {
  const only = [household]
  let [both, first]: [Household[], Household | null] = [only, null]
  for (const person of household.members as readonly OpenPerson[]) {
    const own = person.households as Household[]
    if (own.length === 0) person.households = only
    else if (own.length > 1) person.households = grown(own, household)
    else {
      if (own[0] !== first) [both, first] = [[own[0] as Household, household], own[0] as Household]
      person.households = both
    }
  }
}

const nowhere: Place = { township: null, village: null }

function placeOf(rows: readonly PersonRecord[]): Place {
  const first = rows[0]?.place
  if (first?.village != null) return first
  return rows.find(({ place }) => place.village !== null)?.place ?? first ?? nowhere
}

// In the order of the deliveries. A plain list: half a million views of the rows cost more than their copies.
function positionsOf({ starts, rows }: HouseholdRows, at: number, records: readonly PersonRecord[]): readonly number[] {
  const from = starts[at] as number
  const positions: number[] = new Array((starts[at + 1] as number) - from)
  for (let i = 0; i < positions.length; i++) positions[i] = rows[from + i] as number
  const order = (a: number, b: number) => byOrigin(records[a] as PersonRecord, records[b] as PersonRecord)
  for (let i = 1; i < positions.length; i++)
    if (order(positions[i - 1] as number, positions[i] as number) > 0) return positions.sort(order)
  return positions
}

// Nearly always nobody stands in a household twice, and the list serves as it is.
function eachOnce(holders: readonly OpenPerson[]): readonly OpenPerson[] {
  if (holders.length > 8) return [...new Set(holders)]
  for (let i = 1; i < holders.length; i++)
    if (holders.indexOf(holders[i] as OpenPerson) < i) return [...new Set(holders)]
  return holders
}

function findHead(
  headId: string | null,
  members: readonly Person[],
  rows: readonly PersonRecord[],
  byId: (idNumber: string) => Person | null,
): Person | null {
  if (headId !== null) {
    const named = members.find((member) => member.idNumber === headId)
    if (named) return named
  }
  const own = rows.findIndex((record) => record.relation === '户主')
  if (own >= 0) return members[own] as Person
  const called = rows.findIndex((record) => record.headName !== null && record.headName === record.name)
  if (called >= 0) return members[called] as Person
  return headId === null ? null : byId(headId)
}
