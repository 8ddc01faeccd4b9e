import { compareText } from '../domain/compare-text.js'
import { basicSupport } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { PastRecord, Person } from '../match/person.js'
import { pastRecordsIn } from './standing.js'

/** A household of 低保 or 特困 as last month's rosters showed it. */
export interface PastHousehold {
  /** As `Household.key`: `<system>:<number or head's id or own id>`. */
  readonly key: string
  readonly number: string | null
  readonly headIdNumber: string | null
  readonly members: readonly Person[]
}

/** Last month's supported households, for each person who stood in one. */
export function pastHouseholds(persons: readonly Person[]): ReadonlyMap<Person, PastHousehold> {
  const bySystem = new Map<string, Map<string, GrowingHousehold>>()
  const byPerson = new Map<Person, PastHousehold>()
  for (const person of persons) {
    const record = person.past.length === 0 ? undefined : pastRecordsIn(person, basicSupport)[0]
    if (!record) continue
    const household = householdOf(record, bySystem)
    byPerson.set(person, household)
    household.members.push(person)
    // Where rows differ about the head, the same one whatever their order.
    const head = headIdOf(record)
    if (head !== null && (household.headIdNumber === null || head < household.headIdNumber))
      household.headIdNumber = head
  }
  return byPerson
}

type GrowingHousehold = Omit<PastHousehold, 'members'> & { headIdNumber: string | null; members: Person[] }

// The key is put together once a household and not once a member.
function householdOf(record: PastRecord, bySystem: Map<string, Map<string, GrowingHousehold>>): GrowingHousehold {
  const { system, householdNumber, personKey } = record
  const name = householdNumber ?? headIdOf(record) ?? personKey
  const byName = within(bySystem, system)
  let household = byName.get(name)
  if (!household) {
    household = { key: `${system}:${name}`, number: householdNumber, headIdNumber: null, members: [] }
    byName.set(name, household)
  }
  return household
}

// An empty head's id means that the row is the head (domain B.3.1), unless the row says it is not, or has a number and says nothing.
function headIdOf({ headIdNumber, idNumber, relation, householdNumber }: PastRecord): string | null {
  if (headIdNumber?.value) return headIdNumber.value
  const isHead = relation === '户主' || (relation === null && householdNumber === null)
  return isHead ? (idNumber?.value ?? null) : null
}

/** Who headed the household that a row of last month names, by last month's rows of every system; null where none says so. */
export type PastHeads = (record: PersonRecord) => string | null

/** Looks the heads up when first asked: most rows name the head themselves. */
export function pastHeads(persons: Iterable<Person>): PastHeads {
  let names: HeadNames | null = null
  return (record) => {
    names ??= headNames(persons)
    return names.get(record.system)?.get(namedBy(record)) ?? null
  }
}

// By system, then by what rows name the household by: a county has as many rows as people, and a text put together for each costs more than the looking.
type HeadNames = ReadonlyMap<string, ReadonlyMap<string, string>>

// Where rows differ about the head, the same one whatever their order.
function headNames(persons: Iterable<Person>): HeadNames {
  const bySystem = new Map<string, Map<string, string>>()
  for (const { past } of persons)
    for (const record of past) {
      const name = headNameIn(record)
      if (name === null) continue
      const names = within(bySystem, record.system)
      const key = namedBy(record)
      const known = names.get(key)
      if (known === undefined || (known !== name && compareText(name, known) < 0)) names.set(key, name)
    }
  return bySystem
}

function within<T>(bySystem: Map<string, Map<string, T>>, system: string): Map<string, T> {
  let found = bySystem.get(system)
  if (!found) {
    found = new Map()
    bySystem.set(system, found)
  }
  return found
}

/** The head's name as the row itself gives it: in its column, or as the head's own row; else null. */
export function headNameIn({ headName, headIdNumber, idNumber, name, relation }: PersonRecord): string | null {
  const isHead = relation === '户主' || (headIdNumber?.value != null && headIdNumber.value === idNumber?.value)
  return headName ?? (isHead ? name : null)
}

function namedBy({ householdNumber, headIdNumber, idNumber }: PersonRecord): string {
  return householdNumber ?? headIdNumber?.value ?? idNumber?.value ?? ''
}
