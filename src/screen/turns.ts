import { allowance, eventLists, type Programme, programmes } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { PastRecord, Person } from '../match/person.js'
import type { Turn } from './change.js'
import { field } from './standing.js'

/** The programmes that people join and leave, in their order: all but the lists of events. */
export const comparedProgrammes = (Object.keys(programmes) as Programme[]).filter(
  (programme) => !(eventLists as readonly Programme[]).includes(programme),
)

/** How the person stands in each programme against last month, in the order of the programmes; empty for who stands in none. */
export function turnsOf(person: Person): readonly Turn[] {
  const before = enrolments(person.past)
  const now = enrolments(person.links.map(({ record }) => record))
  if (before.size === 0 && now.size === 0) return nothing
  const joined = [...now.keys()].filter((programme) => !before.has(programme))
  const left = [...before.keys()].filter((programme) => !now.has(programme))
  return comparedProgrammes.flatMap((programme): Turn[] => {
    const [was, is] = [before.get(programme), now.get(programme)]
    if (!was && !is) return []
    const turn = was && is ? 'stayed' : is ? 'joined' : 'left'
    return [{ person, programme, turn, before: was ?? [], now: is ?? [], joined, left }]
  })
}

/** Rows of last month and of this one that the same export wrote of the same household: what can be compared cell by cell. */
export function pairsOf({ before, now }: Turn): readonly (readonly [PastRecord, PersonRecord])[] {
  return now.flatMap((record) => {
    const past = before.filter(({ source }) => source === record.source)
    const same = past.find((row) => row.householdNumber === record.householdNumber && sameHead(row, record))
    if (same) return [[same, record] as const]
    // Who stands in several households of one roster is compared household by household, or not at all.
    const alone = past.length === 1 && now.filter(({ source }) => source === record.source).length === 1
    return alone ? [[past[0] as PastRecord, record] as const] : []
  })
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

const nothing: readonly Turn[] = []

// The same measure for both months: a row that names the person counts, unless the member export says 不保障.
function enrolments<R extends PersonRecord>(records: readonly R[]): ReadonlyMap<Programme, R[]> {
  const found = new Map<Programme, R[]>()
  for (const record of records) {
    if (record.programmes.length === 0 || isRefused(record.system, records)) continue
    for (const programme of record.programmes) {
      if (!comparedProgrammes.includes(programme)) continue
      const known = found.get(programme)
      if (known) known.push(record)
      else found.set(programme, [record])
    }
  }
  return found
}

function isRefused(system: Programme, records: readonly PersonRecord[]): boolean {
  if (!(allowance as readonly Programme[]).includes(system)) return false
  const stated = records.filter((record) => record.system === system).map((record) => field(record, 'insured'))
  return stated.includes(false) && !stated.includes(true)
}
