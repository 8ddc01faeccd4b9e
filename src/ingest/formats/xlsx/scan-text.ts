import { greaterThan, lessThan, type SliceableBuffer, slash } from './byte-cursor.js'
import { NotUnderstood } from './not-understood.js'
import { decodeFound, findTextEnd, positionOf } from './text-bytes.js'
import { decodeEntities, decodeEscapes } from './xml-text.js'

const inlineEnd = Buffer.from('</is>')
const itemEnd = Buffer.from('</si>')
const letterI = 105
const letterS = 115
const letterT = 116

/** A text and the position behind the element it stood in. One object is used again and again, as this runs once per cell. */
export interface FoundText {
  text: string
  at: number
}

/** Reads `<is>…</is>` whose content begins at `from`. */
export function scanInlineText(bytes: SliceableBuffer, from: number, end: number, found: FoundText): void {
  if (scanOneRun(bytes, from, end, letterI, letterS, found)) return
  const close = bytes.indexOf(inlineEnd, from)
  if (close < 0 || close >= end) throw new NotUnderstood('inline text')
  found.text = joinRuns(bytes.utf8Slice(from, close))
  found.at = close + 5
}

/**
 * Appends the shared strings in bytes `from` to `end` (whole `<si>` elements and blanks between them) to `strings`, and returns where it stopped:
 * at the first thing that is no `<si>`.
 */
export function scanSharedStrings(bytes: SliceableBuffer, from: number, end: number, strings: string[]): number {
  const found: FoundText = { text: '', at: from }
  while (found.at < end) {
    const { at } = found
    const byte = bytes[at] as number
    if (byte === 32 || byte === 10 || byte === 13 || byte === 9) found.at += 1
    else if (byte !== lessThan || bytes[at + 1] !== letterS || bytes[at + 2] !== letterI) return at
    else {
      scanSharedString(bytes, at + 3, end, found)
      strings.push(found.text)
    }
  }
  return found.at
}

// At the byte after `<si`.
function scanSharedString(bytes: SliceableBuffer, at: number, end: number, found: FoundText): void {
  if (bytes[at] === slash && bytes[at + 1] === greaterThan) {
    found.text = ''
    found.at = at + 2
    return
  }
  if (bytes[at] !== greaterThan) throw new NotUnderstood('shared string')
  if (scanOneRun(bytes, at + 1, end, letterS, letterI, found)) return
  const close = bytes.indexOf(itemEnd, at + 1)
  if (close < 0 || close >= end) throw new NotUnderstood('shared string')
  found.text = joinRuns(bytes.utf8Slice(at + 1, close))
  found.at = close + 5
}

// Nearly every text is one `<t>…</t>`, perhaps with xml:space, closed by `</is>` or `</si>` at once. False for anything else.
function scanOneRun(
  bytes: SliceableBuffer,
  from: number,
  end: number,
  first: number,
  second: number,
  found: FoundText,
): boolean {
  if (bytes[from] !== lessThan || bytes[from + 1] !== letterT) return false
  let start = from + 2
  if (bytes[start] !== greaterThan) {
    if (bytes[start] !== 32) return false
    while (start < end && bytes[start] !== greaterThan) start += 1
    if (bytes[start - 1] === slash) return false
  }
  const stop = findTextEnd(bytes, start + 1, end)
  const p = positionOf(stop)
  if (stop < 0 || bytes[p + 1] !== slash || bytes[p + 2] !== letterT || bytes[p + 3] !== greaterThan) return false
  if (bytes[p + 4] !== lessThan || bytes[p + 5] !== slash || bytes[p + 6] !== first || bytes[p + 7] !== second)
    return false
  if (bytes[p + 8] !== greaterThan || p + 9 > end) return false
  found.text = decodeFound(bytes, start + 1, stop)
  found.at = p + 9
  return true
}

// Rich text: runs joined, phonetic runs left out.
function joinRuns(xml: string): string {
  if (xml.includes('<!') || /<\w+:/.test(xml)) throw new NotUnderstood('rich text')
  let text = ''
  const shown = xml.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, '')
  let runs = shown.match(/<t(?=[\s/>])/g)?.length ?? 0
  for (const match of shown.matchAll(/<t(?:\s[^>]*?)?(?:\/>|>([^<]*)<\/t>)/g)) {
    text += match[1] ?? ''
    runs -= 1
  }
  if (runs !== 0) throw new NotUnderstood('rich text')
  return decodeEscapes(decodeEntities(text))
}
