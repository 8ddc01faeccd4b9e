import { shownText } from '../domain/cell.js'
import { type IdNumber, maskIdNumber } from '../domain/id-number.js'
import type { Issue } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import { maskName } from '../domain/shown-name.js'
import { countIds } from './damage.js'
import { dataMonth } from './data-month.js'
import { printedColumns } from './deliveries.js'
import { openWorkbook } from './formats/open.js'
import type { SheetRow } from './formats/workbook.js'
import type { HeaderColumn } from './header.js'
import type { InboxFile } from './inbox.js'
import { type FileReading, type OpenFile, readFile } from './read-file.js'
import type { SheetReading } from './read-sheet.js'
import { type ReadingSettings, readingGround } from './reading-ground.js'
import type { Candidacy, Recognition } from './recognise.js'
import { nearest } from './recognition-issues.js'
import type { SkippedRow } from './row-kind.js'
import { rejections } from './row-reader.js'
import type { Source } from './source.js'
import type { UnreadColumn } from './unread-columns.js'

/** What doudi sees in a file. Holds no unmasked id or name. */
export interface Inspection {
  readonly file: string
  readonly format: string
  readonly encoding: string | null
  readonly sheets: readonly SheetInspection[]
  readonly issues: readonly Issue[]
}

/** A source as it was weighed for a sheet. */
export interface Weighed {
  readonly id: string
  readonly title: string
  readonly score: number
  /** Columns of the sheet that serve it. */
  readonly matched: number
}

/** What doudi sees in a sheet. */
export interface SheetInspection {
  readonly sheet: string
  /** `no-roster`: no heading band was found. */
  readonly state: Recognition['state'] | 'no-roster'
  readonly titles: readonly string[]
  /** 1-based numbers of the heading rows. */
  readonly headerRows: readonly number[]
  readonly dataMonth: Month | null
  readonly source: Weighed | null
  readonly runnerUp: Weighed | null
  /** Every heading as printed, left to right. */
  readonly headings: readonly string[]
  /** Field → heading as printed. */
  readonly columns: Readonly<Record<string, string>>
  /** Field → the heading it usually has, for the fields of `columns`. */
  readonly usualHeadings: Readonly<Record<string, string>>
  readonly unknownColumns: readonly string[]
  /** Required columns that are not there, by the heading they usually have, with what might be meant. */
  readonly missing: readonly { readonly field: string; readonly heading: string; readonly nearest: readonly string[] }[]
  /** Unused columns full of ids or names. */
  readonly unread: readonly UnreadColumn[]
  /** The first rows below the heading, masked, cell by heading. */
  readonly firstRows: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[]
  readonly ids: ReturnType<typeof countIds>
  readonly rowsRead: number
  readonly rowsUsed: number
  readonly rowsRejected: number
  readonly rowsSkipped: Readonly<Partial<Record<SkippedRow, number>>>
  readonly rejected: readonly { readonly row: number; readonly code: Issue['code'] }[]
}

const shownRows = 3

/** What `inspectFile` needs beside the file. */
export interface InspectRequest {
  readonly settings: ReadingSettings
  readonly month: Month
  readonly passwords?: readonly string[]
  /** How files are opened; another one only in tests. */
  readonly open?: OpenFile
}

/** Reads one file as `ingest` would and tells what it saw. A file that cannot be opened throws UnreadableFile; wrong settings throw ToolError. */
export async function inspectFile(file: InboxFile, request: InspectRequest): Promise<Inspection> {
  const passwords = request.passwords ?? []
  const open = request.open ?? ((path: string) => openWorkbook(path, { passwords }))
  return inspection(await readFile(file, open, readingGround(request.settings, request.month)), request.month)
}

/** Turns the reading of a file into what `inspect` shows; `month` is the month being worked on. */
function inspection(reading: FileReading, month: Month): Inspection {
  return {
    file: reading.file,
    format: reading.format,
    encoding: reading.encoding,
    sheets: reading.sheets.map((sheet) => sheetInspection(sheet, month)),
    issues: [...reading.issues, ...reading.sheets.flatMap(({ rows }) => rows?.issues ?? [])],
  }
}

