import { dateText } from '../date-text.js'
import type { RowBuilder } from '../row-builder.js'
import { greaterThan, nine, quote, type SliceableBuffer, slash, type WordBytes, zero } from './byte-cursor.js'
import type { SheetContext } from './cell-value.js'
import type { StringTable } from './string-table.js'
import { type FoundText, readText } from './text-bytes.js'

/** Where a scan of cells stands: at a byte, behind the cell of a column. One object is used again and again, as this runs once per row. */
export interface CellPlace {
  at: number
  column: number
}

const word = (text: string) => Buffer.from(text, 'latin1').readUInt32LE(0)
const attributeR = word(' r="')
const attributeS = word(' s="')
const attributeT = word(' t="')
const [inline1, inline2, inline3] = [word('inli'), word('neSt'), word('r"><')]
const [inlineStart, inlineStop1, inlineStop2, inlineStop3] = [word('is><'), word('</t>'), word('</is'), word('></c')]
const [space1, space2, space3] = [word(' xml'), word(':spa'), word('ce="')]
const [space4, space5, space6] = [word('pres'), word('erve'), 0x3e22]
const [formulaText, valueStart] = [word('str"'), word('><v>')]
const [valueStop, cellStop] = [word('</v>'), word('</c>')]
const [lessThanC, typeS, typeN] = [0x633c, 115, 110]
const letterT = 116
const dot = 46

// Longer than everything that is looked at without another check of the bounds: a cell's tag with a reference, a style and a type.
const lookAhead = 128

const found: FoundText = { text: '', at: 0 }

// Whole numbers and days up to here get their text from a table: a roster holds the same few over and over.
const knownNumbers = 100_000
const numberTexts = new Array<string | undefined>(knownNumbers)
const dateTexts = [new Array<string | undefined>(knownNumbers), new Array<string | undefined>(knownNumbers)] as const

/**
 * Reads the cells from `place` on as long as they are plain: attributes r, s and t in this order and no others, then nothing, a whole number, a
 * decimal, an index of a shared string, or a text without markup. Leaves `place` behind the last of them; what follows is for the caller.
 * Nearly all cells of all files are plain, so this is the loop that decides how long reading takes.
 */
export function scanPlainCells(
  { bytes, words }: WordBytes,
  place: CellPlace,
  end: number,
  row: RowBuilder,
  context: SheetContext,
): void {
  const last = Math.min(end, bytes.length - lookAhead)
  let { at, column } = place
  let digits = 0
  let firstDigits = 0
  let lastDigits = 0
  while (at < last && words.getUint16(at, true) === lessThanC) {
    let p = at + 2
    let next = column + 1
    if (words.getUint32(p, true) === attributeR) {
      p += 4
      next = 0
      let byte = bytes[p] as number
      for (; byte >= 65 && byte <= 90; byte = bytes[++p] as number) next = next * 26 + byte - 64
      // The number of the row is the same in all its references: four to seven digits and the quote behind them are recognised as two words.
      if (digits >= 4 && words.getInt32(p, true) === firstDigits && words.getInt32(p + digits - 3, true) === lastDigits)
        p += digits
      else {
        const start = p
        for (; byte >= zero && byte <= nine; byte = bytes[++p] as number);
        if (byte !== quote || next === 0 || p - at > 16) break
        digits = p - start <= 7 ? p - start : 0
        firstDigits = words.getInt32(start, true)
        lastDigits = words.getInt32(p - 3, true)
      }
      if (next === 0) break
      p += 1
    }
    let style = 0
    if (words.getUint32(p, true) === attributeS) {
      p += 4
      const start = p
      let byte = bytes[p] as number
      for (; byte >= zero && byte <= nine; byte = bytes[++p] as number) style = style * 10 + byte - zero
      if (byte !== quote || p - start > 9) break
      p += 1
    }
    const stop = scanContent(bytes, words, p, end, next, style, row, context)
    if (stop < 0) break
    at = stop
    column = next
  }
  place.at = at
  place.column = column
}

// From the type on. Returns the position behind the cell, or -1 when it is not plain.
function scanContent(
  bytes: SliceableBuffer,
  words: DataView,
  from: number,
  end: number,
  column: number,
  style: number,
  row: RowBuilder,
  context: SheetContext,
): number {
  if (words.getUint32(from, true) === attributeT) {
    const type = words.getUint32(from + 4, true)
    const behind = words.getUint32(from + 6, true)
    if ((type & 0xffff) === (typeS | (quote << 8)) && behind === valueStart)
      return scanIndex(bytes, words, from + 10, column, row, context.strings)
    if ((type & 0xffff) === (typeN | (quote << 8)) && behind === valueStart)
      return scanNumber(bytes, words, from + 10, column, style, row, context)
    if (type === inline1) return scanInline(bytes, words, from + 8, end, column, row)
    if (type === formulaText && words.getUint32(from + 8, true) === valueStart)
      return scanText(bytes, words, from + 12, end, column, row)
    return -1
  }
  if (words.getUint32(from, true) === valueStart) return scanNumber(bytes, words, from + 4, column, style, row, context)
  // `/>`, or `></c>`.
  if (bytes[from] === slash && bytes[from + 1] === greaterThan) return from + 2
  return bytes[from] === greaterThan && words.getUint32(from + 1, true) === cellStop ? from + 5 : -1
}

