import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { Month } from '../domain/month.js'
import { rowKey, rowKeyHeading, type ShownCell } from '../domain/row-key.js'
import { plainValue } from './cell-text.js'
import { addForm } from './form.js'
import { columnLetter, excelWidth, formSetup, headingRow, rowHeight, sheetSetup, stretchEnds } from './layout.js'
import { type ListName, lists } from './lists.js'
import { monthTitle } from './month-title.js'
import type { CellValue, Form, Segment, Table, TableColumn, TableRow } from './sheet.js'
import { bodyStyle, fixedStyles, segmentFonts } from './styles.js'
import { addFilterNames, asSharedString, type FilterName, mendElements } from './workbook-gaps.js'

/** What stands around the sheets of a book. */
export interface Book {
  readonly month: Month
  /** The unit that fills the book in or is reported on, second row of every sheet. */
  readonly unit: string
  readonly tables: Iterable<Table | Form>
}

const listSheet = 'lists'
const nothing = '本月无'

type Writer = ExcelJS.stream.xlsx.WorkbookWriter

/** Writes a book as .xlsx bytes. Same input, same cells; the zip bytes themselves are not stable. */
export async function writeWorkbook(book: Book): Promise<Buffer> {
  const out = new PassThrough()
  const bytes = buffer(out)
  const writer = openWriter(out, book.month)
  const used = new Set<ListName>()
  const filters: (FilterName | null)[] = []
  for (const table of book.tables) {
    if (table.layout === 'form') {
      addFormSheet(writer, table)
      filters.push(null)
      continue
    }
    await addSheet(writer, table, book)
    for (const name of listsOf(table)) used.add(name)
    filters.push(filterName(table, filters.length))
  }
  addLists(writer, used)
  addFilterNames(
    writer.definedNames,
    filters.filter((name) => name !== null),
  )
  await writer.commit()
  return bytes
}

// The streaming writer lets rows go as they are written: a large county's books need 0.3 GB where the whole-workbook writer needs 1.5 GB.
function openWriter(out: PassThrough, month: Month): Writer {
  const day = new Date(`${month}-01T00:00:00Z`)
  const options = {
    stream: out,
    useStyles: true,
    useSharedStrings: true,
    creator: 'doudi',
    created: day,
    modified: day,
  }
  return new ExcelJS.stream.xlsx.WorkbookWriter(options)
}

async function addSheet(writer: Writer, table: Table, book: Book): Promise<void> {
  const sheet = writer.addWorksheet(table.name, sheetSetup(table))
  setWidths(sheet, table)
  addTop(sheet, table, book)
  const first = table.layout === 'guide' ? headingRow : headingRow + 1
  table.rows.forEach((row, index) => {
    addRow(sheet, first + index, table, row, book.month)
  })
  const last = first + table.rows.length - 1
  const below = Math.max(last, first - 1) + 1
  const remarks = table.rows.length > 0 ? table.remark : (table.remark ?? nothing)
  if (remarks !== null) addRemark(sheet, below, table, remarks)
  if (table.layout !== 'guide' && table.rows.length > 0) {
    sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: last, column: table.columns.length } }
    addDropDowns(sheet, table.columns, first)
  }
  if (table.layout === 'check') {
    addSignature(sheet, remarks === null ? below : below + 1, table)
    await protect(sheet)
  }
  mendElements(sheet)
  sheet.commit()
}

// Excel heeds page breaks only where it does not fit the sheet to pages, so that forms are printed at their own size.
function addFormSheet(writer: Writer, form: Form): void {
  const sheet = writer.addWorksheet(form.name, formSetup(form.name))
  addForm(sheet, form)
  mendElements(sheet)
  sheet.commit()
}

function setWidths(sheet: ExcelJS.Worksheet, table: Table): void {
  table.columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = excelWidth(column.width)
  })
  if (table.layout !== 'check') return
  const key = sheet.getColumn(table.columns.length + 1)
  key.width = 34
  key.hidden = true
}

