import { groupBy } from '../domain/group.js'
import { addMonths, type Month } from '../domain/month.js'
import type { Delivery } from '../ingest/delivery.js'
import type { PastRecord } from '../match/person.js'
import { chunkRows, type Database, type SqlRow, type SqlValue } from './database.js'
import { judgementsFor } from './judgement.js'
import { type KeyedRecord, type RecordGroup, type RecordReader, recordPacker, recordReader } from './record-codec.js'

/** What a run leaves of its month beside records and cases. */
export interface MonthRun {
  readonly month: Month
  readonly toolVersion: string
  readonly deliveries: readonly Delivery[]
  /** Keys of households that differ from what the month's rows name them by, by the latter; none by default. */
  readonly householdKeys?: ReadonlyMap<string, string>
}

/** A stored month. */
export interface StoredMonth {
  readonly month: Month
  readonly toolVersion: string
  /** ISO time of the last run. */
  readonly ranAt: string
  readonly runs: number
  readonly records: number
}

/** The latest stored month before another one. */
export interface PastMonth {
  readonly month: Month
  readonly deliveries: readonly Delivery[]
  /** The deliveries of the stored months of the year before it, one list a month, newest first. */
  readonly earlierDeliveries: readonly (readonly Delivery[])[]
  /** By record index. */
  readonly records: readonly PastRecord[]
  /** As the month's run left them; see `MonthRun`. */
  readonly householdKeys: ReadonlyMap<string, string>
}

/** Every stored month, earliest first. */
export async function storedMonths(database: Database): Promise<StoredMonth[]> {
  const rows = await database.rows(
    'SELECT month, tool_version AS "toolVersion", ran_at AS "ranAt", runs, records FROM month_run ORDER BY month',
  )
  return rows as unknown as StoredMonth[]
}

/**
 * The earliest stored month when a purge took those before it, else null: what happened to a case in a month is kept with the case, so that such a
 * month is known by having it and no records.
 */
export async function purgedBefore(database: Database): Promise<Month | null> {
  const [row] = await database.rows(
    `SELECT min(month_run.month) AS month FROM month_run
     HAVING (SELECT min(month) FROM (SELECT month FROM sighting UNION ALL SELECT month FROM case_step)) < min(month_run.month)`,
  )
  return row === undefined ? null : (String(row.month) as Month)
}

/**
 * Replaces everything the history holds of the month's deliveries and records. All records are kept, of every source: a person known only
 * from a certificate or a rolling list has to be recognised next month too, rules compare every programme with last month, and joiners,
 * leavers and corrections are told apart by whole records. Rows shown as duplicates add nothing and are not given here.
 */
export async function storeMonth(
  database: Database,
  run: MonthRun,
  records: Iterable<KeyedRecord>,
  now: () => Date,
): Promise<void> {
  const [before] = await database.rows('SELECT runs FROM month_run WHERE month = $1', [run.month])
  const judgements = await judgementsFor(database, run.month)
  await forgetMonth(database, run.month)
  const stored = await appendRecords(database, run.month, records)
  await database.append(
    'month_delivery',
    inChunks(run.deliveries, (delivery, at) => deliveryRow(run.month, delivery, at)),
  )
  await database.append(
    'household_key',
    inChunks(run.householdKeys ?? [], ([rowKey, key]) => [run.month, rowKey, key]),
  )
  const runs = Number(before?.runs ?? 0) + 1
  await database.run('INSERT INTO month_run VALUES ($1, $2, $3, $4, $5, $6)', [
    run.month,
    run.toolVersion,
    now().toISOString(),
    runs,
    stored,
    judgements,
  ])
}

async function forgetMonth(database: Database, month: Month): Promise<void> {
  await database.run('DELETE FROM past_record WHERE group_id IN (SELECT id FROM record_group WHERE month = $1)', [
    month,
  ])
  await database.run('DELETE FROM record_group WHERE month = $1', [month])
  await database.run('DELETE FROM month_delivery WHERE month = $1', [month])
  await database.run('DELETE FROM household_key WHERE month = $1', [month])
  await database.run('DELETE FROM month_run WHERE month = $1', [month])
}

function deliveryRow(month: Month, delivery: Delivery, position: number): SqlValue[] {
  const { source, file, sheet, sha256 } = delivery
  return [month, position, source, file, sheet, sha256, JSON.stringify(delivery)]
}

async function appendRecords(database: Database, month: Month, records: Iterable<KeyedRecord>): Promise<number> {
  const [last] = await database.rows('SELECT coalesce(max(id), 0) AS id FROM record_group')
  const firstGroup = Number(last?.id ?? 0) + 1
  const packer = recordPacker()
  let count = 0
  await database.append(
    'past_record',
    inChunks(records, (keyed) => {
      const { group, row } = packer.pack(keyed)
      count++
      return [firstGroup + group, row.position, row.row, row.personKey, row.content]
    }),
  )
  await database.append(
    'record_group',
    inChunks(packer.groups, (group, at) => groupRow(firstGroup + at, month, group)),
  )
  return count
}

