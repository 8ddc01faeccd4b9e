import type { CellKind } from '../../domain/cell.js'
import { isoDateText } from './date-text.js'
import { numberText } from './number-text.js'
import { addColumns } from './row-builder.js'
import { UnreadableFile } from './unreadable-file.js'
import type { ReadLimits } from './workbook.js'
import type { XmlAttributes, XmlHandler } from './xml.js'
import { XmlRows } from './xml-sheet.js'

// A row that stands for many alike is formatted emptiness; one with content is no roster.
const maxRepeatedRows = 10_000
const asides = new Set(['annotation', 'ruby-text', 'tracked-changes', 'shapes', 'forms'])

interface OpenCell {
  readonly column: number
  readonly repeated: number
  readonly attributes: XmlAttributes
  text: string
  paragraphs: number
}

/**
 * Collects the rows of the table at `index` (0-based) of an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, 9.1). A number keeps the digits
 * that stand in the file; libraries print those of a double.
 */
export class OpenDocumentRows extends XmlRows {
  private table = -1
  private rowNumber = 0
  private repeatedRow = 1
  private column = 0
  private columnElement = 0
  private cell: OpenCell | null = null
  private aside = 0

  constructor(
    private readonly index: number,
    limits: ReadLimits,
  ) {
    super(limits)
  }

  readonly handler: XmlHandler = {
    open: (name, attributes) => {
      if (asides.has(name)) this.aside += 1
      if (this.aside === 0) this.open(name, attributes)
    },
    text: (text) => {
      if (this.cell && this.aside === 0 && this.cell.paragraphs > 0) this.cell.text += text
    },
    close: (name) => {
      if (asides.has(name)) this.aside -= 1
      else if (this.aside === 0 && this.table === this.index) this.close(name)
    },
  }

  private open(name: string, attributes: XmlAttributes): void {
    if (name === 'table') {
      this.table += 1
      this.rowNumber = 0
    }
    if (this.table !== this.index) return
    if (name === 'table-column') this.noteColumns(attributes)
    else if (name === 'table-row') this.openRow(attributes)
    else if (name === 'table-cell' || name === 'covered-table-cell') this.openCell(attributes)
    else if (this.cell) addMarkup(this.cell, name, attributes)
  }

  private close(name: string): void {
    if (name.endsWith('table-cell')) this.closeCell()
    else if (name === 'table-row') this.closeRow()
  }

  private noteColumns(attributes: XmlAttributes): void {
    const first = this.columnElement + 1
    this.columnElement += repeat(attributes['number-columns-repeated'])
    if (isHidden(attributes)) addColumns(this.hiddenColumns, first, this.columnElement)
  }

  private openRow(attributes: XmlAttributes): void {
    this.rowNumber += 1
    this.repeatedRow = repeat(attributes['number-rows-repeated'])
    this.column = 0
    this.row.start(this.rowNumber, isHidden(attributes))
  }

  private closeRow(): void {
    const finished = this.row.finish()
    if (finished) {
      if (this.repeatedRow > maxRepeatedRows)
        throw new UnreadableFile('file-too-large', { what: '同一行重复过多', limit: `${maxRepeatedRows} 行` })
      for (let i = 0; i < this.repeatedRow; i++) this.rows.push({ ...finished, number: this.rowNumber + i })
    }
    this.rowNumber += this.repeatedRow - 1
  }

  private openCell(attributes: XmlAttributes): void {
    const left = this.column + 1
    const repeated = repeat(attributes['number-columns-repeated'])
    this.cell = { column: left, repeated, attributes, text: '', paragraphs: 0 }
    const right = this.column + repeat(attributes['number-columns-spanned'])
    const top = this.rowNumber
    const bottom = top + repeat(attributes['number-rows-spanned']) - 1
    if (right > left || bottom > top) this.merges.push({ top, left, bottom, right })
    this.column += repeated
  }

  private closeCell(): void {
    const { cell } = this
    if (!cell) return
    const { text, kind } = contentOf(cell)
    if (text !== '') for (let i = 0; i < cell.repeated; i++) this.row.set(cell.column + i, text, kind)
    this.cell = null
  }
}

function addMarkup(cell: OpenCell, name: string, attributes: XmlAttributes): void {
  if (name === 'p') {
    if (cell.paragraphs > 0) cell.text += '\n'
    cell.paragraphs += 1
  } else if (name === 's') cell.text += ' '.repeat(Math.min(repeat(attributes.c), 1000))
  else if (name === 'tab') cell.text += '\t'
  else if (name === 'line-break') cell.text += '\n'
}

function contentOf({ attributes, text }: OpenCell): { text: string; kind: CellKind } {
  switch (attributes['value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return { text: numberText(attributes.value ?? text), kind: 'number' }
    case 'date':
      return { text: isoDateText(attributes['date-value'] ?? '') ?? text, kind: 'date' }
    case 'boolean':
      return { text: attributes['boolean-value'] === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' }
    // What LibreOffice adds to the type that other programs know.
    case 'error':
      return { text, kind: 'error' }
    default:
      return { text: attributes['string-value'] ?? text, kind: 'text' }
  }
}

function isHidden({ visibility }: XmlAttributes): boolean {
  return visibility === 'collapse' || visibility === 'filter'
}

function repeat(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10)
  return count > 1 ? count : 1
}
