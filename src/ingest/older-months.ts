import { compareText } from '../domain/compare-text.js'
import { groupBy } from '../domain/group.js'
import { type Issue, type IssueCode, issueAt, sheetParts } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import { unplaced } from '../domain/place.js'
import { type NamedMonth, namedMonths } from './data-month.js'
import type { ReadRoster } from './deliveries.js'
import { isSupersededBy, type Known, knownOf } from './same-roster.js'
import type { PersonRecord } from './source.js'
import { isInForce } from './support-state.js'

/** Somebody whom only sheets of earlier months name, in a township that this month's sheet of the same roster covers. */
export interface Outdated {
  /** The row of the newest of these sheets. */
  readonly record: PersonRecord
  /** The month that its sheet states. */
  readonly stated: Month
}

/** What sheets of earlier months are worth beside this month's. */
export interface OlderMonths {
  /** Rows that this month's sheet of the same roster stands for. */
  readonly replaced: ReadonlySet<PersonRecord>
  readonly issues: readonly Issue[]
  /** Those of `replaced` whom the roster names no more, each once; by source and in the order of the rows. */
  readonly outdated: readonly Outdated[]
}

/** A sheet that says plainly which month's roster it is. */
interface Dated {
  readonly roster: ReadRoster
  readonly stated: Month
}

/**
 * What became of the rows of a sheet in one township: this month's stand for them, there are none of this month, the two are too unlike, or they share
 * nobody and are plainly two lists.
 */
type Fate = 'replaced' | 'alone' | 'unlike' | 'apart'

const codes = {
  replaced: 'older-month-replaced',
  alone: 'older-month-alone',
  unlike: 'older-month-unlike',
} as const satisfies Partial<Record<Fate, IssueCode>>

/** The codes of the issues that `olderMonths` finds. */
export const olderMonthCodes: readonly IssueCode[] = Object.values(codes)

/**
 * Finds the rows of earlier months' sheets for which this month's sheet of the same roster stands: both state their month plainly, both have rows of
 * the township, and the newer names nearly everybody whom the older names (`isSupersededBy`). Everything else is kept, and told: a township that sent
 * nothing new, lists too unlike to be one roster; of lists that share nobody the month alone is told elsewhere. Lists that go on over months, payments, and sheets whose month is not plain are left alone.
 */
export function olderMonths(rosters: readonly ReadRoster[], month: Month): OlderMonths {
  const lasting = rosters.filter(({ source, records }) => !source.rolling && !source.payments && records.length > 0)
  const replaced = new Set<PersonRecord>()
  const issues: Issue[] = []
  const outdated: Outdated[] = []
  for (const own of groupBy(lasting, rosterKey).values()) {
    const dated = datedOf(own, month)
    const current = dated.filter(({ stated }) => stated === month)
    const older = dated.filter(({ stated }) => stated < month)
    if (current.length === 0 || older.length === 0) continue
    const fates = fatesOf(older, current)
    for (const { roster } of older)
      for (const record of roster.records)
        if (fates.get(roster)?.get(townshipOf(record)) === 'replaced') replaced.add(record)
    const gone = goneFrom(own, older, replaced)
    outdated.push(...gone)
    for (const one of older) issues.push(...issuesOf(one, fates.get(one.roster) ?? new Map(), current, gone))
  }
  return { replaced, issues, outdated }
}

// A register of old people and one of children have one form and are two rosters.
function rosterKey({ source, records }: ReadRoster): string {
  const brought = source.feedsByRow ? [...new Set(records.flatMap(({ programmes }) => programmes))].sort() : []
  return [source.id, ...brought].join(' ')
}

function townshipOf({ place }: PersonRecord): string {
  return place.township ?? ''
}

// A workbook with a sheet a month is called by its last month, or by its year: then its sheets alone say theirs.
function datedOf(own: readonly ReadRoster[], month: Month): Dated[] {
  const named = own.map((roster) => ({ roster, ...namedMonths(roster.around, month) }))
  const books = groupBy(named, ({ roster }) => roster.file)
  return named.flatMap(({ roster, near, far }) => {
    const inBook = new Set((books.get(roster.file) ?? []).map((sheet) => sheet.near).filter((one) => one !== null))
    const stated = plainMonth(near, inBook.size > 1 ? null : far)
    return stated !== null && saysNoOther(roster, stated) ? [{ roster, stated }] : []
  })
}

