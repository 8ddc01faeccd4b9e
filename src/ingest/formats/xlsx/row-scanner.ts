import { dateText } from '../date-text.js'
import type { RowBuilder } from '../row-builder.js'
import type { SheetRow } from '../workbook.js'
import {
  ByteCursor,
  blank,
  equals,
  greaterThan,
  lessThan,
  nine,
  quote,
  type SliceableBuffer,
  slash,
  zero,
} from './byte-cursor.js'
import { isRowNumber, type SheetContext, setCell } from './cell-value.js'
import { NotUnderstood } from './not-understood.js'
import { type FoundText, scanInlineText } from './scan-text.js'
import { decodeFound, findTextEnd, positionOf } from './text-bytes.js'

const letterC = 99
const letterF = 102
const letterI = 105
const letterN = 110
const letterR = 114
const letterS = 115
const letterT = 116
const letterV = 118

// Whole numbers and days up to here get their text from a table: a roster holds the same few over and over.
const knownNumbers = 100_000
const numberTexts = new Array<string | undefined>(knownNumbers)
const dateTexts = [new Array<string | undefined>(knownNumbers), new Array<string | undefined>(knownNumbers)] as const

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
  private readonly inline: FoundText = { text: '', at: 0 }

  constructor(
    private readonly row: RowBuilder,
    private readonly context: SheetContext,
  ) {
    super()
  }

  /** Scans whole rows in bytes `from` to `end`. */
  scan(bytes: Buffer, from: number, end: number): SheetRow[] {
    this.bytes = bytes as SliceableBuffer
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
      if (this.matches('r=')) number = Number(this.attributeValue())
      else if (this.matches('hidden=')) hidden = /^(1|true)$/.test(this.attributeValue())
      else this.attributeValue()
    }
    if (!isRowNumber(number)) throw new NotUnderstood('row number')
    this.rowNumber = number
    this.row.start(number, hidden)
  }

  // Attributes r, s and t are read where they stand; others are passed over.
  private scanCell(): void {
    const { bytes } = this
    this.column += 1
    this.style = 0
    this.type = ''
    for (let p = this.at; bytes[p] !== greaterThan; p = this.at) {
      const name = bytes[p + 1]
      const plain = bytes[p] === blank && bytes[p + 2] === equals && bytes[p + 3] === quote
      if (plain && name === letterR) this.scanReference(p + 4)
      else if (plain && name === letterS) this.scanStyle(p + 4)
      else if (plain && name === letterT) this.scanType(p + 4)
      else if (this.nextAttribute()) this.attributeValue()
      else {
        if (!this.selfClosed) this.scanContent()
        return
      }
    }
    this.at += 1
    this.scanContent()
  }

  private scanReference(from: number): void {
    const { bytes } = this
    let p = from
    let column = 0
    let byte = bytes[p] as number
    while (byte >= 65 && byte <= 90) {
      column = column * 26 + byte - 64
      byte = bytes[++p] as number
    }
    while (byte >= zero && byte <= nine) byte = bytes[++p] as number
    if (byte !== quote || column === 0 || p - from > 10) throw new NotUnderstood('cell reference')
    this.column = column
    this.at = p + 1
  }

  private scanStyle(from: number): void {
    const { bytes } = this
    let p = from
    let style = 0
    let byte = bytes[p] as number
    while (byte >= zero && byte <= nine) {
      style = style * 10 + byte - zero
      byte = bytes[++p] as number
    }
    if (byte !== quote) throw new NotUnderstood('cell style')
    this.style = style
    this.at = p + 1
  }

  private scanType(from: number): void {
    const { bytes } = this
    let p = bytes[from] === letterI ? from + 9 : from
    while (bytes[p] !== quote && p - from < 10) p += 1
    if (bytes[p] !== quote) throw new NotUnderstood('cell type')
    const first = bytes[from]
    if (p === from + 1)
      this.type = first === letterS ? 's' : first === letterN ? '' : String.fromCharCode(first as number)
    else if (first === letterI && p === from + 9) this.type = 'inlineStr'
    else this.type = bytes.latin1Slice(from, p)
    this.at = p + 1
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
        scanInlineText(bytes, at + 4, this.end, this.inline)
        this.at = this.inline.at
        this.row.set(this.column, this.inline.text, 'text')
      } else throw new NotUnderstood('inside a cell')
    }
    throw new NotUnderstood('cell without an end')
  }

  // At the byte after `<v`. Returns whether there was any text.
  private scanValue(): boolean {
    const { bytes } = this
    if (bytes[this.at] === greaterThan) this.at += 1
    else {
      while (this.nextAttribute()) this.attributeValue()
      if (this.selfClosed) return false
    }
    if ((this.type === 's' || this.type === '') && this.scanWholeNumber()) return true
    const start = this.at
    const found = findTextEnd(bytes, start, this.end)
    const stop = positionOf(found)
    if (found < 0 || !this.closesValue(stop)) throw new NotUnderstood('inside a value')
    setCell(this.row, this.column, this.type, this.style, decodeFound(bytes, start, found), this.context)
    this.at = stop + 4
    return stop > start
  }

  // Values of up to nine digits: an index of a shared string, a day, a small number. False leaves everything as it was.
  private scanWholeNumber(): boolean {
    const { bytes, at } = this
    let p = at
    let value = 0
    for (let byte = bytes[p] as number; byte >= zero && byte <= nine; byte = bytes[++p] as number)
      value = value * 10 + byte - zero
    if (p === at || p - at > 9 || !this.closesValue(p)) return false
    if (this.type === 's') {
      const text = this.context.strings[value]
      if (text === undefined) return false
      this.row.set(this.column, text, 'text')
    } else if (this.context.dateStyles[this.style] === true) {
      const text = knownDate(value, this.context.date1904)
      if (text === '') return false
      this.row.set(this.column, text, 'date')
    } else {
      // A leading zero is part of what the file says.
      if (value >= knownNumbers || (p - at > 1 && bytes[at] === zero)) return false
      this.row.set(this.column, numberText(value), 'number')
    }
    this.at = p + 4
    return true
  }

  private closesValue(p: number): boolean {
    const { bytes } = this
    return bytes[p] === lessThan && bytes[p + 1] === slash && bytes[p + 2] === letterV && bytes[p + 3] === greaterThan
  }

  // At the byte after `<f`.
  private skipFormula(): void {
    while (this.nextAttribute()) this.attributeValue()
    if (this.selfClosed) return
    const found = findTextEnd(this.bytes, this.at, this.end)
    if (found < 0) throw new NotUnderstood('formula without an end')
    this.at = positionOf(found)
    if (!this.matches('</f>')) throw new NotUnderstood('inside a formula')
    this.at += 4
  }
}

function numberText(value: number): string {
  const known = numberTexts[value]
  if (known !== undefined) return known
  const text = String(value)
  numberTexts[value] = text
  return text
}

// '' for what is no date.
function knownDate(serial: number, date1904: boolean): string {
  const table = dateTexts[date1904 ? 1 : 0]
  const known = table[serial]
  if (known !== undefined) return known
  const text = dateText(serial, date1904) ?? ''
  if (serial < knownNumbers) table[serial] = text
  return text
}
