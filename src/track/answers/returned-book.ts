import { type Cell, emptyCell, plainText, writtenText } from '../../domain/cell.js'
import { type Issue, issueAt } from '../../domain/issue.js'
import { isMonth, type Month } from '../../domain/month.js'
import { parseRowKey, type RowKey, type ShownCell } from '../../domain/row-key.js'
import { cellAt, type Sheet, type SheetRow, type Workbook } from '../../ingest/formats/workbook.js'
import { type MergedCells, mergedCells } from '../../ingest/merged-cells.js'
import { parseQuestionKey } from '../../match/question-key.js'
import { parseCaseKey } from '../case-number.js'
import { type Columns, isAnswer, missingAnswerOf, type SheetKind, sheetKindOf } from './sheet-kind.js'

/** Where a returned row stands, and what stands above it: who filled the sheet in ('' when it does not say), and its month. */
export interface Place {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly unit: string
  readonly month: Month | null
}

/** A row of a returned sheet, its cells by field. */
export interface ReturnedRow {
  readonly kind: SheetKind
  readonly place: Place
  /** The hidden key, or null when it was lost. */
  readonly key: RowKey | null
  readonly cells: Readonly<Record<string, Cell>>
  /** The locked cells with the headings of their columns. */
  readonly shown: readonly ShownCell[]
  /** Some of what is filled in, besides the signature, stands in the first row of a merged cell and was taken from there. */
  readonly isMerged: boolean
}

/** What a returned file holds. */
export interface ReturnedBook {
  readonly file: string
  /** Names of the sheets that were recognised. */
  readonly sheets: readonly string[]
  /** Who the sheets say have answered what they were asked. */
  readonly units: readonly string[]
  readonly rows: readonly ReturnedRow[]
  /** Sheets of ours whose rows cannot be read, because their headings or the column that answers them are gone. */
  readonly problems: readonly Issue[]
}

/**
 * Reads every row below every row of headings that is one of a check sheet, in every sheet, hidden and filtered rows too; several sheets may have
 * been copied into one. Throws UnreadableFile for what cannot be read.
 */
export async function readReturned(file: string, workbook: Workbook): Promise<ReturnedBook> {
  const rows: ReturnedRow[] = []
  const problems: Issue[] = []
  const [sheets, units] = [new Set<string>(), new Set<string>()]
  for (const sheet of workbook.sheets)
    await readSheet(file, sheet, {
      onHeadings: (kind, unit) => {
        sheets.add(sheet.name)
        // Who inspects another township has not answered for himself by it.
        if (unit !== '' && kind !== 'inspections') units.add(unit)
      },
      onRow: (row) => rows.push(row),
      onLack: (row, column) =>
        problems.push(issueAt({ file, sheet: sheet.name, row }, 'answer-column-missing', { column })),
      onBare: (row, rows) =>
        problems.push(issueAt({ file, sheet: sheet.name, row }, 'answer-headings-missing', { rows })),
    })
  return { file, sheets: [...sheets], units: [...units], rows, problems }
}

interface Band {
  readonly kind: SheetKind
  readonly columns: Columns
  readonly headings: readonly string[]
  /** Of the columns that are filled in. */
  readonly merged: MergedCells
}

interface Reading {
  readonly onHeadings: (kind: SheetKind, unit: string) => void
  readonly onRow: (row: ReturnedRow) => void
  readonly onLack: (row: number, heading: string) => void
  /** The first of so many rows of ours that stand below no headings. */
  readonly onBare: (row: number, rows: number) => void
}