function plainMonth(near: NamedMonth, far: NamedMonth): Month | null {
  if (near === 'several' || far === 'several') return null
  return near === null || far === null || near === far ? (near ?? far) : null
}

// A 数据月份 column that has other months makes it a list of payments.
function saysNoOther({ records }: ReadRoster, stated: Month): boolean {
  return records.every((record) => {
    const { dataMonth = null } = record as { dataMonth?: Month | null }
    return dataMonth === null || dataMonth === stated
  })
}

// Month by month backwards, each held against the one after it: over a year too many change for January to be held against November.
function fatesOf(older: readonly Dated[], current: readonly Dated[]): Map<ReadRoster, Map<string, Fate>> {
  const now = knownOf(current.flatMap(({ roster }) => roster.records))
  const next = new Map<string, Known>()
  const fates = new Map<ReadRoster, Map<string, Fate>>()
  const newestFirst = [...groupBy(older, ({ stated }) => stated)].sort(([a], [b]) => compareText(b, a))
  for (const [, sheets] of newestFirst) {
    const parts = sheets.flatMap(({ roster }) =>
      [...groupBy(roster.records, townshipOf)].map(([township, records]) => ({ roster, township, records })),
    )
    const compared = parts.filter(({ township }) => township !== '' && now.townships.has(township))
    const pairs = compared.map(({ township, records }) => ({ records, known: next.get(township) ?? now }))
    const own = knownOf(sheets.flatMap(({ roster }) => roster.records))
    for (const { roster, township, records } of parts) {
      const known = next.get(township) ?? now
      const fate = fateOf({ township, records, known }, now, () =>
        isSupersededBy({ records, known }, pairs, roster.source),
      )
      fates.set(roster, (fates.get(roster) ?? new Map()).set(township, fate))
    }
    for (const { roster, township } of compared)
      if (fates.get(roster)?.get(township) === 'replaced') next.set(township, own)
  }
  return fates
}

function fateOf(
  { township, records, known }: { township: string; records: readonly PersonRecord[]; known: Known },
  now: Known,
  isSuperseded: () => boolean,
): Fate {
  if (township !== '' && !now.townships.has(township)) return 'alone'
  if (!records.some((record) => known.names(record))) return 'apart'
  return township !== '' && isSuperseded() ? 'replaced' : 'unlike'
}

// Newest first, so that each is told by the last row he stood in.
function goneFrom(
  own: readonly ReadRoster[],
  older: readonly Dated[],
  replaced: ReadonlySet<PersonRecord>,
): Outdated[] {
  const used = knownOf(own.flatMap(({ records }) => records).filter((record) => !replaced.has(record)))
  const gone = new Map<string, Outdated>()
  for (const { roster, stated } of [...older].sort((a, b) => compareText(b.stated, a.stated)))
    for (const record of roster.records) {
      const key = record.idNumber?.value ?? `${townshipOf(record)} ${record.name}`
      if (replaced.has(record) && isInForce(record) && !used.names(record) && !gone.has(key))
        gone.set(key, { record, stated })
    }
  return [...gone.values()]
}

function issuesOf(
  { roster, stated }: Dated,
  fates: ReadonlyMap<string, Fate>,
  current: readonly Dated[],
  outdated: readonly Outdated[],
): Issue[] {
  const { file, sheet } = roster.around
  const lists = [...new Set(current.map(({ roster: { around } }) => sheetParts(around).join(' › ')))]
  const by = lists.length > 2 ? `${lists.slice(0, 2).join('、')}等 ${lists.length} 张表` : lists.join('、')
  return (Object.keys(codes) as (keyof typeof codes)[]).flatMap((fate) => {
    const records = roster.records.filter((record) => fates.get(townshipOf(record)) === fate)
    if (records.length === 0) return []
    const townships = [...new Set(records.map(townshipOf))].sort(compareText).map((township) => township || unplaced)
    const rows = new Set(records.map(({ origin }) => origin.row)).size
    const gone = outdated.filter(({ record }) => record.origin.file === file && record.origin.sheet === sheet).length
    const facts = { stated, townships: townships.join('、'), rows, by }
    return [issueAt({ file, sheet }, codes[fate], fate === 'replaced' ? { ...facts, gone } : facts)]
  })
}
