import type { RowBuilder } from '../row-builder.js'
import type { SheetRow } from '../workbook.js'
import { ByteCursor, greaterThan, lessThan, slash, type WordBytes, wordBytes } from './byte-cursor.js'
import { columnOf, isRowNumber, type SheetContext, setCell } from './cell-value.js'
import { NotUnderstood } from './not-understood.js'
import { type CellPlace, scanPlainCells } from './plain-cells.js'
import { scanInlineText } from './scan-text.js'
import { type FoundText, readText } from './text-bytes.js'

const letterC = 99
const letterF = 102
const letterI = 105
const letterS = 115
const letterV = 118

/**
 * Reads the rows of `sheetData` from bytes, without decoding anything but values. It accepts exactly the XML that office programs write
 * (unprefixed names, double quotes, no comments or CDATA) and throws NotUnderstood at the first byte that is different.
 */
export class RowScanner extends ByteCursor {
  /** True once `</sheetData>` was met; `at` then stands behind it. */
  done = false
  private rowNumber = 0
  private column = 0
  private style = 0
  private type = ''
  private sheet: WordBytes = wordBytes(this.bytes)
  private readonly found: FoundText = { text: '', at: 0 }
  private readonly place: CellPlace = { at: 0, column: 0 }

  constructor(
    private readonly row: RowBuilder,
    private readonly context: SheetContext,
  ) {
    super()
  }

  /** Scans whole rows in bytes `from` to `end`. */
  scan(bytes: Buffer, from: number, end: number): SheetRow[] {
    this.sheet = wordBytes(bytes)
    this.bytes = this.sheet.bytes
    this.at = from
    this.end = end
    const rows: SheetRow[] = []
    while (this.skipBlanks() < end && !this.done) {
      if (this.matches('<row')) {
        this.at += 4
        const row = this.scanRow()
        if (row) rows.push(row)
      } else if (this.matches('</sheetData>')) {
        this.at += 12
        this.done = true
      } else throw new NotUnderstood('between rows')
    }
    return rows
  }

  private scanRow(): SheetRow | null {
    this.startRow()
    if (this.selfClosed) return this.row.finish()
    this.column = 0
    while (this.skipBlanks() < this.end) {
      this.scanPlain()
      const { bytes, at } = this
      if (bytes[at] === lessThan && bytes[at + 1] === letterC) {
        this.at = at + 2
        this.scanCell()
      } else if (this.matches('</row>')) {
        this.at = at + 6
        return this.row.finish()
      } else throw new NotUnderstood('inside a row')
    }
    throw new NotUnderstood('row without an end')
  }

  private startRow(): void {
    let number = this.rowNumber + 1
    let hidden = false
    while (this.nextAttribute()) {
      if (this.matches('r=')) number = this.numberValue()
      else if (this.matches('hidden=')) hidden = /^(1|true)$/.test(this.attributeValue())
      else this.skipAttribute()
    }
    if (!isRowNumber(number)) throw new NotUnderstood('row number')
    this.rowNumber = number
    this.row.start(number, hidden)
  }

  private scanPlain(): void {
    const { place } = this
    place.at = this.at
    place.column = this.column
    scanPlainCells(this.sheet, place, this.end, this.row, this.context)
    this.at = place.at
    this.column = place.column
  }

  // At the byte after `<c`.
  private scanCell(): void {
    this.column += 1
    this.style = 0
    this.type = ''
    while (this.nextAttribute()) {
      if (this.matches('r=')) this.column = columnOf(this.attributeValue()) || this.column
      else if (this.matches('s=')) this.style = Number(this.attributeValue())
      else if (this.matches('t=')) this.type = this.attributeValue()
      else this.skipAttribute()
    }
    if (!this.selfClosed) this.scanContent()
  }

  private scanContent(): void {
    let formula = false
    let valued = false
    while (this.skipBlanks() < this.end) {
      const { bytes, at } = this
      if (bytes[at] !== lessThan) throw new NotUnderstood('inside a cell')
      const name = bytes[at + 1]
      if (name === letterV) {
        this.at = at + 2
        valued = this.scanValue() || valued
      } else if (name === slash) {
        if (bytes[at + 2] !== letterC || bytes[at + 3] !== greaterThan) throw new NotUnderstood('end of a cell')
        this.at = at + 4
        if (formula && !valued) this.context.formulasWithoutValue += 1
        return
      } else if (name === letterF) {
        this.at = at + 2
        this.skipFormula()
        formula = true
      } else if (name === letterI && bytes[at + 2] === letterS && bytes[at + 3] === greaterThan) {
        scanInlineText(bytes, at + 4, this.end, this.found)
        this.at = this.found.at
        this.row.set(this.column, this.found.text, 'text')
      } else throw new NotUnderstood('inside a cell')
    }
    throw new NotUnderstood('cell without an end')
  }

  // At the byte after `<v`. Returns whether there was any text.
  private scanValue(): boolean {
    const { bytes, found } = this
    if (bytes[this.at] === greaterThan) this.at += 1
    else {
      while (this.nextAttribute()) this.skipAttribute()
      if (this.selfClosed) return false
    }
    const start = this.at
    if (!readText(bytes, start, this.end, found) || !this.closesValue(found.at))
      throw new NotUnderstood('inside a value')
    setCell(this.row, this.column, this.type, this.style, found.text, this.context)
    this.at = found.at + 4
    return found.at > start
  }

  private closesValue(p: number): boolean {
    const { bytes } = this
    return bytes[p] === lessThan && bytes[p + 1] === slash && bytes[p + 2] === letterV && bytes[p + 3] === greaterThan
  }

  // At the byte after `<f`.
  private skipFormula(): void {
    while (this.nextAttribute()) this.skipAttribute()
    if (this.selfClosed) return
    const stop = this.bytes.indexOf(lessThan, this.at)
    if (stop < 0 || stop >= this.end) throw new NotUnderstood('formula without an end')
    this.at = stop
    if (!this.matches('</f>')) throw new NotUnderstood('inside a formula')
    this.at += 4
  }
}