function groupRow(id: number, month: Month, group: RecordGroup): SqlValue[] {
  const { source, file, sheet, system, programmes, township, village, fields } = group
  return [id, month, source, file, sheet, system, JSON.stringify(programmes), township, village, JSON.stringify(fields)]
}

/** Turns rows into chunks of columns, as `Database.append` takes them. */
export function* inChunks<T>(items: Iterable<T>, row: (item: T, at: number) => SqlValue[]): Generator<SqlValue[][]> {
  let columns: SqlValue[][] = []
  let at = 0
  for (const item of items) {
    const values = row(item, at++)
    if (columns.length === 0) columns = values.map(() => [])
    for (let column = 0; column < values.length; column++) (columns[column] as SqlValue[]).push(values[column] ?? null)
    if (columns[0]?.length === chunkRows) {
      yield columns
      columns = []
    }
  }
  if (columns.length > 0) yield columns
}

/** The latest stored month before `month`, or null when there is none. */
export async function previousMonth(database: Database, month: Month): Promise<PastMonth | null> {
  const [found] = await database.rows('SELECT max(month) AS month FROM month_run WHERE month < $1', [month])
  const past = found?.month
  if (typeof past !== 'string') return null
  const deliveries = await database.rows('SELECT content FROM month_delivery WHERE month = $1 ORDER BY position', [
    past,
  ])
  return {
    month: past,
    deliveries: deliveries.map(deliveryOf),
    earlierDeliveries: await deliveriesBefore(database, past),
    records: await recordsOf(database, past),
    householdKeys: await householdKeysOf(database, past),
  }
}

function deliveryOf({ content }: SqlRow): Delivery {
  return JSON.parse(String(content)) as Delivery
}

async function deliveriesBefore(database: Database, month: Month): Promise<Delivery[][]> {
  const rows = await database.rows(
    'SELECT month, content FROM month_delivery WHERE month < $1 AND month >= $2 ORDER BY month DESC, position',
    [month, addMonths(month, -12)],
  )
  const byMonth = groupBy(rows, ({ month: each }) => each)
  return [...byMonth.values()].map((own) => own.map(deliveryOf))
}

// Asked for in blocks, each one long text: handing that over is far quicker than thousands of short ones.
const blockPositions = 8192
const blockSql = `
  SELECT '[' || string_agg(concat('[', group_id, ',', position, ',', row, ',', to_json(person_key), ',', content, ']'), ',') || ']' AS records
  FROM past_record WHERE group_id BETWEEN $1 AND $2 AND position BETWEEN $3 AND $4`

async function householdKeysOf(database: Database, month: Month): Promise<Map<string, string>> {
  const rows = await database.rows(
    'SELECT row_key AS "rowKey", household_key AS "key" FROM household_key WHERE month = $1',
    [month],
  )
  return new Map((rows as unknown as { rowKey: string; key: string }[]).map(({ rowKey, key }) => [rowKey, key]))
}

async function recordsOf(database: Database, month: Month): Promise<PastRecord[]> {
  const readers = await readersOf(database, month)
  const [span] = await database.rows(
    `SELECT min(group_id) AS first, max(group_id) AS last, max(position) AS position FROM past_record
      WHERE group_id IN (SELECT id FROM record_group WHERE month = $1)`,
    [month],
  )
  // The groups of one month are numbered in one go, so that no other month's lie between them.
  const { first, last, position } = span as SqlRow
  const records: PastRecord[] = []
  for (let from = 0; from <= Number(position ?? -1); from += blockPositions) {
    const [block] = await database.rows(blockSql, [first as number, last as number, from, from + blockPositions - 1])
    if (typeof block?.records === 'string') readBlock(JSON.parse(block.records), readers, records)
  }
  return records.sort((left, right) => left.index - right.index)
}

type StoredRecord = readonly [group: number, position: number, row: number, personKey: string, content: unknown[]]

function readBlock(
  block: readonly StoredRecord[],
  readers: ReadonlyMap<number, RecordReader>,
  records: PastRecord[],
): void {
  for (const [group, position, row, personKey, content] of block) {
    const read = readers.get(group)
    if (read === undefined) throw new Error(`record group ${group} is missing`)
    records.push(read({ position, row, personKey }, content))
  }
}

async function readersOf(database: Database, month: Month): Promise<Map<number, RecordReader>> {
  const rows = await database.rows('SELECT * FROM record_group WHERE month = $1', [month])
  return new Map(rows.map((row) => [Number(row.id), recordReader(month, groupFrom(row))]))
}

function groupFrom(row: SqlRow): RecordGroup {
  const group = row as unknown as RecordGroup
  return { ...group, programmes: JSON.parse(String(row.programmes)), fields: JSON.parse(String(row.fields)) }
}