function scanIndex(
  bytes: SliceableBuffer,
  words: DataView,
  from: number,
  column: number,
  row: RowBuilder,
  strings: StringTable,
): number {
  let p = from
  let index = 0
  for (let byte = bytes[p] as number; byte >= zero && byte <= nine; byte = bytes[++p] as number)
    index = index * 10 + byte - zero
  if (p === from || p - from > 9 || !endsCell(words, p)) return -1
  const text = strings.at(index)
  if (text === undefined) return -1
  row.set(column, text, 'text')
  return p + 8
}

// Digits, perhaps with a decimal point among them; the text of a number is what the file says (`numberText`).
function scanNumber(
  bytes: SliceableBuffer,
  words: DataView,
  from: number,
  column: number,
  style: number,
  row: RowBuilder,
  context: SheetContext,
): number {
  let p = from
  let value = 0
  let byte = bytes[p] as number
  for (; byte >= zero && byte <= nine; byte = bytes[++p] as number) value = value * 10 + byte - zero
  if (p === from || p - from > 30) return -1
  let whole = true
  let stop = p
  if (byte === dot) {
    for (byte = bytes[++p] as number; byte >= zero && byte <= nine; byte = bytes[++p] as number);
    // 65.0, as Java programs write 65.
    whole = p - stop === 2 && bytes[p - 1] === zero
    if (!whole && (bytes[p - 1] === zero || bytes[p - 1] === dot)) return -1
    if (!whole) stop = p
  }
  if (p - from > 60 || !endsCell(words, p)) return -1
  if (context.dateStyles[style] === true) {
    const date = whole && value < knownNumbers ? knownDate(value, context.date1904) : ''
    if (date === '') return -1
    row.set(column, date, 'date')
  } else if (whole && value < knownNumbers && (bytes[from] !== zero || stop === from + 1)) {
    row.set(column, knownNumber(value), 'number')
  } else row.set(column, bytes.latin1Slice(from, stop), 'number')
  return p + 8
}

// At the byte after `t="inli`.
function scanInline(
  bytes: SliceableBuffer,
  words: DataView,
  at: number,
  end: number,
  column: number,
  row: RowBuilder,
): number {
  if (words.getUint32(at, true) !== inline2 || words.getUint32(at + 4, true) !== inline3) return -1
  if (words.getUint32(at + 8, true) !== inlineStart) return -1
  if (bytes[at + 12] !== letterT) return -1
  const from = bytes[at + 13] === greaterThan ? at + 14 : behindSpace(words, at + 13)
  if (from < 0) return -1
  if (!readText(bytes, from, end, found)) return -1
  const p = found.at
  if (p + 13 > end) return -1
  if (words.getUint32(p, true) !== inlineStop1 || words.getUint32(p + 4, true) !== inlineStop2) return -1
  if (words.getUint32(p + 8, true) !== inlineStop3 || bytes[p + 12] !== greaterThan) return -1
  row.set(column, found.text, 'text')
  return p + 13
}

// Behind ` xml:space="preserve">`, which some programs write for every text.
function behindSpace(words: DataView, at: number): number {
  const whole =
    words.getUint32(at, true) === space1 &&
    words.getUint32(at + 4, true) === space2 &&
    words.getUint32(at + 8, true) === space3 &&
    words.getUint32(at + 12, true) === space4 &&
    words.getUint32(at + 16, true) === space5 &&
    words.getUint16(at + 20, true) === space6
  return whole ? at + 22 : -1
}

function scanText(
  bytes: SliceableBuffer,
  words: DataView,
  from: number,
  end: number,
  column: number,
  row: RowBuilder,
): number {
  if (!readText(bytes, from, end, found)) return -1
  const p = found.at
  if (p + 8 > end || !endsCell(words, p)) return -1
  row.set(column, found.text, 'text')
  return p + 8
}

function endsCell(words: DataView, p: number): boolean {
  return words.getUint32(p, true) === valueStop && words.getUint32(p + 4, true) === cellStop
}

function knownNumber(value: number): string {
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
  table[serial] = text
  return text
}
