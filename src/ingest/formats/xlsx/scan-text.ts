import { greaterThan, lessThan, type SliceableBuffer, slash, type WordBytes } from './byte-cursor.js'
import { NotUnderstood } from './not-understood.js'
import type { StringTable } from './string-table.js'
import { type FoundText, plainTextEnd, readText } from './text-bytes.js'
import { decodeEntities, decodeEscapes } from './xml-text.js'

const inlineEnd = Buffer.from('</is>')
const itemEnd = Buffer.from('</si>')
const runEndBytes = '</t></si>'.length
const letterI = 105
const letterS = 115
const letterT = 116

/** Reads `<is>…</is>` whose content begins at `from`. */
export function scanInlineText(bytes: SliceableBuffer, from: number, end: number, found: FoundText): void {
  const start = startOfOnlyRun(bytes, from, end)
  if (start > 0 && readText(bytes, start, end, found) && closesRun(bytes, found.at, end, letterI, letterS)) {
    found.at += runEndBytes
    return
  }
  const close = bytes.indexOf(inlineEnd, from)
  if (close < 0 || close >= end) throw new NotUnderstood('inline text')
  found.text = joinRuns(bytes.utf8Slice(from, close))
  found.at = close + 5
}

/**
 * Appends the shared strings in bytes `from` to `end` (whole `<si>` elements and blanks between them) to `strings`, and returns where it stopped:
 * at the first thing that is no `<si>`.
 */
export function scanSharedStrings(words: WordBytes, from: number, end: number, strings: StringTable): number {
  const { bytes } = words
  let at = from
  while (at < end) {
    const byte = bytes[at] as number
    if (byte === 32 || byte === 10 || byte === 13 || byte === 9) at += 1
    else if (byte !== lessThan || bytes[at + 1] !== letterS || bytes[at + 2] !== letterI) return at
    else at = scanSharedString(words, at + 3, end, strings)
  }
  return at
}

// At the byte after `<si`. Returns the position behind the item.
function scanSharedString(words: WordBytes, at: number, end: number, strings: StringTable): number {
  const { bytes } = words
  if (bytes[at] === slash && bytes[at + 1] === greaterThan) {
    strings.add('')
    return at + 2
  }
  if (bytes[at] !== greaterThan) throw new NotUnderstood('shared string')
  const start = startOfOnlyRun(bytes, at + 1, end)
  const stop = start > 0 ? plainTextEnd(words, start, end) : -1
  if (stop > 0 && closesRun(bytes, stop, end, letterS, letterI)) {
    strings.addBytes(words, start, stop)
    return stop + runEndBytes
  }
  const close = bytes.indexOf(itemEnd, at + 1)
  if (close < 0 || close >= end) throw new NotUnderstood('shared string')
  strings.add(joinRuns(bytes.utf8Slice(at + 1, close)))
  return close + itemEnd.length
}

// Nearly every text is one `<t>…</t>`, perhaps with xml:space. Returns where its text begins; 0 for anything else.
function startOfOnlyRun(bytes: Buffer, from: number, end: number): number {
  if (bytes[from] !== lessThan || bytes[from + 1] !== letterT) return 0
  let p = from + 2
  if (bytes[p] === greaterThan) return p + 1
  if (bytes[p] !== 32) return 0
  while (p < end && bytes[p] !== greaterThan) p += 1
  return bytes[p - 1] === slash ? 0 : p + 1
}

// Whether `</t>` and at once `</is>` or `</si>` stand at `p`.
function closesRun(bytes: Buffer, p: number, end: number, first: number, second: number): boolean {
  if (bytes[p + 1] !== slash || bytes[p + 2] !== letterT || bytes[p + 3] !== greaterThan) return false
  if (bytes[p + 4] !== lessThan || bytes[p + 5] !== slash || bytes[p + 6] !== first || bytes[p + 7] !== second)
    return false
  return bytes[p + 8] === greaterThan && p + runEndBytes <= end
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
