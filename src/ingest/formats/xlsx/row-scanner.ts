import { dateText } from '../date-text.js'
import type { RowBuilder } from '../row-builder.js'
import type { SheetRow } from '../workbook.js'
import { type SheetContext, setCell } from './cell-value.js'
import { NotUnderstood } from './not-understood.js'
import { scanInlineText } from './scan-text.js'
import { decodeEntities } from './xml-text.js'

const lineFeed = 10
const carriageReturn = 13
const blank = 32
const quote = 34
const ampersand = 38
const slash = 47
const zero = 48
const lessThan = 60
const equals = 61
const greaterThan = 62

/** Buffer's own slicing, faster than `toString` with an encoding name; missing from its type declarations. */
export interface SliceableBuffer extends Buffer {
  latin1Slice(start: number, end: number): string
  utf8Slice(start: number, end: number): string
}

/**
 * Reads the rows of `sheetData` from bytes, without decoding anything but values. It accepts exactly the XML that office programs write
 * (unprefixed names, double quotes, no comments or CDATA) and throws NotUnderstood at the first byte that is different.
 * A class because its fields are read for every byte: a fixed shape keeps them fast.
 */
export class RowScanner {
  /** True once `</sheetData>` was met; `at` then stands behind it. */
  done = false
  at = 0
  private bytes: SliceableBuffer = Buffer.alloc(0) as SliceableBuffer
  private end = 0
  private rowNumber = 0
  private column = 0
  private style = 0
  private type = ''
  private selfClosed = false
  private flags = 0
  private readonly dates = new Map<string, string>()

