import { compareText } from '../domain/compare-text.js'
import { type Issue, issueAt } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import type { Gazetteer } from '../domain/place.js'
import { refusalWords } from '../domain/refusal.js'
import { dropCrowdedValues } from './crowded-values.js'
import { deliveriesOf, type ReadRoster } from './deliveries.js'
import type { Delivery } from './delivery.js'
import { type Duplicate, splitDuplicates } from './duplicates.js'
import { openWorkbook } from './formats/open.js'
import { type Settling, settleHouseholdLists } from './household-lists.js'
import type { InboxFile } from './inbox.js'
import { placeLocalNumbers } from './local-numbers.js'
import { locateAll } from './locate.js'
import { type Outdated, olderMonths } from './older-months.js'
import type { FileReading, OpenFile } from './read-file.js'
import { readFiles, usefulThreads } from './read-files.js'
import { type ReadingSettings, readingGround } from './reading-ground.js'
import type { PersonRecord } from './source.js'
import { sources } from './sources/all.js'
import { undeliveredLists } from './undelivered-lists.js'
import { type UnreadRoster, unreadRosters } from './unread-rosters.js'
import { versionIssues } from './versions.js'

/** What to read, and with what knowledge. */
export interface IngestRequest {
  readonly files: readonly InboxFile[]
  readonly settings: ReadingSettings
  readonly towns: Gazetteer
  readonly month: Month
  /** Tried on encrypted workbooks. */
  readonly passwords?: readonly string[]
  /** How files are opened; another one only in tests. */
  readonly open?: OpenFile
  /** Called when a file is done: how many of how many, and its name. */
  readonly onProgress?: (done: number, total: number, file: string) => void
}

/** A file of which nothing was read. */
interface RejectedFile {
  readonly file: string
  readonly issue: Issue
}

/** Everything that the files of a month hold. */
export interface Ingested {
  /** By source, file, sheet, row and pair; `index` is the position. */
  readonly records: readonly PersonRecord[]
  readonly duplicates: readonly Duplicate[]
  /** Who stands in rows of earlier months only, for which this month's sheets stand. */
  readonly outdated: readonly Outdated[]
  readonly issues: readonly Issue[]
  /** One per sheet that was read, by file and sheet. */
  readonly deliveries: readonly Delivery[]
  readonly rejectedFiles: readonly RejectedFile[]
  readonly unreadRosters: readonly UnreadRoster[]
  /** SHA-256 (hex) by name of each file that could be opened. */
  readonly hashes: ReadonlyMap<string, string>
}

/**
 * Reads the files of a month into records. A file that cannot be read is an issue and the rest goes on. Throws ToolError when settings name a
 * source or column that does not exist.
 */
export async function ingest(request: IngestRequest): Promise<Ingested> {
  const ground = readingGround(request.settings, request.month)
  const passwords = request.passwords ?? []
  const open = request.open ?? ((path) => openWorkbook(path, { passwords }))
  const files = [...request.files].sort((a, b) => compareText(a.name, b.name))
  let done = 0
  const outcomes = await readFiles(
    files,
    ground,
    { open, passwords, threads: request.open ? 0 : usefulThreads() },
    ({ name }) => request.onProgress?.(++done, files.length, name),
  )
  const readings: FileReading[] = []
  const rejectedFiles: RejectedFile[] = []
  const names = new Map<string, string>()
  for (const [position, outcome] of outcomes.entries()) {
    const { name } = files[position] as InboxFile
    if (!('reading' in outcome)) {
      rejectedFiles.push({ file: name, issue: unreadable(name, outcome.error) })
      continue
    }
    const content = contentOf(outcome.reading)
    const other = content === null ? undefined : names.get(content)
    if (other === undefined) readings.push(outcome.reading)
    // A copy beside its original is nobody's double entry: the department's source system has none to delete.
    else rejectedFiles.push({ file: name, issue: issueAt({ file: name }, 'file-copied', { other }) })
    if (content !== null) names.set(content, other ?? name)
  }
  return settle(readings, rejectedFiles, request)
}

/**
 * The issue of a file that could not be read: its own fault has a code, and what the operating system refuses (rights, a file gone meanwhile) is told
 * in words. Throws `error` again when it is neither: that is our bug.
 */
export function unreadable(file: string, error: unknown): Issue {
  const { name, code, facts } = error as { name?: string; code?: string; facts?: Issue['facts'] }
  if (name === 'UnreadableFile') return issueAt({ file }, code as Issue['code'], facts)
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
    return issueAt({ file }, 'file-unreachable', { reason: refusalWords(code) })
  throw error
}

