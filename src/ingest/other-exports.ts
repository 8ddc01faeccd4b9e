import { disjointSets } from '../domain/disjoint-sets.js'
import { groupBy } from '../domain/group.js'
import type { ReadRoster } from './deliveries.js'
import { isSameHousehold, type Listed, listedIn } from './same-household.js'
import { isSupersededBy, knownOf } from './same-roster.js'
import type { PersonRecord } from './source.js'

/** What other exports of this month make of an older sheet in one township. */
export interface Sifted {
  readonly roster: ReadRoster
  readonly township: string
  /** None of them has the township, they are too unlike, they share nobody, or they show who is still there. */
  readonly fate: 'alone' | 'unlike' | 'apart' | 'sifted'
  /** The rows that hold no more. */
  readonly fallen: readonly PersonRecord[]
}

/** Older sheets of one source, and this month's sheets of the same programme from others. */
interface Sifting {
  readonly older: readonly ReadRoster[]
  readonly current: readonly ReadRoster[]
  /** What this month's sheet of the same source does to the older rows of a township: stands for them, leaves them, or has none of it (null). */
  readonly settled: (roster: ReadRoster, township: string) => 'gone' | 'kept' | null
}

/**
 * Holds older sheets against this month's sheets of the same programme and another form (家庭查询 beside 人员查询, 备案表). Such a sheet cannot stand for the
 * older one, since each says what the other does not (保障人口 and accounts, 是否保障); but it shows which households left. Where it speaks of nearly all
 * households of a township (`isSupersededBy`), the rows of those that it does not speak of fall away, and of those whose people or number of supported
 * people changed: what the older sheet says of them is no more so. A household falls as a whole: if a part stayed, the rest would seem left out.
 */
export function siftByOthers({ older, current, settled }: Sifting): Sifted[] {
  const find = finderIn(current)
  const traced = new Map<PersonRecord, Traced>()
  for (const rows of householdsOf(older)) {
    const one: Traced = { rows, now: find(rows) }
    for (const row of rows) traced.set(row, one)
  }
  const { townships } = knownOf(current.flatMap(({ records }) => records))
  const parts = older
    .flatMap((roster) =>
      [...groupBy(roster.records, townshipOf)].map(([township, rows]) => ({ roster, township, rows })),
    )
    .filter(({ roster, township }) => settled(roster, township) === null)
    .map((part) => ({ ...part, pair: pairOf(part.rows, traced, townships) }))
  const all = parts.filter(({ township }) => townships.has(township)).map(({ pair }) => pair)
  const fated = parts.map((part) => ({ ...part, fate: fateOf(part, traced, all) }))
  const stays = new Set(
    older.flatMap(({ records }, at) => {
      const own = fated.filter(({ roster, fate }) => roster === older[at] && fate === 'sifted')
      const sifted = new Set(own.map(({ township }) => township))
      const isOut = (township: string) => sifted.has(township) || settled(older[at] as ReadRoster, township) === 'gone'
      return records.filter((row) => !isOut(townshipOf(row))).map((row) => traced.get(row))
    }),
  )
  const listed = listedIn(older)
  const falls = new Map<Traced, boolean>()
  for (const one of new Set(traced.values())) falls.set(one, !stays.has(one) && !holds(one, listed))
  return fated.map(({ roster, township, fate, rows }) => ({
    roster,
    township,
    fate,
    fallen: fate === 'sifted' ? rows.filter((row) => falls.get(traced.get(row) as Traced)) : [],
  }))
}

/** A household of older sheets, and what this month's sheets have of it: its rows, its people in another household, or nothing. */
interface Traced {
  readonly rows: readonly PersonRecord[]
  readonly now: Listed | 'moved' | null
}

function holds({ rows, now }: Traced, listed: (rows: readonly PersonRecord[]) => Listed): boolean {
  return now !== null && now !== 'moved' && isSameHousehold(listed(rows), now)
}