// A web page shows all sheets of a book one below the other, so that headings may stand anywhere.
async function readSheet(file: string, sheet: Sheet, { onHeadings, onRow, onLack, onBare }: Reading): Promise<void> {
  let band: Band | 'lacking' | null = null
  const bare: number[] = []
  let above: Pick<Place, 'unit' | 'month'> = { unit: '', month: null }
  for await (const rows of sheet.rows())
    for (const row of rows) {
      const found = sheetKindOf(row.texts)
      const lack = found === null ? missingAnswerOf(row.texts) : null
      if (lack !== null) {
        band = 'lacking'
        onLack(row.number, lack)
      } else if (found !== null) {
        band = { ...found, headings: row.texts, merged: await mergedAnswers(sheet, found) }
        onHeadings(found.kind, above.unit)
      } else if (isInfo(row.texts)) above = infoIn(row.texts, above)
      else if (band === null) {
        if (isOurs(row.texts)) bare.push(row.number)
      } else if (band !== 'lacking' && !isSignature(row.texts))
        onRow(rowOf(row, band, { file, sheet: sheet.name, row: row.number, ...above }))
    }
  if (bare.length > 0) onBare(bare[0] as number, bare.length)
}

// By the hidden key: a row that was cut from under its headings still carries it.
function isOurs(texts: readonly string[]): boolean {
  return texts.some((text) => {
    const subject = parseRowKey(text)?.subject ?? ''
    return parseCaseKey(subject) !== null || parseQuestionKey(subject) !== null
  })
}

// A cell merged down over several questions gives all of them the same answer; only its first row holds it.
async function mergedAnswers(sheet: Sheet, { kind, columns }: Pick<Band, 'kind' | 'columns'>): Promise<MergedCells> {
  const merged = mergedCells(
    [...columns].filter(([field]) => isAnswer(kind, field)).map(([, at]) => at),
    [],
  )
  merged.learn(await sheet.merges())
  return merged
}

function rowOf(row: SheetRow, { kind, columns, headings, merged }: Band, place: Place): ReturnedRow {
  const sources = [...columns].map(([field, at]) => ({ field, at, source: merged.rowFor(row, at) }))
  const cells = Object.fromEntries(sources.map(({ field, at, source }) => [field, cellAt(source, at)]))
  const filledIn = new Set(
    [...columns].filter(([field]) => field === 'key' || isAnswer(kind, field)).map(([, at]) => at),
  )
  const shown = headings.flatMap((heading, at): ShownCell[] =>
    filledIn.has(at) ? [] : [[heading, row.texts[at] ?? '']],
  )
  // One signature for several rows is nothing to ask about.
  const isMerged = sources.some(({ field, source }) => field !== 'who' && source !== row)
  return { kind, place, key: parseRowKey(cells.key?.text ?? ''), cells, shown, isMerged }
}

const unitForm = /填报单位[:：]\s*(.+?)\s*(?:[(（]盖章[)）])?\s*$/
const monthForm = /数据月份[:：]\s*(\d{4})年(\d{1,2})月/

// By what the line begins with: whoever answers may write of a 填报单位 too.
function isInfo(texts: readonly string[]): boolean {
  return /^\s*(填报单位|数据月份)[:：]/.test(texts.find((text) => text !== '') ?? '')
}

function infoIn(texts: readonly string[], before: Pick<Place, 'unit' | 'month'>): Pick<Place, 'unit' | 'month'> {
  const found = (form: RegExp) => texts.map((text) => form.exec(text)).find((match) => match !== null)
  const month = found(monthForm)
  const named = month ? `${month[1]}-${String(month[2]).padStart(2, '0')}` : ''
  return { unit: found(unitForm)?.[1] ?? before.unit, month: isMonth(named) ? named : before.month }
}

function isSignature(texts: readonly string[]): boolean {
  return /^(填表人|审核人)[:：]/.test(texts.find((text) => text !== '') ?? '')
}

/** The cell of a row's field; an empty one when the sheet has no such column. */
export function fieldCell({ cells }: ReturnedRow, field: string): Cell {
  return cells[field] ?? emptyCell
}

/** The text of a row's field, made plain; '' when the sheet has no such column. */
export function fieldText(row: ReturnedRow, field: string): string {
  return plainText(fieldCell(row, field).text)
}

/** The free text of a row's field as somebody wrote it; '' when the sheet has no such column. */
export function fieldAsWritten(row: ReturnedRow, field: string): string {
  return writtenText(fieldCell(row, field).text)
}

/** Who answered a row: who signed it, or else the unit that filled the sheet in. */
export function signatureOf(row: ReturnedRow): string {
  return fieldAsWritten(row, 'who') || row.place.unit || '未署名'
}
