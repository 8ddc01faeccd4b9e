import { compareText } from '../domain/compare-text.js'
import { groupBy } from '../domain/group.js'
import { type Issue, type IssueCode, issueAt, sheetParts } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import { unplaced } from '../domain/place.js'
import { type NamedMonth, namedMonths } from './data-month.js'
import type { ReadRoster } from './deliveries.js'
import { type Sifted, siftByOthers } from './other-exports.js'
import { isSupersededBy, type Known, knownOf } from './same-roster.js'
import type { PersonRecord } from './source.js'
import { isInForce } from './support-state.js'

/** Somebody whom only sheets of earlier months name, in a township that this month's sheets of the programme cover. */
export interface Outdated {
  /** The row of the newest of these sheets. */
  readonly record: PersonRecord
  /** The month that its sheet states. */
  readonly stated: Month
}

/** What sheets of earlier months are worth beside this month's. */
export interface OlderMonths {
  /** Rows that this month's sheets of the programme overrule, and that are not used. */
  readonly replaced: ReadonlySet<PersonRecord>
  readonly issues: readonly Issue[]
  /** Those of `replaced` whom the programme names no more, each once; newest month first and in the order of the rows. */
  readonly outdated: readonly Outdated[]
}

/** A sheet that says plainly which month's roster it is. */
interface Dated {
  readonly roster: ReadRoster
  readonly stated: Month
}

/**
 * What became of the rows of a sheet in one township: this month's sheet of the same roster stands for them, this month's other export of the programme
 * shows which of them no longer hold, there are none of this month, the two are too unlike, or they share nobody and are plainly two lists.
 */
type Fate = 'replaced' | Sifted['fate']

const codes = {
  replaced: 'older-month-replaced',
  sifted: 'older-month-sifted',
  alone: 'older-month-alone',
  unlike: 'older-month-unlike',
} as const satisfies Partial<Record<Fate, IssueCode>>

/** The codes of the issues that `olderMonths` finds. */
export const olderMonthCodes: readonly IssueCode[] = Object.values(codes)

/** What became of a sheet in one township, the rows that are not used, and this month's sheets that it was held against. */
interface Outcome {
  readonly fate: Fate
  readonly fallen: readonly PersonRecord[]
  readonly current: readonly Dated[]
}

type Outcomes = ReadonlyMap<ReadRoster, ReadonlyMap<string, Outcome>>

/**
 * Finds the rows of earlier months' sheets for which this month's sheet of the same roster stands: both state their month plainly, both have rows of
 * the township, and the newer names nearly everybody whom the older names (`isSupersededBy`). Where this month has another export of the programme only,
 * the rows that it shows to hold no more (`siftByOthers`). Everything else is kept, and told: a township that sent
 * nothing new, lists too unlike to be one roster; of lists that share nobody the month alone is told elsewhere. Lists that go on over months, payments, and sheets whose month is not plain are left alone.
 */
export function olderMonths(rosters: readonly ReadRoster[], month: Month): OlderMonths {
  const lasting = rosters.filter(({ source, records }) => !source.rolling && !source.payments && records.length > 0)
  const replaced = new Set<PersonRecord>()
  const issues: Issue[] = []
  const outdated: Outdated[] = []
  for (const ofSystem of groupBy(lasting, systemKey).values()) {
    const own = [...groupBy(ofSystem, rosterKey).values()].map((sheets) => datedOf(sheets, month))
    const older = own.flat().filter(({ stated }) => stated < month)
    const current = own.flat().filter(({ stated }) => stated === month)
    if (current.length === 0 || older.length === 0) continue
    const outcomes = outcomesOf(own, older, current)
    const fallen = older.flatMap(({ roster }) =>
      [...outcomesFor(roster, outcomes).values()].flatMap((one) => one.fallen),
    )
    for (const record of fallen) replaced.add(record)
    const gone = goneFrom(ofSystem, older, replaced)
    outdated.push(...gone)
    for (const one of older) issues.push(...issuesOf(one, outcomesFor(one.roster, outcomes), gone))
  }
  return { replaced, issues, outdated }
}

