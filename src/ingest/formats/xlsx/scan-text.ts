import { NotUnderstood } from './not-understood.js'
import type { SliceableBuffer } from './row-scanner.js'
import { decodeEntities, decodeEscapes } from './xml-text.js'

const ampersand = 38
const lessThan = 60

const inlineEnd = Buffer.from('</is>')
const itemEnd = Buffer.from('</si>')

/** The text of `<is>…</is>` whose content begins at `from`, and the position behind it; escapes are left for the caller. */
export function scanInlineText(bytes: SliceableBuffer, from: number, end: number): { text: string; at: number } {
  const close = bytes.indexOf(inlineEnd, from)
  if (close < 0 || close >= end) throw new NotUnderstood('inline text')
  return { text: richText(bytes, from, close), at: close + 5 }
}

/**
 * Appends the shared strings in bytes `from` to `end` (whole `<si>` elements and blanks between them) to `strings`, and returns where it stopped:
 * at the first thing that is no `<si>`.
 */
export function scanSharedStrings(bytes: SliceableBuffer, from: number, end: number, strings: string[]): number {
  let at = from
  while (at < end) {
    const byte = bytes[at] as number
    if (byte === 32 || byte === 10 || byte === 13 || byte === 9) {
      at += 1
      continue
    }
    if (byte !== lessThan || bytes[at + 1] !== 115 || bytes[at + 2] !== 105) return at
    if (bytes[at + 3] === 47 && bytes[at + 4] === 62) {
      strings.push('')
      at += 5
      continue
    }
    if (bytes[at + 3] !== 62) throw new NotUnderstood('shared string')
    const close = bytes.indexOf(itemEnd, at + 4)
    if (close < 0 || close >= end) throw new NotUnderstood('shared string')
    strings.push(decodeEscapes(richText(bytes, at + 4, close)))
    at = close + 5
  }
  return at
}

// Nearly all are one `<t>…</t>`; the rest is rich text: runs joined, phonetic runs left out.
function richText(bytes: SliceableBuffer, from: number, end: number): string {
  if (bytes[from] === lessThan && bytes[from + 1] === 116) {
    let start = from + 2
    while (start < end && bytes[start] !== 62) start += 1
    if (bytes[start - 1] !== 47 && bytes[start] === 62 && isBlankOrEnd(bytes[from + 2] as number)) {
      const text = plainText(bytes, start + 1, end)
      if (text !== null) return text
    }
  }
  return joinRuns(bytes.utf8Slice(from, end))
}

// The text when `</t>` and the end follow it, otherwise null.
function plainText(bytes: SliceableBuffer, from: number, end: number): string | null {
  let flags = 0
  let p = from
  for (; p < end; p++) {
    const byte = bytes[p] as number
    if (byte === lessThan) break
    if (byte > 127) flags |= 1
    else if (byte === ampersand || byte === 13) flags |= 2
  }
  if (p + 4 !== end || bytes[p + 1] !== 47 || bytes[p + 2] !== 116 || bytes[p + 3] !== 62) return null
  const text = flags & 1 ? bytes.utf8Slice(from, p) : bytes.latin1Slice(from, p)
  return flags & 2 ? decodeEntities(text) : text
}

function isBlankOrEnd(byte: number): boolean {
  return byte === 62 || byte === 32 || byte === 10 || byte === 13 || byte === 9
}

function joinRuns(xml: string): string {
  if (xml.includes('<!') || /<\w+:/.test(xml)) throw new NotUnderstood('rich text')
  let text = ''
  const shown = xml.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, '')
  for (const match of shown.matchAll(/<t(?:\s[^>]*?)?(?:\/>|>([^<]*)<\/t>)/g)) text += match[1] ?? ''
  return decodeEntities(text)
}
