import { isDateCode } from './date-format.js'
import { dateText, isoDateText } from './date-text.js'
import { numberText } from './number-text.js'
import { addColumns } from './row-builder.js'
import type { ReadLimits } from './workbook.js'
import type { XmlAttributes, XmlHandler } from './xml.js'
import { XmlRows } from './xml-sheet.js'

const namedDateFormats = /^(General|Short|Medium|Long) (Date|Time)$/
const dayMilliseconds = /T00:00:00(\.0+)?$/
// What stands inside a cell and is not its value.
const asides = new Set(['Comment', 'PhoneticText'])

/**
 * Collects the rows, merges and hidden columns of the worksheet at `index` (0-based) of an XML Spreadsheet 2003 document.
 */
export class SpreadsheetRows extends XmlRows {
  private readonly dateStyles = new Set<string>()
  private style = ''
  private sheet = -1
  private rowNumber = 0
  private column = 0
  private columnElement = 0
  private across = 0
  private cellStyle = ''
  private type = ''
  private value: string | null = null
  private aside = 0
  private date1904 = false
  private inDate1904 = false

  constructor(
    private readonly index: number,
    limits: ReadLimits,
  ) {
    super(limits)
  }

  readonly handler: XmlHandler = {
    open: (name, attributes) => {
      this.openAnywhere(name, attributes)
      if (this.sheet === this.index) this.openInSheet(name, attributes)
    },
    text: (text) => {
      if (this.value !== null && this.aside === 0) this.value += text
      if (this.inDate1904 && /^\s*(0|false)/i.test(text)) this.date1904 = false
    },
    close: (name) => {
      if (name === 'Date1904') this.inDate1904 = false
      if (this.sheet === this.index) this.closeInSheet(name)
    },
  }

  private openAnywhere(name: string, attributes: XmlAttributes): void {
    if (name === 'Style') this.openStyle(attributes)
    else if (name === 'NumberFormat') this.noteFormat(attributes.Format ?? '')
    else if (name === 'Date1904') this.inDate1904 = this.date1904 = true
    else if (name === 'Worksheet') {
      this.sheet += 1
      this.rowNumber = 0
      this.columnElement = 0
    }
  }

  private openInSheet(name: string, attributes: XmlAttributes): void {
    if (asides.has(name)) this.aside += 1
    else if (name === 'Column') this.noteColumn(attributes)
    else if (name === 'Row') this.openRow(attributes)
    else if (name === 'Cell') this.openCell(attributes)
    else if (name === 'Data' && this.aside === 0) {
      this.type = attributes.Type ?? 'String'
      this.value = ''
    }
  }

  private closeInSheet(name: string): void {
    if (asides.has(name)) this.aside -= 1
    else if (name === 'Data' && this.value !== null && this.aside === 0) {
      this.setCell(this.value)
      this.value = null
    } else if (name === 'Cell') this.column += this.across
    else if (name === 'Row') {
      const finished = this.row.finish()
      if (finished) this.rows.push(finished)
    }
  }

  private openStyle({ ID = '', Parent = '' }: XmlAttributes): void {
    this.style = ID
    if (this.dateStyles.has(Parent)) this.dateStyles.add(ID)
  }

  private noteFormat(format: string): void {
    if (namedDateFormats.test(format) || isDateCode(format)) this.dateStyles.add(this.style)
    else this.dateStyles.delete(this.style)
  }

  private noteColumn({ Index, Span = '0', Hidden }: XmlAttributes): void {
    const first = Index === undefined ? this.columnElement + 1 : Number(Index)
    this.columnElement = first + Number(Span)
    if (Hidden === '1') addColumns(this.hiddenColumns, first, this.columnElement)
  }

  private openRow({ Index, Hidden, Span = '0' }: XmlAttributes): void {
    this.rowNumber = Index === undefined ? this.rowNumber + 1 : Number(Index)
    this.row.start(this.rowNumber, Hidden === '1')
    this.rowNumber += Number(Span)
    this.column = 0
  }

  private openCell({ Index, StyleID = '', MergeAcross = '0', MergeDown = '0' }: XmlAttributes): void {
    this.column = Index === undefined ? this.column + 1 : Number(Index)
    this.cellStyle = StyleID
    this.across = Number(MergeAcross)
    const down = Number(MergeDown)
    const { rowNumber: top, column: left, across } = this
    if (across + down > 0) this.merges.push({ top, left, bottom: top + down, right: left + across })
  }

  private setCell(text: string): void {
    const { row, column, type } = this
    if (type === 'Number') {
      const date = this.dateStyles.has(this.cellStyle) ? dateText(Number(text), this.date1904) : null
      if (date === null) row.set(column, numberText(text.trim()), 'number')
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
