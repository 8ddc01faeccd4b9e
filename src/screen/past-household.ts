import { basicSupport } from '../domain/programme.js'
import type { PastRecord, Person } from '../match/person.js'
import { pastRecordsIn } from './standing.js'

/** A household of 低保 or 特困 as last month's rosters showed it. */
export interface PastHousehold {
  /** As `Household.key`: `<system>:<number or head's id or own id>`. */
  readonly key: string
  readonly number: string | null
  readonly headIdNumber: string | null
  /** In the order of the persons. */
  readonly members: readonly Person[]
}

/** Last month's supported households, for each person who stood in one. */
export function pastHouseholds(persons: readonly Person[]): ReadonlyMap<Person, PastHousehold> {
  const membersByKey = new Map<string, Person[]>()
  const keyOf = new Map<Person, { key: string; record: PastRecord }>()
  for (const person of persons) {
    const record = person.past.length === 0 ? undefined : pastRecordsIn(person, basicSupport)[0]
    if (!record) continue
    const key = pastHouseholdKey(record)
    keyOf.set(person, { key, record })
    const members = membersByKey.get(key)
    if (members) members.push(person)
    else membersByKey.set(key, [person])
  }
  const households = new Map<Person, PastHousehold>()
  for (const [person, { key, record }] of keyOf)
    households.set(person, {
      key,
      number: record.householdNumber,
      headIdNumber: headIdOf(record),
      members: membersByKey.get(key) ?? [person],
    })
  return households
}

function pastHouseholdKey(record: PastRecord): string {
  return `${record.system}:${record.householdNumber ?? headIdOf(record) ?? record.personKey}`
}

// An empty head's id means that the row is the head (domain B.3.1).
function headIdOf(record: PastRecord): string | null {
  return record.headIdNumber?.value ?? (record.headName === null ? (record.idNumber?.value ?? null) : null)
}
