import type { HouseholdRows } from './household-rows.js'
import { groupHouseholds } from './household-rows.js'
import type { PastRecord, Person } from './person.js'
import { compareText } from './unit.js'

/** What households of this month are recognised by. */
export interface HouseholdMemory {
  /** This month's households as their rows name them, with `personOf` for each record position. */
  readonly groups: readonly HouseholdRows[]
  readonly personOf: readonly Person[]
  /** Last month's records. */
  readonly past: readonly PastRecord[]
  /** Keys of last month's households that differ from what their rows name them by. */
  readonly pastKeys: ReadonlyMap<string, string>
}

interface Open {
  readonly group: HouseholdRows
  readonly members: ReadonlySet<Person>
}

interface Claim {
  readonly open: Open
  readonly past: PastHousehold
  readonly shared: number
  readonly sameHead: boolean
}

interface PastHousehold {
  readonly key: string
  readonly headId: string | null
  readonly people: number
}

/**
 * A household stays itself when its number changes or its export names it otherwise: one that shares its head, or half of last month's members,
 * with a household of the same system keeps that one's key, unless a household with the old number still has one of them. A number that passed to
 * other people gives no key. Returns the keys that differ from those of `groups`, by the latter.
 */
export function continuedKeys(memory: HouseholdMemory): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  if (memory.past.length === 0) return keys
  const taken = new Set<string>()
  const open: Open[] = []
  for (const group of memory.groups) {
    if (!keepsNumber(group, memory.personOf)) open.push({ group, members: membersOf(group, memory.personOf) })
    else {
      const key = memory.pastKeys.get(group.key) ?? group.key
      taken.add(key)
      if (key !== group.key) keys.set(group.key, key)
    }
  }
  if (open.length > 0) settle(open, memory, taken, keys)
  return keys
}

function membersOf(group: HouseholdRows, personOf: readonly Person[]): ReadonlySet<Person> {
  return new Set(group.rows.map((position) => personOf[position] as Person))
}

function keepsNumber({ system, number, rows }: HouseholdRows, personOf: readonly Person[]): boolean {
  if (number === null) return false
  for (const position of rows)
    for (const record of (personOf[position] as Person).past)
      if (record.system === system && record.householdNumber === number) return true
  return false
}

function settle(open: readonly Open[], memory: HouseholdMemory, taken: Set<string>, keys: Map<string, string>): void {
  const { households, householdOf } = lastMonth(open, memory)
  const owners = new Set<Open>()
  for (const { open: claimant, past } of claimsOf(open, householdOf).sort(byClaim)) {
    if (owners.has(claimant) || taken.has(past.key)) continue
    owners.add(claimant)
    taken.add(past.key)
    if (past.key !== claimant.group.key) keys.set(claimant.group.key, past.key)
  }
  // Nobody's heirs: their number may be one that other people had, or whose household keeps it as its key.
  for (const claimant of open)
    if (!owners.has(claimant) && (taken.has(claimant.group.key) || households.has(claimant.group.key)))
      keys.set(claimant.group.key, `${claimant.group.key}~${leadOf(claimant)}`)
}

/** Last month's households by key, and the one that each earlier record of the open households' members stood in. */
function lastMonth(open: readonly Open[], { past, pastKeys }: HouseholdMemory) {
  const asked = new Set<PastRecord>()
  for (const { members } of open) for (const person of members) for (const record of person.past) asked.add(record)
  const households = new Set<string>()
  const householdOf = new Map<PastRecord, PastHousehold>()
  for (const group of groupHouseholds(past)) {
    const key = pastKeys.get(group.key) ?? group.key
    households.add(key)
    const people = new Set(group.rows.map((position) => (past[position] as PastRecord).personKey)).size
    const household = { key, headId: group.headId, people }
    for (const position of group.rows) {
      const record = past[position] as PastRecord
      if (asked.has(record)) householdOf.set(record, household)
    }
  }
  return { households, householdOf }
}

function claimsOf(open: readonly Open[], householdOf: ReadonlyMap<PastRecord, PastHousehold>): Claim[] {
  return open.flatMap((claimant) => {
    const { group, members } = claimant
    const shared = new Map<PastHousehold, number>()
    for (const person of members)
      for (const past of new Set(
        person.past.flatMap((record) => (record.system === group.system ? [householdOf.get(record)] : [])),
      ))
        if (past) shared.set(past, (shared.get(past) ?? 0) + 1)
    return [...shared]
      .map(([past, count]) => ({
        open: claimant,
        past,
        shared: count,
        sameHead: past.headId !== null && past.headId === group.headId,
      }))
      .filter((claim) => claim.sameHead || claim.shared * 2 >= claim.past.people)
  })
}

function byClaim(a: Claim, b: Claim): number {
  return (
    Number(b.past.key === b.open.group.key) - Number(a.past.key === a.open.group.key) ||
    Number(b.sameHead) - Number(a.sameHead) ||
    b.shared - a.shared ||
    compareText(a.open.group.key, b.open.group.key) ||
    compareText(a.past.key, b.past.key)
  )
}

function leadOf({ members }: Open): string {
  return [...members].map(({ key }) => key).sort(compareText)[0] as string
}

/** `groups` under their continued keys, by key. */
export function rekeyed(groups: readonly HouseholdRows[], keys: ReadonlyMap<string, string>): readonly HouseholdRows[] {
  if (keys.size === 0) return groups
  return groups
    .map((group) => {
      const key = keys.get(group.key)
      return key === undefined ? group : { ...group, key }
    })
    .sort((a, b) => compareText(a.key, b.key))
}
