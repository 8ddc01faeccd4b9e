import { parseIdNumber } from '../domain/id-number.js'
import { type Issue, issueAt } from '../domain/issue.js'
import { otherPeriod } from './column-reader.js'
import type { Sheet, SheetRow } from './formats/workbook.js'
import { findHeader, type Header, searchedRows } from './header.js'
import type { ReadingGround } from './reading-ground.js'
import { type Candidacy, type Recognition, recognise } from './recognise.js'
import { type RowReader, rowReader, type SheetRows } from './row-reader.js'
import type { Surroundings } from './told.js'
import { type UnreadColumn, type UnreadWatch, unreadIssues, watchUnread } from './unread-columns.js'

/** What a sheet turned out to be. `rows` is null when it was not read; `issues` then say why. */
export interface SheetReading {
  readonly around: Surroundings
  readonly header: Header | null
  readonly recognition: Recognition | null
  readonly rows: SheetRows | null
  readonly issues: readonly Issue[]
  /** The first rows below the heading, for `inspect` and for what to recommend. */
  readonly samples: readonly SheetRow[]
  /** Unused columns full of ids or names; none where nothing was read. */
  readonly unread: readonly UnreadColumn[]
}

// Enough for titles, a band and a page of rows to judge it by.
const peeked = searchedRows + 40

/** Reads one sheet in a single pass: finds the heading in its first rows, recognises the source, turns the rest into records. */
export async function readSheet(sheet: Sheet, file: string, ground: ReadingGround): Promise<SheetReading> {
  const batches = sheet.rows()[Symbol.asyncIterator]()
  const first: SheetRow[] = []
  let ended = false
  while (first.length < peeked && !ended) {
    const next = await batches.next()
    if (next.done) ended = true
    else first.push(...next.value)
  }
  const header = await findHeader(first, ground.vocabulary, () => sheet.merges())
  const around: Surroundings = { file, sheet: sheet.name, titles: header?.titles ?? titlesOf(first) }
  if (header === null) {
    await batches.return?.()
    const issues = [issueAt(around, headlessCode(first))]
    return { around, header, recognition: null, rows: null, issues, samples: first.slice(0, 10), unread: [] }
  }
  const samples = first.slice(header.below, header.below + 30)
  const recognition = recognise({ header, samples, around }, ground)
  if (recognition.state !== 'recognised') {
    await batches.return?.()
    return { around, header, recognition, rows: null, issues: [], samples, unread: [] }
  }
  const band = first.slice(header.top, header.below)
  const reader = rowReader(recognition.best.mapping, header, band, around, ground.month, ground.vocabulary)
  const watch = watchUnread(recognition.best.mapping)
  await feed(reader, watch, first.slice(header.below), sheet)
  while (!ended) {
    const next = await batches.next()
    if (next.done) ended = true
    else await feed(reader, watch, next.value, sheet)
  }
  const rows = reader.finish()
  const unread = watch.finish()
  const issues = [
    ...aboveHeading(first.slice(0, header.top), header, around),
    ...notices(rows, sheet, around, recognition.best),
    ...unreadIssues(unread, recognition.best.source, around),
  ]
  return { around, header, recognition, rows, issues, samples, unread }
}

async function feed(reader: RowReader, watch: UnreadWatch, rows: readonly SheetRow[], sheet: Sheet): Promise<void> {
  if (reader.wantsMerges(rows)) reader.learnMerges(await sheet.merges())
  for (const row of rows) {
    reader.read(row)
    watch.see(row)
  }
}

function notices(rows: SheetRows, sheet: Sheet, around: Surroundings, { source, mapping }: Candidacy): Issue[] {
  const issues: Issue[] = []
  if (rows.rowsUsed + rows.rowsRejected === 0)
    issues.push(issueAt(around, rows.skipped.nobody ? 'nobody-listed' : 'empty-roster', { title: source.title }))
  if (rows.hiddenRows > 0) issues.push(issueAt(around, 'hidden-rows', { count: rows.hiddenRows }))
  if (rows.notInForce > 0) issues.push(issueAt(around, 'not-in-force', { count: rows.notInForce }))
  // Offices hide the thousands of empty columns to the right too.
  const hidden = sheet.hiddenColumns().filter((number) => mapping.columns.some(({ index }) => index === number - 1))
  if (hidden.length > 0)
    issues.push(issueAt(around, 'hidden-columns', { columns: hidden.map(columnLetters).join('、') }))
  for (const [field, { text }] of mapping.fields) {
    const period = otherPeriod(field, text)
    if (period !== null)
      issues.push(issueAt(around, period === '月' ? 'monthly-income' : 'yearly-amount', { column: text }))
  }
  if (sheet.hidden) issues.push(issueAt(around, 'hidden-sheet'))
  return issues
}

// A cover or a summary holds no ids; a list whose heading was cut off does.
function headlessCode(rows: readonly SheetRow[]): Issue['code'] {
  if (rows.length === 0) return 'empty-sheet'
  return rows.filter(holdsId).length >= 3 ? 'heading-lost' : 'no-heading'
}

// Another table, or people whom a better heading printed in their midst cut off: they are not read.
function aboveHeading(rows: readonly SheetRow[], header: Header, around: Surroundings): Issue[] {
  const people = rows.filter(holdsId)
  const [first] = people
  if (first === undefined) return []
  const facts = { heading: header.rows[0] ?? 0, count: people.length, first: first.number }
  return [issueAt(around, 'people-above-heading', facts)]
}

function holdsId({ texts }: SheetRow): boolean {
  return texts.some((text) => text.length >= 15 && parseIdNumber(text)?.value)
}

function columnLetters(number: number): string {
  return number <= 26
    ? String.fromCharCode(64 + number)
    : columnLetters(Math.floor((number - 1) / 26)) + columnLetters(((number - 1) % 26) + 1)
}

function titlesOf(rows: readonly SheetRow[]): string[] {
  return rows.slice(0, 5).map((row) => [...new Set(row.texts.filter((text) => text !== ''))].join(' '))
}
