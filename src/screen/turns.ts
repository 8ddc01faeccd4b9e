import { extraLists } from '../domain/extra-lists.js'
import { allowance, eventLists, type Programme, programmes } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { PastRecord, Person } from '../match/person.js'
import type { Turn } from './change.js'
import { field } from './standing.js'

const notJoined: readonly string[] = [...eventLists, 'price-subsidy', ...Object.keys(extraLists)]

/** The programmes that people join and leave, in their order: all but the lists of events, single payments, and other offices' lists. */
export const comparedProgrammes = (Object.keys(programmes) as Programme[]).filter(
  (programme) => !notJoined.includes(programme),
)

const compared = new Set(comparedProgrammes)
const places = new Map(comparedProgrammes.map((programme, place) => [programme, place]))

/** How the person stands in each programme against last month, in the order of the programmes; empty for who stands in none. */
export function turnsOf(person: Person): readonly Turn[] {
  const before = enrolments(person.past)
  const now = enrolments(person.links.map(({ record }) => record))
  if (before.size === 0 && now.size === 0) return nothing
  const joined = without(now, before)
  const left = without(before, now)
  const turns: Turn[] = []
  for (const [programme, is] of now) {
    const was = before.get(programme)
    if (was)
      turns.push({ person, programme, turn: 'stayed', before: was, now: is, pairs: pairsOf(was, is), joined, left })
    else turns.push({ person, programme, turn: 'joined', before: nobody, now: is, pairs: noPairs, joined, left })
  }
  for (const programme of left)
    turns.push({
      person,
      programme,
      turn: 'left',
      before: before.get(programme) ?? nobody,
      now: nobody,
      pairs: noPairs,
      joined,
      left,
    })
  return turns.length < 2
    ? turns
    : turns.sort((a, b) => (places.get(a.programme) ?? 0) - (places.get(b.programme) ?? 0))
}

const nothing: readonly Turn[] = []
const nobody: readonly PastRecord[] = []
const noPairs: Turn['pairs'] = []
const noProgrammes: readonly Programme[] = []

function without(some: ReadonlyMap<Programme, unknown>, others: ReadonlyMap<Programme, unknown>): readonly Programme[] {
  let rest: Programme[] | null = null
  for (const programme of some.keys()) {
    if (others.has(programme)) continue
    if (rest) rest.push(programme)
    else rest = [programme]
  }
  return rest ?? noProgrammes
}

// Nearly everybody has one row in an export, this month as last.
function pairsOf(before: readonly PastRecord[], now: readonly PersonRecord[]): Turn['pairs'] {
  const [was, is] = [before[0], now[0]]
  if (was && is && before.length === 1 && now.length === 1) return was.source === is.source ? [[was, is]] : noPairs
  const pairs: (readonly [PastRecord, PersonRecord])[] = []
  for (const record of now) {
    const past = before.filter(({ source }) => source === record.source)
    const same = past.find((row) => row.householdNumber === record.householdNumber && sameHead(row, record))
    if (same) pairs.push([same, record])
    // Who stands in several households of one roster is compared household by household, or not at all.
    else if (past.length === 1 && now.filter(({ source }) => source === record.source).length === 1)
      pairs.push([past[0] as PastRecord, record])
  }
  return pairs
}

/** True when two rows of one person name the same head of household, by id where both have one, else by name or as the head's own rows. */
export function sameHead(past: PersonRecord, now: PersonRecord): boolean {
  const [before, after] = [past.headIdNumber?.value, now.headIdNumber?.value]
  if (before && after) return before === after
  if (past.relation === '户主' && now.relation === '户主') return true
  return past.headName === now.headName
}

/** The first row that names a township, or null where none does. */
export function townshipIn(records: readonly PersonRecord[]): string | null {
  return records.find(({ place }) => place.township !== null)?.place.township ?? null
}

// The same measure for both months: a row that names the person counts, unless the member export says 不保障.
function enrolments<R extends PersonRecord>(records: readonly R[]): ReadonlyMap<Programme, R[]> {
  const found = new Map<Programme, R[]>()
  for (const record of records) {
    if (record.programmes.length === 0 || isRefused(record.system, records)) continue
    for (const programme of record.programmes) {
      if (!compared.has(programme)) continue
      const known = found.get(programme)
      if (known) known.push(record)
      else found.set(programme, [record])
    }
  }
  return found
}

function isRefused(system: Programme, records: readonly PersonRecord[]): boolean {
  if (!(allowance as readonly Programme[]).includes(system)) return false
  let refused = false
  for (const record of records) {
    if (record.system !== system) continue
    const insured = field(record, 'insured')
    if (insured === true) return false
    if (insured === false) refused = true
  }
  return refused
}
