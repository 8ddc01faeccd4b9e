import { ampersand, carriageReturn, lessThan, type SliceableBuffer } from './byte-cursor.js'
import { decodeEntities, decodeEscapes } from './xml-text.js'

/** Flags of a stretch of text: bytes beyond ASCII; entities or carriage returns, which need decoding; underscores, which may begin `_xHHHH_`. */
const beyondAscii = 1
const coded = 2
const underscored = 4
const underscore = 95
const utf16 = Buffer.alloc(256) as SliceableBuffer

/**
 * Finds the `<` that ends the text beginning at `from`. Returns its position times 8 plus the flags of the text, in one number because this runs
 * once per cell; or -1 when there is none before `end`.
 */
export function findTextEnd(bytes: SliceableBuffer, from: number, end: number): number {
  let flags = 0
  for (let p = from; p < end; p++) {
    const byte = bytes[p] as number
    if (byte > 127) flags |= beyondAscii
    else if (byte === lessThan) return p * 8 + flags
    else if (byte === underscore) flags |= underscored
    else if (byte === ampersand || byte === carriageReturn) flags |= coded
  }
  return -1
}

/** The position in what `findTextEnd` returned. */
export function positionOf(found: number): number {
  return found >> 3
}

/** Decodes the text from `from` to what `findTextEnd` returned: UTF-8, then entities, then the escapes of OOXML. */
export function decodeFound(bytes: SliceableBuffer, from: number, found: number): string {
  const to = found >> 3
  const flags = found & 7
  if (flags === 0) return to - from === 18 ? idText(bytes, from) : bytes.latin1Slice(from, to)
  if (flags === beyondAscii) return to - from <= 12 ? shortText(bytes, from, to) : mixedText(bytes, from, to)
  const text = bytes.utf8Slice(from, to)
  return decodeEscapes(flags & coded ? decodeEntities(text) : text)
}

// An id number has 18 characters, and every row has one or more; this costs a third of a call into Node.
function idText(bytes: SliceableBuffer, p: number): string {
  const at = (i: number) => bytes[p + i] as number
  // biome-ignore format: in the order of the bytes
  return String.fromCharCode(
    at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8),
    at(9), at(10), at(11), at(12), at(13), at(14), at(15), at(16), at(17),
  )
}

// Names and other short words are one to four characters of three bytes each; putting them together here costs a third of a call into Node.
function shortText(bytes: SliceableBuffer, from: number, to: number): string {
  const length = to - from
  if (length % 3 !== 0) return bytes.utf8Slice(from, to)
  const a = character(bytes, from)
  const b = length > 3 ? character(bytes, from + 3) : 1
  const c = length > 6 ? character(bytes, from + 6) : 1
  const d = length > 9 ? character(bytes, from + 9) : 1
  if (a === 0 || b === 0 || c === 0 || d === 0) return bytes.utf8Slice(from, to)
  if (length === 3) return String.fromCharCode(a)
  if (length === 6) return String.fromCharCode(a, b)
  return length === 9 ? String.fromCharCode(a, b, c) : String.fromCharCode(a, b, c, d)
}

// Addresses and the like, Chinese with digits between: written as UTF-16 here, as Node takes that over faster than it decodes UTF-8.
function mixedText(bytes: SliceableBuffer, from: number, to: number): string {
  if (to - from > utf16.length / 2) return bytes.utf8Slice(from, to)
  let length = 0
  for (let p = from; p < to; length += 2) {
    let code = bytes[p] as number
    if (code < 128) p += 1
    else {
      code = character(bytes, p)
      if (code === 0) return bytes.utf8Slice(from, to)
      p += 3
    }
    utf16[length] = code & 255
    utf16[length + 1] = code >> 8
  }
  return utf16.ucs2Slice(0, length)
}

// The character of a three-byte sequence from U+1000 to U+CFFF (no overlong form and no surrogate begins there); 0 for anything else.
function character(bytes: SliceableBuffer, at: number): number {
  const [a, b, c] = [bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number]
  if (a < 0xe1 || a > 0xec || (b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80) return 0
  return ((a & 15) << 12) | ((b & 63) << 6) | (c & 63)
}
