import { type Issue, issueAt } from '../domain/issue.js'
import type { Delivery } from '../ingest/delivery.js'
import type { Ingested } from '../ingest/ingest.js'
import type { PersonRecord } from '../ingest/source.js'
import { type ColumnTally, columnTally, valueKey } from './column-tally.js'

/** What was read of a month, as far as columns are asked. */
type Received = Pick<Ingested, 'records' | 'deliveries' | 'issues'>

// By these it is known who a row is about; the last line changes every month by itself.
const neverCompared = new Set([
  ...['index', 'source', 'origin', 'programmes', 'system', 'place', 'idNumber', 'formerIdNumber', 'formerName'],
  ...['age', 'dataMonth', 'backPaid', 'remark', 'workplace', 'monthsWorked', 'schooling', 'visitedOn', 'address'],
])

// Where a row belongs and whom it enrols was settled when it was read: such a column can only be told of.
const onlyTold = new Set(['township', 'village', 'supportState', 'insured'])

/**
 * Columns that were filled down, sorted or pasted without the others, exchanged with a neighbour, emptied or written in another unit: so many people
 * whom last month's roster knows by the same number stand beside something else that they cannot all have changed. Such a column is not used: it is
 * emptied in `records`, which are changed, and leaves its delivery, so that rules take it for a column that was not sent. A list that goes on over
 * months keeps what it said last month. Gives what was received without such columns, with one issue for each sheet and column. Sheets whose names
 * left their numbers are left to `misalignedSheets`.
 */
export function dropChangedColumns<R extends Received>(received: R, past: readonly PersonRecord[]): R {
  const { records, deliveries } = received
  const before = byNumber(past)
  const spoilt = spoiltOf(records, before)
  const found = deliveries.flatMap((delivery) => [
    ...emptiedIdentity(delivery, records, past),
    ...[...(spoilt.get(sheetOf(delivery.source, delivery)) ?? [])].map((one) => issueOf(delivery, ...one)),
  ])
  const issues = [...received.issues, ...found]
  if (spoilt.size === 0) return { ...received, issues }
  const rolling = new Set(deliveries.filter((one) => one.rolling).map((one) => sheetOf(one.source, one)))
  for (const record of records) {
    const sheet = sheetOf(record.source, record.origin)
    const earlier = (rolling.has(sheet) ? before.get(numberIn(record)) : null) as Fields | null | undefined
    for (const field of spoilt.get(sheet)?.keys() ?? [])
      if (!onlyTold.has(field)) Object.assign(record, { [field]: earlier?.[field] ?? null })
  }
  const trusted = deliveries.map((delivery) => without(delivery, spoilt.get(sheetOf(delivery.source, delivery))))
  return { ...received, issues, deliveries: trusted }
}

type Tallies = ReadonlyMap<string, ColumnTally>

function spoiltOf(
  records: readonly PersonRecord[],
  before: ReadonlyMap<string, PersonRecord | null>,
): ReadonlyMap<string, Tallies> {
  const spoilt = new Map<string, Tallies>()
  for (const [sheet, tallies] of talliesOf(records, before)) {
    if (tallies.get('name')?.isSpoilt()) continue
    const own = new Map([...tallies].filter(([, tally]) => tally.isSpoilt()))
    if (own.size > 0) spoilt.set(sheet, own)
  }
  return spoilt
}

/** So many rows without one id, or one name, are no people whose papers are still looked for. */
const leastRows = 10

// By these rows are compared: without them there is nobody to compare.
function emptiedIdentity(delivery: Delivery, records: readonly PersonRecord[], past: readonly PersonRecord[]): Issue[] {
  if (delivery.records < leastRows) return []
  const key = sheetOf(delivery.source, delivery)
  return (['idNumber', 'name'] as const).flatMap((field) => {
    // Lists of one source differ in their columns: one of old people has no ids where one of children has.
    if (delivery.columns?.[field] === undefined) return []
    if (records.some((record) => record[field] !== null && sheetOf(record.source, record.origin) === key)) return []
    const count = past.filter((record) => record.source === delivery.source && record[field] !== null).length
    return count < leastRows ? [] : [issueIn(delivery, field, issueAt(delivery, 'identity-emptied', { count }))]
  })
}

