import { isDateCode } from './date-format.js'
import { dateText, isoDateText } from './date-text.js'
import { RowBuilder } from './row-builder.js'
import type { Merge, ReadLimits, SheetRow } from './workbook.js'
import type { XmlHandler } from './xml.js'
import type { XmlSheetState } from './xml-sheet.js'

const namedDateFormats = /^(General|Short|Medium|Long) (Date|Time)$/
const dayMilliseconds = /T00:00:00(\.0+)?$/

/** The handler that collects rows, merges and hidden columns of the worksheet at `index` (0-based) of an XML Spreadsheet 2003 document. */
export function spreadsheetHandler(index: number, limits: ReadLimits): XmlSheetState {
  const row = new RowBuilder(limits)
  const merges: Merge[] = []
  const hiddenColumns: number[] = []
  const dateStyles = new Set<string>()
  let rows: SheetRow[] = []
  let style = ''
  let sheet = -1
  let rowNumber = 0
  let column = 0
  let columnElement = 0
  let across = 0
  let cellStyle = ''
  let type = ''
  let value: string | null = null
  let aside = 0
  let date1904 = false
  let inDate1904 = false
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'Style') openStyle(attributes)
      else if (name === 'NumberFormat') noteFormat(attributes.Format ?? '')
      else if (name === 'Date1904') inDate1904 = date1904 = true
      else if (name === 'Worksheet') {
        sheet += 1
        rowNumber = 0
        columnElement = 0
      } else if (sheet !== index) return
      else if (name === 'Comment' || name === 'PhoneticText') aside += 1
      else if (name === 'Column') noteColumn(attributes)
      else if (name === 'Row') openRow(attributes)
      else if (name === 'Cell') openCell(attributes)
      else if (name === 'Data' && aside === 0) {
        type = attributes.Type ?? 'String'
        value = ''
      }
    },
    text(text) {
      if (value !== null && aside === 0) value += text
      if (inDate1904 && /^\s*(0|false)/i.test(text)) date1904 = false
    },
    close(name) {
      if (name === 'Date1904') inDate1904 = false
      if (sheet !== index) return
      if (name === 'Comment' || name === 'PhoneticText') aside -= 1
      else if (name === 'Data' && value !== null && aside === 0) {
        setCell(value)
        value = null
      } else if (name === 'Cell') column += across
      else if (name === 'Row') {
        const finished = row.finish()
        if (finished) rows.push(finished)
      }
    },
  }
  return {
    handler,
    merges,
    hiddenColumns,
    take() {
      const taken = rows
      rows = []
      return taken
    },
  }

  function openStyle({ ID = '', Parent = '' }: Readonly<Record<string, string>>): void {
    style = ID
    if (dateStyles.has(Parent)) dateStyles.add(ID)
  }

  function noteFormat(format: string): void {
    if (namedDateFormats.test(format) || isDateCode(format)) dateStyles.add(style)
    else dateStyles.delete(style)
  }

  function noteColumn({ Index, Span = '0', Hidden }: Readonly<Record<string, string>>): void {
    columnElement = Index === undefined ? columnElement + 1 : Number(Index)
    const last = Math.min(columnElement + Number(Span), 16_384)
    for (let i = columnElement; i <= last && Hidden === '1'; i++) hiddenColumns.push(i)
    columnElement = last
  }

  function openRow({ Index, Hidden, Span = '0' }: Readonly<Record<string, string>>): void {
    rowNumber = Index === undefined ? rowNumber + 1 : Number(Index)
    row.start(rowNumber, Hidden === '1')
    rowNumber += Number(Span)
    column = 0
  }

  function openCell({
    Index,
    StyleID = '',
    MergeAcross = '0',
    MergeDown = '0',
  }: Readonly<Record<string, string>>): void {
    column = Index === undefined ? column + 1 : Number(Index)
    cellStyle = StyleID
    across = Number(MergeAcross)
    const down = Number(MergeDown)
    if (across + down > 0)
      merges.push({ top: rowNumber, left: column, bottom: rowNumber + down, right: column + across })
  }

  function setCell(text: string): void {
    if (type === 'Number') {
      const date = dateStyles.has(cellStyle) ? dateText(Number(text), date1904) : null
      if (date === null) row.set(column, text.trim(), 'number')
      else row.set(column, date, 'date')
    } else if (type === 'DateTime') row.set(column, dateTime(text), 'date')
    else if (type === 'Boolean') row.set(column, text.trim() === '1' ? 'TRUE' : 'FALSE', 'boolean')
    else if (type === 'Error') row.set(column, text.trim(), 'error')
    else row.set(column, text, 'text')
  }
}

// A time of day without a date is written with the day before the calendar begins.
function dateTime(text: string): string {
  if (/^(1899-12-3[01]|1904-01-01)T/.test(text) && !dayMilliseconds.test(text))
    return isoDateText(text.slice(10)) ?? text
  return isoDateText(text) ?? text
}
