import { addColumns } from '../row-builder.js'
import type { SheetPass } from '../streamed-sheet.js'
import { UnreadableFile } from '../unreadable-file.js'
import type { ReadLimits, SheetRow } from '../workbook.js'
import { decodedXml, type XmlAttributes, type XmlHandler } from '../xml.js'
import { collectRows, XmlRows } from '../xml-sheet.js'
import { columnOf, isRowNumber, type SheetContext, setCell } from './cell-value.js'
import { isTrue } from './parts.js'
import { addMerge } from './scan-sheet.js'
import { decodeEscapes } from './xml-text.js'

/** The slow reader: an XML parser that reads every well-formed sheet. Gives the same rows as `scanSheet` wherever both can read. */
export async function* parseSheet(
  pieces: AsyncIterable<Buffer>,
  context: SheetContext,
  limits: ReadLimits,
  pass: SheetPass,
): AsyncGenerator<readonly SheetRow[]> {
  yield* collectRows(decodedXml(pieces), new WorksheetRows(context, limits), pass)
}

class WorksheetRows extends XmlRows {
  private rowNumber = 0
  private column = 0
  private cell = { type: '', style: 0, formula: false, valued: false }
  private value = ''
  private collecting: 'v' | 't' | null = null
  private inline = false
  private phonetic = 0

  constructor(
    private readonly context: SheetContext,
    limits: ReadLimits,
  ) {
    super(limits)
  }

  readonly handler: XmlHandler = {
    open: (name, attributes) => {
      if (name === 'row') this.openRow(attributes)
      else if (name === 'c') this.openCell(attributes)
      else this.openInCell(name)
      this.openAround(name, attributes)
    },
    text: (text) => {
      if (this.collecting !== null) this.value += text
    },
    close: (name) => {
      if (name === this.collecting) this.collecting = null
      if (name === 'rPh') this.phonetic -= 1
      else if (name === 'v') this.closeValue()
      else if (name === 'is') this.closeInline()
      else if (name === 'c') this.closeCell()
      else if (name === 'row') this.closeRow()
    },
  }

  private openAround(name: string, attributes: XmlAttributes): void {
    if (name === 'col' && isTrue(attributes.hidden))
      addColumns(this.hiddenColumns, Number(attributes.min ?? ''), Number(attributes.max ?? ''))
    else if (name === 'mergeCell') addMerge(this.merges, attributes.ref ?? '')
  }

  private openRow({ r, hidden }: XmlAttributes): void {
    this.rowNumber = r === undefined ? this.rowNumber + 1 : Number(r)
    if (!isRowNumber(this.rowNumber)) throw new UnreadableFile('file-corrupt', { part: `行号 ${r}` })
    this.column = 0
    this.row.start(this.rowNumber, isTrue(hidden))
  }

  private openCell({ r, t = '', s = '0' }: XmlAttributes): void {
    this.column = (r === undefined ? 0 : columnOf(r)) || this.column + 1
    this.cell = { type: t, style: Number(s), formula: false, valued: false }
  }

  private openInCell(name: string): void {
    if (name === 'v') {
      this.collecting = 'v'
      this.value = ''
    } else if (name === 't' && this.inline && this.phonetic === 0) this.collecting = 't'
    else if (name === 'is') {
      this.inline = true
      this.value = ''
    } else if (name === 'rPh') this.phonetic += 1
    else if (name === 'f') this.cell.formula = true
  }

  private closeValue(): void {
    this.cell.valued ||= this.value !== ''
    setCell(this.row, this.column, this.cell.type, this.cell.style, decodeEscapes(this.value), this.context)
  }

  private closeInline(): void {
    this.inline = false
    this.row.set(this.column, decodeEscapes(this.value), 'text')
  }

  private closeCell(): void {
    if (this.cell.formula && !this.cell.valued) this.context.formulasWithoutValue += 1
  }

  private closeRow(): void {
    const finished = this.row.finish()
    if (finished) this.rows.push(finished)
  }
}