function sheetOf(source: string, { file, sheet }: Pick<Delivery, 'file' | 'sheet'>): string {
  return `${source}\n${file}\n${sheet}`
}

function numberIn({ source, idNumber }: PersonRecord): string {
  return `${source} ${idNumber?.value}`
}

// Null for numbers that stand in several rows of one roster: which of them a row of this month goes on is not known.
function byNumber(past: readonly PersonRecord[]): ReadonlyMap<string, PersonRecord | null> {
  const rows = new Map<string, PersonRecord | null>()
  for (const record of past) {
    if (!record.idNumber?.value) continue
    const key = numberIn(record)
    rows.set(key, rows.has(key) ? null : record)
  }
  return rows
}

function talliesOf(records: readonly PersonRecord[], before: ReadonlyMap<string, PersonRecord | null>) {
  const sheets = new Map<string, Map<string, ColumnTally>>()
  const settled = settledFields(records, before)
  for (const record of records) {
    const earlier = before.get(numberIn(record))
    if (!earlier) continue
    const key = sheetOf(record.source, record.origin)
    const tallies = sheets.get(key) ?? new Map<string, ColumnTally>()
    sheets.set(key, tallies)
    compare(record, earlier, tallies, settled.get(key) as ReadonlySet<string>)
  }
  return sheets
}

type Fields = Readonly<Record<string, unknown>>

function compare(
  record: PersonRecord,
  earlier: PersonRecord,
  tallies: Map<string, ColumnTally>,
  settled: ReadonlySet<string>,
): void {
  const [now, then] = [record as unknown as Fields, earlier as unknown as Fields]
  for (const field in now) {
    if (neverCompared.has(field) || settled.has(field)) continue
    let tally = tallies.get(field)
    if (tally === undefined) {
      tally = columnTally(field.endsWith('Fen'))
      tallies.set(field, tally)
    }
    tally.add(valueKey(then[field]), valueKey(now[field]), record.origin.row)
  }
}

/** Least share of changes that is worth a look at what changed into what. */
const worthLooking = 0.02

// Fields of which too few changed to be spoilt; a tally of each person's phone would cost a large county more than all else here.
function settledFields(records: readonly PersonRecord[], before: ReadonlyMap<string, PersonRecord | null>) {
  const counts = new Map<string, Map<string, { people: number; changed: number }>>()
  for (const record of records) {
    const earlier = before.get(numberIn(record)) as Fields | null | undefined
    if (!earlier) continue
    const key = sheetOf(record.source, record.origin)
    const own = counts.get(key) ?? new Map<string, { people: number; changed: number }>()
    counts.set(key, own)
    const now = record as unknown as Fields
    for (const field in now) {
      if (neverCompared.has(field)) continue
      const count = own.get(field) ?? { people: 0, changed: 0 }
      own.set(field, count)
      count.people++
      if (now[field] !== earlier[field] && valueKey(now[field]) !== valueKey(earlier[field])) count.changed++
    }
  }
  const isSettled = ({ people, changed }: { people: number; changed: number }) => changed < worthLooking * people
  return new Map(
    [...counts].map(([key, own]) => [key, new Set([...own].flatMap(([f, count]) => (isSettled(count) ? [f] : [])))]),
  )
}

function without(delivery: Delivery, spoilt: Tallies | undefined): Delivery {
  const { columns } = delivery
  if (spoilt === undefined || columns === undefined || delivery.rolling) return delivery
  const kept = Object.entries(columns).filter(([field]) => onlyTold.has(field) || !spoilt.has(field))
  return { ...delivery, columns: Object.fromEntries(kept) }
}

function issueOf(delivery: Delivery, field: string, tally: ColumnTally): Issue {
  const { people, changed, first, filledBefore, isEmptied } = tally.counts()
  const issue = isEmptied
    ? issueAt(delivery, 'column-emptied', { count: filledBefore })
    : issueAt(delivery, onlyTold.has(field) ? 'column-in-doubt' : 'column-disordered', {
        people,
        count: changed,
        first,
      })
  return issueIn(delivery, field, issue)
}

function issueIn({ department, source, columns }: Delivery, field: string, issue: Issue): Issue {
  return { ...issue, origin: { ...issue.origin, column: columns?.[field] ?? null }, department, source }
}