// Title, then unit, month and (on sheets that are filled in) the date to be written, then the headings.
function addTop(sheet: ExcelJS.Worksheet, table: Table, book: Book): void {
  const count = table.columns.length
  setCell(sheet.getCell(1, 1), table.title, fixedStyles.title)
  if (count > 1) sheet.mergeCells(1, 1, 1, count)
  sheet.getRow(1).height = 28
  addInfo(sheet, table, book)
  if (table.layout === 'guide') return
  const row = sheet.getRow(headingRow)
  table.columns.forEach((column, index) => {
    const style = column.answer === undefined ? fixedStyles.heading : fixedStyles.answerHeading
    setCell(row.getCell(index + 1), column.heading, style)
  })
  if (table.layout === 'check') setCell(row.getCell(count + 1), `${rowKeyHeading}(请勿改动)`, fixedStyles.key)
  row.height = rowHeight(table.columns.map(({ heading, width }) => ({ text: heading, width })))
}

function addInfo(sheet: ExcelJS.Worksheet, table: Table, book: Book): void {
  const month = `数据月份：${monthTitle(book.month)}`
  sheet.getRow(2).height = 20
  if (table.layout !== 'check') {
    addStretches(sheet, 2, table, [`单位：${book.unit}　　　　${month}`], [fixedStyles.info])
    return
  }
  const texts = [`填报单位：${book.unit}（盖章）`, month, '填报日期：　　　年　　月　　日']
  addStretches(sheet, 2, table, texts, [fixedStyles.info, fixedStyles.infoMiddle, fixedStyles.infoAnswer])
}

// One row of merged stretches of columns, about equally wide, one for each text.
function addStretches(
  sheet: ExcelJS.Worksheet,
  row: number,
  table: Table,
  texts: readonly string[],
  styles: readonly object[],
): void {
  const ends = stretchEnds(
    table.columns.map((column) => column.width),
    texts.length,
  )
  texts.forEach((text, index) => {
    const [first, last] = [(ends[index - 1] ?? 0) + 1, ends[index] as number]
    setCell(sheet.getCell(row, first), text, styles[index] ?? (styles[0] as object))
    if (last > first) sheet.mergeCells(row, first, row, last)
  })
}

function addRow(sheet: ExcelJS.Worksheet, number: number, table: Table, row: TableRow, month: Month): void {
  const { cells, emphasis } = row
  const { columns } = table
  const at = sheet.getRow(number)
  columns.forEach((column, index) => {
    const kind = emphasis ?? (column.answer === undefined ? 'body' : 'answer')
    const value = cells[index] ?? null
    setCell(at.getCell(index + 1), value, bodyStyle(kind, column.style, value))
  })
  if (isAcross(emphasis) && columns.length > 1) sheet.mergeCells(number, 1, number, columns.length)
  if (table.layout === 'check' && row.subject !== null) {
    setCell(at.getCell(columns.length + 1), rowKey(row.subject, month, lockedCells(columns, cells)), fixedStyles.key)
  }
  at.height = emphasis === 'heading' ? 24 : heightOf(columns, row)
  at.commit()
}

function lockedCells(columns: readonly TableColumn[], cells: TableRow['cells']): ShownCell[] {
  return columns.flatMap(({ heading, answer }, index): ShownCell[] =>
    answer === undefined ? [[heading, plainValue(cells[index] ?? null)]] : [],
  )
}

function heightOf(columns: readonly TableColumn[], { cells, emphasis }: TableRow): number {
  const widths = columns.map((column) => column.width)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  if (isAcross(emphasis)) return rowHeight([{ text: plainValue(cells[0] ?? null), width: whole }])
  return rowHeight(cells.map((cell, index) => ({ text: plainValue(cell), width: widths[index] as number })))
}

function isAcross(emphasis: TableRow['emphasis']): boolean {
  return emphasis === 'heading' || emphasis === 'note'
}