// What tells copies: the bytes and what they were read as. Lists without a row may well come from one empty form; null for them.
function contentOf(file: FileReading): string | null {
  const filled = rostersOf(file).filter(({ records }) => records.length > 0)
  return filled.length === 0 ? null : [file.sha256, ...filled.map(({ source }) => source.id)].join(' ')
}

function settle(readings: readonly FileReading[], rejectedFiles: RejectedFile[], request: IngestRequest): Ingested {
  const issues: Issue[] = rejectedFiles.map(({ issue }) => issue)
  const names = request.files.map(({ name }) => name)
  issues.push(...undeliveredLists(request.settings.lists, names))
  const read: ReadRoster[] = []
  const unknownPlaces = new Set<string>()
  for (const file of readings) {
    const rosters = rostersOf(file)
    read.push(...rosters)
    issues.push(...file.issues)
    for (const { rows, around, records } of rosters) {
      for (const found of rows.issues) issues.push(found)
      for (const found of locateAll(records, around, request.towns, unknownPlaces)) issues.push(found)
    }
    if (rosters.length === 0) rejectedFiles.push({ file: file.file, issue: file.issues.at(-1) as Issue })
  }
  const { replaced, outdated, issues: ofMonths } = olderMonths(read, request.month)
  const sheets = withoutReplaced(read, replaced)
  const bySource = [...sheets].sort((a, b) => compareText(a.source.id, b.source.id))
  issues.push(...placeLocalNumbers(bySource), ...dropCrowdedValues(bySource))
  settleHouseholdLists(
    bySource.flatMap(({ records }) => records),
    sources,
  )
  const { records, duplicates } = withoutDuplicates(bySource)
  for (const [index, record] of records.entries()) record.index = index
  for (const [index, { record }] of duplicates.entries()) (record as Settling).index = records.length + index
  for (const duplicate of duplicates) issues.push(duplicateIssue(duplicate, sheets))
  issues.push(...ofMonths, ...versionIssues(bySource, duplicates))
  const deliveries = deliveriesOf(sheets, duplicates, request.month)
  const hashes = new Map(readings.map(({ file, sha256 }) => [file, sha256]))
  const unread = unreadRosters(readings, request.towns)
  const told = issues.filter(notOf(replaced))
  return { records, duplicates, outdated, issues: told, deliveries, rejectedFiles, unreadRosters: unread, hashes }
}

function rostersOf(file: FileReading): ReadRoster[] {
  return file.sheets.flatMap(({ rows, recognition, around, header }) => {
    if (rows === null || header === null || recognition?.state !== 'recognised') return []
    const { source, mapping } = recognition.best
    return [
      { file, around, header, mapping, rows, source, records: rows.records as unknown as Settling[], replaced: [] },
    ]
  })
}

function withoutReplaced(sheets: readonly ReadRoster[], replaced: ReadonlySet<PersonRecord>): ReadRoster[] {
  if (replaced.size === 0) return [...sheets]
  return sheets.map((sheet) => ({
    ...sheet,
    records: sheet.records.filter((record) => !replaced.has(record)),
    replaced: sheet.records.filter((record) => replaced.has(record)),
  }))
}

// What is wrong with the cells of a row that counts for nothing is nobody's to mend.
function notOf(replaced: ReadonlySet<PersonRecord>): (issue: Issue) => boolean {
  const keyOf = ({ file, sheet, row }: Issue['origin']) => `${file}\t${sheet}\t${row}`
  const rows = new Set([...replaced].map(({ origin }) => keyOf(origin)))
  return ({ origin }) => !rows.has(keyOf(origin))
}

// Sheets of one source are one roster: the same file sent twice must not double its people.
function withoutDuplicates(sheets: readonly ReadRoster[]): { records: Settling[]; duplicates: Duplicate[] } {
  const records: Settling[] = []
  const duplicates: Duplicate[] = []
  for (const id of new Set(sheets.map(({ source }) => source.id))) {
    const own = sheets.filter(({ source }) => source.id === id).flatMap((sheet) => sheet.records)
    const split = splitDuplicates(own)
    for (const record of split.kept) records.push(record as Settling)
    for (const duplicate of split.duplicates) duplicates.push(duplicate)
  }
  return { records, duplicates }
}

function duplicateIssue({ record, of }: Duplicate, sheets: readonly ReadRoster[]): Issue {
  const department = sheets.find(({ source }) => source.id === record.source)?.source.department ?? null
  const elsewhere = of.origin.file === record.origin.file ? '' : `${of.origin.file} › `
  const sheet = of.origin.sheet === record.origin.sheet && elsewhere === '' ? '' : `${of.origin.sheet} › `
  return {
    code: 'duplicate-row',
    facts: { other: `${elsewhere}${sheet}第 ${of.origin.row} 行` },
    origin: record.origin,
    department,
    source: record.source,
  }
}