function sheetInspection(sheet: SheetReading, month: Month): SheetInspection {
  const { around, header, recognition, rows } = sheet
  const best = recognition?.best ?? null
  const records = rows?.records ?? []
  const columns = best ? printedColumns(best.mapping) : {}
  return {
    sheet: around.sheet,
    state: recognition?.state ?? 'no-roster',
    titles: around.titles.map(shownTitle),
    headerRows: header?.rows ?? [],
    dataMonth: dataMonth(
      records.map((record) => (record.dataMonth as Month | null | undefined) ?? null),
      around,
      month,
    ),
    source: weighed(best),
    runnerUp: weighed(recognition?.runnerUp ?? null),
    headings: header?.columns.map(({ text }) => text) ?? [],
    columns,
    usualHeadings: usualHeadings(best?.source ?? null, Object.keys(columns)),
    unknownColumns: (best?.mapping.unknown ?? header?.columns ?? []).map(({ text }) => text),
    missing: best && recognition?.state === 'missing' ? missingColumns(best, sheet) : [],
    unread: sheet.unread,
    firstRows: sheet.samples.slice(0, shownRows).map((row) => maskedRow(row, header?.columns ?? [])),
    ids: countIds(records.map((record) => record.idNumber as IdNumber | null)),
    rowsRead: rows?.rowsRead ?? 0,
    rowsUsed: rows?.rowsUsed ?? 0,
    rowsRejected: rows?.rowsRejected ?? 0,
    rowsSkipped: rows?.skipped ?? {},
    rejected: (rows?.issues ?? [])
      .filter(({ code }) => rejections.includes(code))
      .map(({ code, origin }) => ({ row: origin.row, code })),
  }
}

function weighed(candidacy: Candidacy | null): Weighed | null {
  if (candidacy === null) return null
  const { source, score, mapping } = candidacy
  return { id: source.id, title: source.title, score, matched: mapping.matched }
}

function usualHeadings(source: Source | null, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, source?.columns[field]?.headers[0] ?? field]))
}

// Whole where it is short; a title of a form may hold a name. What holds an id is somebody's row, and any short word in it may be a name, of a rare
// surname too.
function shownTitle(title: string): string {
  const show = holdsId(title) ? shownOfPerson : shownText
  return title
    .split(/([\s：:；;，,、]+)/)
    .map((part, at) => (at % 2 === 0 ? show(part) + (part.length > 20 ? '…' : '') : part))
    .join('')
    .slice(0, 80)
}

function missingColumns({ source, mapping }: Candidacy, sheet: SheetReading): SheetInspection['missing'] {
  return mapping.missing.map((field) => ({
    field,
    heading: source.columns[field]?.headers[0] ?? field,
    nearest: nearest(field, { source, mapping }, sheet).map(({ text }) => text),
  }))
}

function maskedRow(row: SheetRow, columns: readonly HeaderColumn[]): SheetInspection['firstRows'][number] {
  const shown = columns.map((column) => [column.text, maskedCell(row.texts[column.index] ?? '', column.text)] as const)
  const show = row.texts.some(holdsId) ? shownOfPerson : (text: string) => maskedCell(text, '')
  const loose = columns.length === 0 ? row.texts.map((text, index) => [String(index + 1), show(text)] as const) : []
  return { row: row.number, cells: Object.fromEntries([...shown, ...loose].filter(([, text]) => text !== '')) }
}

function holdsId(text: string): boolean {
  return /\d{15}/.test(text)
}

function shownOfPerson(text: string): string {
  return /^[\u3400-\u9FFF]{2,4}$/.test(text) ? maskName(text) : maskedCell(text, '')
}

// Under a heading of names everything is a name; under any other, or none, what looks like one.
function maskedCell(text: string, heading: string): string {
  const hidden = text.replace(/[0-9０-９Xx*]{15,}/g, (run) => maskIdNumber(run))
  if (hidden !== text) return [...hidden].slice(0, 40).join('')
  if (/姓名|户主$|监护人|领取人|联系人|照料人|成员|人员$|对象$|[死逝亡]者|车主|代表人|权利人|所有人|名$/.test(heading))
    return text
      .split(/([\s,，、;；/|]+)/)
      .map((part, index) => (index % 2 === 0 && part !== '' ? maskName(part) : part))
      .join('')
  return shownText(text)
}

/**
 * The `columns:` entries of doudi.yaml that would settle a sheet: source → field → heading. For its missing columns the nearest candidate; for
 * unused columns full of ids the field that they could be. Null when nothing is to be settled.
 */
export function columnsEntry(sheet: SheetInspection): Record<string, Record<string, string>> | null {
  if (sheet.source === null) return null
  const missing = sheet.missing.flatMap(({ field, nearest }) => {
    const [heading] = nearest
    return heading === undefined ? [] : [[field, heading] as const]
  })
  const unread = sheet.unread.flatMap(({ field, heading }) => (field === null ? [] : [[field, heading] as const]))
  // Of two unused columns that could be one field the first.
  const fields = [...unread.reverse(), ...missing]
  return fields.length === 0 ? null : { [sheet.source.id]: Object.fromEntries(fields) }
}