// One row of one sheet where a row is a household; else what shares a head, and a row without one what shares its number.
function householdsOf(rosters: readonly ReadRoster[]): PersonRecord[][] {
  const sets = disjointSets<PersonRecord>()
  const first = new Map<string, PersonRecord>()
  for (const { source, file, around, records } of rosters)
    for (const record of records) {
      const row = source.shape === 'person' ? null : `${file.file}\t${around.sheet}\t${record.origin.row}`
      const [head, number] = [headOf(record), numberOf(record)]
      for (const key of [row, head, head === null ? number : null]) {
        const known = key === null ? undefined : first.get(key)
        if (known !== undefined) sets.join(record, known)
      }
      for (const key of [row, head, number]) if (key !== null && !first.has(key)) first.set(key, record)
    }
  return [
    ...groupBy(
      rosters.flatMap(({ records }) => records),
      (record) => sets.find(record),
    ).values(),
  ]
}

// A household counts once, by its first row that enrols somebody.
function pairOf(
  rows: readonly PersonRecord[],
  traced: ReadonlyMap<PersonRecord, Traced>,
  townships: ReadonlySet<string>,
) {
  const counted = groupBy(
    rows.filter(({ programmes }) => programmes.length > 0),
    (row) => traced.get(row),
  )
  const named = new Set([...counted].filter(([one]) => one?.now !== null).map(([, [row]]) => row))
  const records = [...counted.values()].flatMap(([row]) => row ?? [])
  return { records, known: { townships, names: (record: PersonRecord) => named.has(record) } }
}

type Pair = ReturnType<typeof pairOf>

function fateOf(
  { roster, township, rows, pair }: { roster: ReadRoster; township: string; rows: readonly PersonRecord[]; pair: Pair },
  traced: ReadonlyMap<PersonRecord, Traced>,
  all: readonly Pair[],
): Sifted['fate'] {
  if (township !== '' && !pair.known.townships.has(township)) return 'alone'
  if (rows.every((row) => traced.get(row)?.now === null)) return 'apart'
  return township !== '' && isSupersededBy(pair, all, roster.source) ? 'sifted' : 'unlike'
}

/** Finds what rosters have of a household: by its head, else by its number within the township, and by its people where their rows name no household. */
function finderIn(rosters: readonly ReadRoster[]): (rows: readonly PersonRecord[]) => Traced['now'] {
  const records = rosters.flatMap((roster) => roster.records)
  const by = (keyOf: (record: PersonRecord) => string | null) => {
    const groups = groupBy(records, keyOf)
    groups.delete(null)
    return (rows: readonly PersonRecord[]) => [...new Set(rows.map(keyOf))].flatMap((key) => groups.get(key) ?? [])
  }
  const [byHead, byNumber, byPerson, listed] = [by(headOf), by(numberOf), by(personOf), listedIn(rosters)]
  return (rows) => {
    const named = byPerson(rows)
    const ofHead = byHead(rows)
    const found = [
      ...(ofHead.length > 0 ? ofHead : byNumber(rows)),
      ...named.filter((row) => headOf(row) === null && numberOf(row) === null),
    ]
    if (found.length > 0) return listed(found)
    if (named.length === 0) return null
    const isElsewhere = [headOf, numberOf].some((keyOf) => rows.some(keyOf) && named.some(keyOf))
    return isElsewhere ? 'moved' : listed(named)
  }
}

function townshipOf({ place }: PersonRecord): string {
  return place.township ?? ''
}

function headOf({ headIdNumber }: PersonRecord): string | null {
  return headIdNumber?.value ?? null
}

function numberOf({ householdNumber, place }: PersonRecord): string | null {
  return householdNumber === null ? null : `${place.township} ${householdNumber}`
}

function personOf({ idNumber, name, place }: PersonRecord): string | null {
  return idNumber?.value ?? (name === null ? null : `${place.township} ${name}`)
}
