import { addColumns, RowBuilder } from '../row-builder.js'
import type { SheetPass } from '../streamed-sheet.js'
import type { Merge, ReadLimits, SheetRow } from '../workbook.js'
import { type XmlHandler, xmlEncoding, xmlParser } from '../xml.js'
import { columnOf, type SheetContext } from './cell-value.js'
import { NotUnderstood } from './not-understood.js'
import { isTrue } from './parts.js'
import { RowScanner } from './row-scanner.js'

const rowStart = Buffer.from('<row')
const dataStart = Buffer.from('<sheetData')
const maxHeadBytes = 8 * 2 ** 20
const maxRowBytes = 64 * 2 ** 20
const maxTailBytes = 64 * 2 ** 20

/**
 * The fast reader: yields the rows of each inflated piece. Pieces are cut where a row begins, before any text is decoded, so no character is
 * ever split. Throws NotUnderstood at anything but plain UTF-8 with unprefixed names, double quotes and no comments or CDATA.
 */
export async function* scanSheet(
  pieces: AsyncIterable<Buffer>,
  context: SheetContext,
  limits: ReadLimits,
  pass: SheetPass,
): AsyncGenerator<readonly SheetRow[]> {
  const scanner = new RowScanner(new RowBuilder(limits), context)
  const tail: Buffer[] = []
  let rest: Buffer = Buffer.alloc(0)
  let started = false
  for await (const piece of pieces) {
    for (const { bytes, cut } of stretches(rest, piece, started)) {
      if (scanner.done) {
        tail.push(bytes)
        continue
      }
      const from: number = started ? 0 : startOfRows(bytes, pass)
      started ||= from > 0
      rest = bytes
      if (!started || cut <= from) {
        if (from > 0) rest = bytes.subarray(from)
        if (rest.length > maxRowBytes) throw new NotUnderstood('very long row')
        continue
      }
      const rows = scanner.scan(bytes, from, cut)
      rest = bytes.subarray(scanner.at)
      if (rows.length > 0) yield rows
    }
  }
  if (!scanner.done) {
    const from: number = started ? 0 : startOfRows(rest, pass)
    if (from === 0 && !started) throw new NotUnderstood('no sheet data')
    const rows = scanner.scan(rest, from, rest.length)
    if (!scanner.done) throw new NotUnderstood('no end of the sheet data')
    if (rows.length > 0) yield rows
    rest = rest.subarray(scanner.at)
  }
  pass.merges = mergesIn(rest, tail)
}

interface Stretch {
  readonly bytes: Buffer
  /** Where its whole rows end: the start of the last row, which may go on in the next piece. */
  readonly cut: number
}

// What is left of the piece before, and this one. Only the row that the edge cuts is copied; the others are read where they stand.
function stretches(rest: Buffer, piece: Buffer, started: boolean): Stretch[] {
  const first = started ? piece.indexOf(rowStart) : -1
  const last = piece.lastIndexOf(rowStart)
  if (rest.length === 0) return [{ bytes: piece, cut: last }]
  if (first < 0 || first === last) {
    const bytes = Buffer.concat([rest, piece])
    return [{ bytes, cut: bytes.lastIndexOf(rowStart) }]
  }
  const edge = Buffer.concat([rest, piece.subarray(0, first)])
  return [
    { bytes: edge, cut: edge.length },
    { bytes: piece.subarray(first), cut: last - first },
  ]
}

// Behind `<sheetData>`; 0 when it has not come yet. Reads the hidden columns on the way.
function startOfRows(bytes: Buffer, pass: SheetPass): number {
  if (xmlEncoding(bytes) !== 'utf-8') throw new NotUnderstood('encoding')
  const at = bytes.indexOf(dataStart)
  const close = at < 0 ? -1 : bytes.indexOf('>', at)
  if (close < 0) {
    if (bytes.length > maxHeadBytes) throw new NotUnderstood('long head')
    return 0
  }
  if (bytes.toString('latin1', at, close + 1) !== '<sheetData>') throw new NotUnderstood('sheet data')
  pass.hiddenColumns = headColumns(bytes.toString('utf8', 0, at))
  return close + 1
}

// The little XML around the rows goes through the XML parser, so that broken XML there is noticed as well.
function headColumns(head: string): number[] {
  const columns: number[] = []
  const plain = /^\uFEFF?(?:<\?xml[^>]*\?>)?\s*<worksheet[\s>]/.test(head) && !head.includes('<!')
  if (!plain) throw new NotUnderstood('root')
  parseAround(`${head}</worksheet>`, (name, attributes) => {
    if (name === 'col' && isTrue(attributes.hidden))
      addColumns(columns, Number(attributes.min ?? ''), Number(attributes.max ?? ''))
  })
  return columns
}

function parseAround(xml: string, open: NonNullable<XmlHandler['open']>): void {
  try {
    const parser = xmlParser({ open })
    parser.write(xml)
    parser.end()
  } catch {
    // The XML parser will read the whole sheet then and say what is wrong.
    throw new NotUnderstood('not well-formed')
  }
}

function mergesIn(rest: Buffer, tail: readonly Buffer[]): Merge[] {
  const size = tail.reduce((sum, piece) => sum + piece.length, rest.length)
  if (size > maxTailBytes) throw new NotUnderstood('long tail')
  const merges: Merge[] = []
  parseAround(`<worksheet>${Buffer.concat([rest, ...tail]).toString('utf8')}`, (name, attributes) => {
    if (name === 'mergeCell') addMerge(merges, attributes.ref ?? '')
  })
  return merges
}

/** Adds the range `A1:B2` when it is one. */
export function addMerge(merges: Merge[], reference: string): void {
  const [from = '', to = ''] = reference.split(':')
  const [left, right, top, bottom] = [columnOf(from), columnOf(to), rowOf(from), rowOf(to)]
  if (left > 0 && right >= left && top > 0 && bottom >= top) merges.push({ top, left, bottom, right })
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0)
}