  constructor(
    private readonly row: RowBuilder,
    private readonly context: SheetContext,
  ) {}

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
    if (!this.selfClosed) {
      this.column = 0
      while (this.skipBlanks() < this.end) {
        const { bytes, at } = this
        if (bytes[at] !== lessThan) throw new NotUnderstood('between cells')
        if (bytes[at + 1] === 99) {
          this.at = at + 2
          this.scanCell()
        } else if (this.matches('</row>')) {
          this.at = at + 6
          return this.row.finish()
        } else throw new NotUnderstood('inside a row')
      }
      throw new NotUnderstood('row without an end')
    }
    return this.row.finish()
  }

  private startRow(): void {
    let number = this.rowNumber + 1
    let hidden = false
    while (this.nextAttribute()) {
      const { bytes, at } = this
      if (bytes[at] === 114 && bytes[at + 1] === equals) number = Number(this.attributeValue())
      else if (this.matches('hidden=')) hidden = /^(1|true)$/.test(this.attributeValue())
      else this.attributeValue()
    }
    if (!Number.isInteger(number) || number < 1) throw new NotUnderstood('row number')
    this.rowNumber = number
    this.row.start(number, hidden)
  }

  // Attributes of a cell in one pass: r, s and t are read where they stand, others are passed over.
  private scanCell(): void {
    const { bytes } = this
    this.column += 1
    this.style = 0
    this.type = ''
    while (this.nextAttribute()) {
      const name = bytes[this.at]
      if (bytes[this.at + 1] !== equals) this.attributeValue()
      else if (name === 114) this.scanReference()
      else if (name === 115) this.scanStyle()
      else if (name === 116) this.type = this.scanType()
      else this.attributeValue()
    }
    if (!this.selfClosed) this.scanContent()
  }

  private scanReference(): void {
    const { bytes } = this
    let p = this.opened(this.at + 1)
    let column = 0
    let byte = bytes[p] as number
    while (byte >= 65 && byte <= 90) {
      column = column * 26 + byte - 64
      byte = bytes[++p] as number
    }
    while (byte >= zero && byte <= 57) byte = bytes[++p] as number
    if (byte !== quote || column === 0 || bytes[p - 1] === undefined) throw new NotUnderstood('cell reference')
    this.column = column
    this.at = p + 1
  }

  private scanStyle(): void {
    const { bytes } = this
    let p = this.opened(this.at + 1)
    let style = 0
    let byte = bytes[p] as number
    while (byte >= zero && byte <= 57) {
      style = style * 10 + byte - zero
      byte = bytes[++p] as number
    }
    if (byte !== quote) throw new NotUnderstood('cell style')
    this.style = style
    this.at = p + 1
  }

  private scanType(): string {
    const { bytes } = this
    const p = this.opened(this.at + 1)
    if (bytes[p + 1] !== quote) return this.attributeValue()
    this.at = p + 2
    const byte = bytes[p] as number
    return byte === 115 ? 's' : byte === 110 ? '' : String.fromCharCode(byte)
  }

  private scanContent(): void {
    let formula = false
    let valued = false
    while (this.skipBlanks() < this.end) {
      const { bytes, at } = this
      const name = bytes[at + 1]
      if (bytes[at] !== lessThan) throw new NotUnderstood('inside a cell')
      if (name === 118) {
        this.at = at + 2
        valued = this.scanValue() || valued
      } else if (name === slash) {
        if (!this.matches('</c>')) throw new NotUnderstood('end of a cell')
        this.at = at + 4
        if (formula && !valued) this.context.formulasWithoutValue += 1
        return
      } else if (this.matches('<f')) {
        this.at = at + 2
        this.skipFormula()
        formula = true
      } else if (this.matches('<is>')) {
        this.at = at + 4
        const { text, at: behind } = scanInlineText(bytes, this.at, this.end)
        setCell(this.row, this.column, 'inlineStr', 0, text, this.context)
        this.at = behind
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
    const start = this.at
    if (this.type === 's' && this.scanSharedString()) return true
    const end = this.scanText()
    if (this.type === '' && this.flags === 0) this.setPlainNumber(start, end)
    else setCell(this.row, this.column, this.type, this.style, this.text(start, end), this.context)
    return end > start
  }

  private scanSharedString(): boolean {
    const { bytes } = this
    const { strings } = this.context
    let p = this.at
    let index = 0
    let byte = bytes[p] as number
    while (byte >= zero && byte <= 57) {
      index = index * 10 + byte - zero
      byte = bytes[++p] as number
    }
    if (p === this.at || index >= strings.length || !this.closesValue(p)) return false
    this.at = p + 4
    this.row.set(this.column, strings[index] as string, 'text')
    return true
  }

  private setPlainNumber(start: number, end: number): void {
    const text = this.bytes.latin1Slice(start, end)
    const date = this.context.dateStyles[this.style] === true ? this.knownDate(text) : ''
    if (date !== '') this.row.set(this.column, date, 'date')
    else setCell(this.row, this.column, '', this.style, text, this.context)
  }

  // A roster holds few different days, so each is worked out once; '' for what is no date.
  private knownDate(text: string): string {
    let date = this.dates.get(text)
    if (date === undefined) {
      date = dateText(Number(text), this.context.date1904) ?? ''
      if (this.dates.size < 100_000) this.dates.set(text, date)
    }
    return date
  }

  // Stops at `</v>`, which must follow; `flags`: 1 = not ASCII, 2 = entities or carriage returns.
  private scanText(): number {
    const { bytes, end } = this
    let p = this.at
    let flags = 0
    for (let byte = bytes[p] as number; byte !== lessThan; byte = bytes[++p] as number) {
      if (byte > 127) flags |= 1
      else if (byte === ampersand || byte === carriageReturn) flags |= 2
      if (p >= end) throw new NotUnderstood('value without an end')
    }
    if (!this.closesValue(p)) throw new NotUnderstood('inside a value')
    this.flags = flags
    this.at = p + 4
    return p
  }

  private text(start: number, end: number): string {
    const text = this.flags & 1 ? this.bytes.utf8Slice(start, end) : this.bytes.latin1Slice(start, end)
    return this.flags & 2 ? decodeEntities(text) : text
  }

  private closesValue(p: number): boolean {
    const { bytes } = this
    return bytes[p] === lessThan && bytes[p + 1] === slash && bytes[p + 2] === 118 && bytes[p + 3] === greaterThan
  }

  private skipFormula(): void {
    if (this.bytes[this.at] === greaterThan) this.at += 1
    else while (this.nextAttribute()) this.attributeValue()
    if (this.selfClosed && this.bytes[this.at - 1] === greaterThan && this.bytes[this.at - 2] === slash) return
    const next = this.bytes.indexOf(lessThan, this.at)
    if (next < 0 || next >= this.end) throw new NotUnderstood('formula without an end')
    this.at = next
    if (!this.matches('</f>')) throw new NotUnderstood('inside a formula')
    this.at += 4
  }

  // Moves to the name of the next attribute; false when the tag ends, which is then passed and `selfClosed` says how.
  private nextAttribute(): boolean {
    const { bytes } = this
    const before = this.at
    const p = this.skipBlanks()
    const byte = bytes[p] as number
    if (byte === greaterThan) {
      this.selfClosed = false
      this.at = p + 1
      return false
    }
    if (byte === slash && bytes[p + 1] === greaterThan) {
      this.selfClosed = true
      this.at = p + 2
      return false
    }
    // A name must be set off by a blank, and `<cols` or `<rowBreaks` are not the tags we think they are.
    if (p === before || p >= this.end) throw new NotUnderstood('tag')
    return true
  }

  // Passes `name="value"` and returns the value, which must hold no entity.
  private attributeValue(): string {
    const { bytes } = this
    const mark = bytes.indexOf(equals, this.at)
    if (mark < 0 || mark - this.at > 256) throw new NotUnderstood('attribute')
    const start = this.opened(mark)
    const end = bytes.indexOf(quote, start)
    if (end < 0 || end >= this.end) throw new NotUnderstood('attribute')
    this.at = end + 1
    const value = bytes.latin1Slice(start, end)
    if (value.includes('<') || value.includes('&')) throw new NotUnderstood('attribute')
    return value
  }

  private opened(mark: number): number {
    if (this.bytes[mark + 1] !== quote) throw new NotUnderstood('quotes')
    return mark + 2
  }

  private skipBlanks(): number {
    const { bytes, end } = this
    let p = this.at
    for (let byte = bytes[p]; p < end; byte = bytes[++p]) {
      if (byte !== blank && byte !== lineFeed && byte !== carriageReturn && byte !== 9) break
    }
    this.at = p
    return p
  }

  private matches(text: string): boolean {
    const { bytes, at } = this
    for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
    return true
  }
}