// All exports of one programme, in whatever form.
function systemKey(roster: ReadRoster): string {
  return roster.source.feedsByRow ? rosterKey(roster) : roster.source.feeds[0]
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

function outcomesFor(roster: ReadRoster, outcomes: Outcomes): ReadonlyMap<string, Outcome> {
  return outcomes.get(roster) ?? new Map()
}

// First against the sheets of the same roster; what these do not have, against the other exports.
function outcomesOf(
  rosters: readonly (readonly Dated[])[],
  older: readonly Dated[],
  current: readonly Dated[],
): Outcomes {
  const outcomes = new Map<ReadRoster, Map<string, Outcome>>(older.map(({ roster }) => [roster, new Map()]))
  const set = (roster: ReadRoster, township: string, outcome: Outcome) => outcomes.get(roster)?.set(township, outcome)
  for (const own of rosters) {
    const [old, now] = [own.filter((one) => older.includes(one)), own.filter((one) => current.includes(one))]
    if (old.length === 0) continue
    if (now.length > 0)
      for (const [roster, fates] of fatesOf(old, now))
        for (const [township, fate] of fates) {
          const fallen = fate === 'replaced' ? roster.records.filter((one) => townshipOf(one) === township) : []
          set(roster, township, { fate, fallen, current: now })
        }
    const others = current.filter((one) => !now.includes(one))
    if (others.length === 0) continue
    const settled = (roster: ReadRoster, township: string) => {
      const fate = outcomesFor(roster, outcomes).get(township)?.fate ?? 'alone'
      return fate === 'alone' ? null : fate === 'replaced' ? 'gone' : 'kept'
    }
    const sheets = { older: old.map(({ roster }) => roster), current: others.map(({ roster }) => roster) }
    for (const { roster, township, ...sifted } of siftByOthers({ ...sheets, settled })) {
      const known = outcomesFor(roster, outcomes).get(township)
      if (known === undefined || sifted.fate !== 'apart')
        set(roster, township, { ...sifted, current: sifted.fate === 'alone' ? current : others })
    }
  }
  return outcomes
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
  ofSystem: readonly ReadRoster[],
  older: readonly Dated[],
  replaced: ReadonlySet<PersonRecord>,
): Outdated[] {
  const used = knownOf(ofSystem.flatMap(({ records }) => records).filter((record) => !replaced.has(record)))
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
  outcomes: ReadonlyMap<string, Outcome>,
  outdated: readonly Outdated[],
): Issue[] {
  const { file, sheet } = roster.around
  return (Object.keys(codes) as (keyof typeof codes)[]).flatMap((fate) => {
    const own = new Map([...outcomes].filter(([, one]) => one.fate === fate))
    const records = roster.records.filter((record) => own.has(townshipOf(record)))
    const fallen = new Set([...own.values()].flatMap((one) => one.fallen))
    // Where all households still stand nothing was done: the sheet's month alone is told elsewhere.
    if (records.length === 0 || (fate === 'sifted' && fallen.size === 0)) return []
    const townships = [...new Set(records.map(townshipOf))].sort(compareText).map((township) => township || unplaced)
    const by = listNames(new Set([...own.values()].flatMap(({ current }) => current)))
    const facts = { stated, townships: townships.join('、'), rows: rowsOf(fate === 'sifted' ? fallen : records), by }
    if (fate === 'alone' || fate === 'unlike') return [issueAt({ file, sheet }, codes[fate], facts)]
    const gone = outdated.filter(({ record }) => record.origin.file === file && record.origin.sheet === sheet).length
    const kept = fate === 'sifted' ? { kept: rowsOf(records) - facts.rows } : {}
    return [issueAt({ file, sheet }, codes[fate], { ...facts, gone, ...kept })]
  })
}

function rowsOf(records: Iterable<PersonRecord>): number {
  return new Set([...records].map(({ origin }) => origin.row)).size
}

function listNames(sheets: ReadonlySet<Dated>): string {
  const lists = [...new Set([...sheets].map(({ roster: { around } }) => sheetParts(around).join(' › ')))]
  return lists.length > 2 ? `${lists.slice(0, 2).join('、')}等 ${lists.length} 张表` : lists.join('、')
}