function addRemark(sheet: ExcelJS.Worksheet, row: number, table: Table, text: string): void {
  const { columns } = table
  setCell(sheet.getCell(row, 1), text, text === nothing ? fixedStyles.nothing : fixedStyles.remark)
  if (columns.length > 1) sheet.mergeCells(row, 1, row, columns.length)
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  sheet.getRow(row).height = Math.max(30, rowHeight([{ text, width }]))
}

function addSignature(sheet: ExcelJS.Worksheet, row: number, table: Table): void {
  addStretches(sheet, row, table, ['填表人：', '审核人：', '分管负责人：', '联系电话：'], [fixedStyles.signature])
  sheet.getRow(row).height = 30
}

// The range form keeps one rule for each run of rows with one list; the library's own per-cell form writes (and reads back) every cell. Its types do
// not know it.
function addDropDowns(sheet: ExcelJS.Worksheet, columns: readonly TableColumn[], first: number): void {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void }
  }
  columns.forEach(({ answer }, index) => {
    if (answer === undefined || answer === 'free') return
    const letter = columnLetter(index + 1)
    for (const { list, from, to } of runsOf(answer))
      dataValidations.add(`${letter}${first + from}:${letter}${first + to}`, {
        type: 'list',
        allowBlank: true,
        formulae: [list],
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: '请从下拉表选择',
        error: '此栏只能从下拉表中选择；其他情况请写在“情况说明”。',
      })
  })
}

// Runs of rows with one list, by 0-based row.
function runsOf(answer: readonly ListName[]): { readonly list: ListName; readonly from: number; to: number }[] {
  const runs: { readonly list: ListName; readonly from: number; to: number }[] = []
  answer.forEach((list, at) => {
    const run = runs.at(-1)
    if (run?.list === list) run.to = at
    else runs.push({ list, from: at, to: at })
  })
  return runs
}

// Without a password: the lock guards against slips, not against intent. Filtering works; Excel sorts only ranges without locked cells.
async function protect(sheet: ExcelJS.Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    autoFilter: true,
    sort: true,
    formatColumns: true,
    formatRows: true,
  })
}

function filterName({ name, layout, columns, rows }: Table, localSheetId: number): FilterName | null {
  if (layout === 'guide' || rows.length === 0) return null
  const last = `$${columnLetter(columns.length)}$${headingRow + rows.length}`
  return { name: '_xlnm._FilterDatabase', ranges: [`'${name}'!$A$${headingRow}:${last}`], localSheetId }
}

function listsOf({ columns }: Table): ListName[] {
  return columns.flatMap(({ answer }) => (answer === undefined || answer === 'free' ? [] : answer))
}

// Named ranges on a sheet that only a macro could show: a list of 25 outcomes is too long for a rule's own text.
function addLists(writer: Writer, used: ReadonlySet<ListName>): void {
  if (used.size === 0) return
  const sheet = writer.addWorksheet(listSheet, { state: 'veryHidden' })
  ;[...used].sort().forEach((name, index) => {
    lists[name].forEach((text, row) => {
      sheet.getCell(row + 1, index + 1).value = text
    })
    const letter = columnLetter(index + 1)
    writer.definedNames.add(`${listSheet}!$${letter}$1:$${letter}$${lists[name].length}`, name)
  })
  sheet.commit()
}

function setCell(cell: ExcelJS.Cell, value: CellValue, style: object): void {
  if (typeof value === 'object' && value !== null) cell.value = richValue(value)
  else cell.value = value
  // Assigned whole: the writer recognises shared style objects and skips comparing them.
  cell.style = style as Partial<ExcelJS.Style>
}

function richValue(segments: readonly Segment[]): ExcelJS.CellRichTextValue | null {
  if (segments.length === 0) return null
  const richText = segments.map(({ text, marked }) => ({
    text,
    font: marked ? segmentFonts.marked : segmentFonts.plain,
  }))
  return asSharedString({ richText }) as unknown as ExcelJS.CellRichTextValue
}
