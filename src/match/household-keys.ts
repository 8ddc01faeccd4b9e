import { compareText } from '../domain/compare-text.js'
import type { Programme } from '../domain/programme.js'
import { type Asked, keyWithLead } from './asked-households.js'
import { groupHouseholds, type HouseholdRows, keyOfRows, numberOfRows } from './household-rows.js'
import type { PastRecord, Person } from './person.js'
import { rowsOfHousehold } from './rows-of-household.js'

/** What households of this month are recognised by. */
export interface HouseholdMemory {
  /** This month's households as their rows name them, with `personOf` for each record position. */
  readonly grouped: HouseholdRows
  readonly personOf: readonly Person[]
  /** Last month's records. */
  readonly past: readonly PastRecord[]
  /** Keys of last month's households that differ from what their rows name them by. */
  readonly pastKeys: ReadonlyMap<string, string>
  /** Households that cases speak of. */
  readonly asked: Asked
}

interface Open {
  readonly key: string
  readonly system: Programme
  readonly headId: string | null
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
 * with a household of the same system keeps that one's key, unless a household with the old number still has one of them. One that last month did
 * not have is known again by a case about one of its people under its number. A number that passed to other people gives no key. Returns the keys
 * that differ from those of `grouped`, by the latter.
 */
export function continuedKeys(memory: HouseholdMemory): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  if (memory.past.length === 0) return keys
  const taken = new Set<string>()
  const open: Open[] = []
  const { grouped, personOf } = memory
  for (let at = 0; at < grouped.count; at++) {
    const own = keyOfRows(grouped, at)
    if (!keepsNumber(grouped, at, personOf)) {
      const headId = grouped.headIds[at] as string | null
      open.push({
        key: own,
        system: grouped.systems[at] as Programme,
        headId,
        members: membersOf(grouped, at, personOf),
      })
    } else {
      const key = memory.pastKeys.get(own) ?? own
      taken.add(key)
      if (key !== own) keys.set(own, key)
    }
  }
  if (open.length > 0) settle(open, memory, taken, keys)
  return keys
}

function membersOf({ starts, rows }: HouseholdRows, at: number, personOf: readonly Person[]): ReadonlySet<Person> {
  const members = new Set<Person>()
  for (let i = starts[at] as number; i < (starts[at + 1] as number); i++)
    members.add(personOf[rows[i] as number] as Person)
  return members
}

function keepsNumber(grouped: HouseholdRows, at: number, personOf: readonly Person[]): boolean {
  const { systems, starts, rows } = grouped
  const number = numberOfRows(grouped, at)
  if (number === null) return false
  for (let i = starts[at] as number; i < (starts[at + 1] as number); i++)
    for (const record of (personOf[rows[i] as number] as Person).past)
      if (record.system === systems[at] && record.householdNumber === number) return true
  return false
}

function settle(open: readonly Open[], memory: HouseholdMemory, taken: Set<string>, keys: Map<string, string>): void {
  const { households, householdOf } = lastMonth(open, memory)
  const owners = new Set<Open>()
  for (const { open: claimant, past } of claimsOf(open, householdOf).sort(byClaim)) {
    if (owners.has(claimant) || taken.has(past.key)) continue
    owners.add(claimant)
    taken.add(past.key)
    if (past.key !== claimant.key) keys.set(claimant.key, past.key)
  }
  for (const claimant of open) if (!owners.has(claimant)) startAnew(claimant, memory.asked, { taken, households, keys })
}

// Nobody's heirs: their number may be one that other people had, last month or when a case was opened, or whose household keeps it as its key.
function startAnew(
  claimant: Open,
  asked: Asked,
  { taken, households, keys }: { taken: Set<string>; households: ReadonlySet<string>; keys: Map<string, string> },
): void {
  const { key: own, members } = claimant
  const isFree = (key: string) => !taken.has(key) && !households.has(key)
  const known = asked.keyOf(own, members)
  const key =
    known !== null && isFree(known) ? known : isFree(own) && !asked.has(own) ? own : keyWithLead(own, leadOf(claimant))
  taken.add(key)
  if (key !== own) keys.set(own, key)
}

/** Last month's households by key, and the one that each earlier record of the open households' members stood in. */
function lastMonth(open: readonly Open[], { past, pastKeys }: HouseholdMemory) {
  const asked = new Set<PastRecord>()
  for (const { members } of open) for (const person of members) for (const record of person.past) asked.add(record)
  const households = new Set<string>()
  const householdOf = new Map<PastRecord, PastHousehold>()
  const grouped = groupHouseholds(past)
  for (let at = 0; at < grouped.count; at++) {
    const own = keyOfRows(grouped, at)
    const key = pastKeys.get(own) ?? own
    households.add(key)
    const records = rowsOfHousehold(grouped, at, past)
    const people = new Set(records.map(({ personKey }) => personKey)).size
    const household = { key, headId: grouped.headIds[at] as string | null, people }
    for (const record of records) if (asked.has(record)) householdOf.set(record, household)
  }
  return { households, householdOf }
}

function claimsOf(open: readonly Open[], householdOf: ReadonlyMap<PastRecord, PastHousehold>): Claim[] {
  return open.flatMap((claimant) => {
    const { system, headId, members } = claimant
    const shared = new Map<PastHousehold, number>()
    for (const person of members)
      for (const past of new Set(
        person.past.flatMap((record) => (record.system === system ? [householdOf.get(record)] : [])),
      ))
        if (past) shared.set(past, (shared.get(past) ?? 0) + 1)
    return [...shared]
      .map(([past, count]) => ({
        open: claimant,
        past,
        shared: count,
        sameHead: past.headId !== null && past.headId === headId,
      }))
      .filter((claim) => claim.sameHead || claim.shared * 2 >= claim.past.people)
  })
}

function byClaim(a: Claim, b: Claim): number {
  return (
    Number(b.past.key === b.open.key) - Number(a.past.key === a.open.key) ||
    Number(b.sameHead) - Number(a.sameHead) ||
    b.shared - a.shared ||
    compareText(a.open.key, b.open.key) ||
    compareText(a.past.key, b.past.key)
  )
}

function leadOf({ members }: Open): string {
  return [...members].map(({ key }) => key).sort(compareText)[0] as string
}

/** The key of household `at`: the continued one, or its own. */
export function continuedKey(grouped: HouseholdRows, at: number, keys: ReadonlyMap<string, string>): string {
  const own = keyOfRows(grouped, at)
  return keys.size === 0 ? own : (keys.get(own) ?? own)
}

/** Households in the order of their continued keys; null when that is the order that they have. */
export function orderOfContinued(grouped: HouseholdRows, keys: ReadonlyMap<string, string>): readonly number[] | null {
  if (keys.size === 0) return null
  const continued = Array.from({ length: grouped.count }, (_, at) => continuedKey(grouped, at, keys))
  return [...continued.keys()].sort((a, b) => compareText(continued[a] as string, continued[b] as string))
}
