import { ampersand, carriageReturn, lessThan, type SliceableBuffer, type WordBytes } from './byte-cursor.js'
import { decodeEntities, decodeEscapes } from './xml-text.js'

/** A text and the position behind what it stood in. One object is used again and again, as this runs once per cell. */
export interface FoundText {
  text: string
  at: number
}

/** Classes of bytes: beyond ASCII; entities or carriage returns, which need decoding; underscores, which may begin `_xHHHH_`; the end of the text. */
const beyondAscii = 1
const coded = 2
const underscored = 4
const ended = 8
const underscore = 95
const classes = new Uint8Array(256)
classes.fill(beyondAscii, 128)
classes[ampersand] = coded
classes[carriageReturn] = coded
classes[underscore] = underscored
classes[lessThan] = ended

const maxDecoded = 256
const codes = new Uint16Array(maxDecoded)
// The same memory. Node takes UTF-16 as the machine orders its bytes, as all machines that it runs on do: the lower one first.
const utf16 = Buffer.from(codes.buffer) as SliceableBuffer

/**
 * Finds the `<` that ends the text beginning at `from`, which may not hold anything to be decoded but UTF-8. Returns its position; or -1 when there
 * is none before `end`, or something else stands in the text.
 */
export function plainTextEnd({ bytes, words }: WordBytes, from: number, end: number): number {
  const last = end - 4
  for (let p = from; p < end; p++) {
    // Four digits, or four bytes beyond ASCII, at once.
    while (p < last && isPlainWord(words.getInt32(p))) p += 4
    const kind = classes[bytes[p] as number] as number
    if (kind > beyondAscii) return kind === ended ? p : -1
  }
  return -1
}

function isPlainWord(word: number): boolean {
  const high = word & 0xf0f0f0f0
  return high === 0x30303030
    ? ((word + 0x06060606) & 0xf0f0f0f0) === 0x30303030
    : (word & 0x80808080) === (0x80808080 | 0)
}

/**
 * Reads the text from `from` to the next `<`: UTF-8, then entities, then the escapes of OOXML. Sets `found` to it and to the position of the `<`;
 * false when there is none before `end`. What nearly all texts are made of is decoded right here, as a call into Node costs more than that.
 */
export function readText(bytes: SliceableBuffer, from: number, end: number, found: FoundText): boolean {
  let p = from
  while (p < end && classes[bytes[p] as number] === 0) p += 1
  if (p >= end) return false
  if (bytes[p] === lessThan) {
    found.text = p - from === 18 ? idText(bytes, from) : bytes.latin1Slice(from, p)
    found.at = p
    return true
  }
  return ((bytes[p] as number) > 127 && readMixed(bytes, from, p, end, found)) || readAny(bytes, from, end, found)
}

// Chinese with digits between, as names, addresses and the like are. ASCII up to `beyond`. False for any other text.
function readMixed(bytes: SliceableBuffer, from: number, beyond: number, end: number, found: FoundText): boolean {
  if (beyond - from >= maxDecoded) return false
  let length = 0
  for (let p = from; p < beyond; p++) codes[length++] = bytes[p] as number
  let p = beyond
  while (p < end && length < maxDecoded) {
    const byte = bytes[p] as number
    if (byte > 127) {
      // Three bytes give U+1000 to U+FFFF; no overlong form and no surrogate begins with these.
      if (byte < 0xe1 || byte > 0xef || byte === 0xed) return false
      const second = (bytes[p + 1] as number) ^ 0x80
      const third = (bytes[p + 2] as number) ^ 0x80
      if ((second | third) > 63) return false
      codes[length++] = ((byte & 15) << 12) | (second << 6) | third
      p += 3
    } else if (classes[byte] === 0) {
      codes[length++] = byte
      p += 1
    } else if (byte === lessThan) {
      found.text = length <= 4 ? shortText(length) : utf16.ucs2Slice(0, length * 2)
      found.at = p
      return true
    } else return false
  }
  return false
}

function readAny(bytes: SliceableBuffer, from: number, end: number, found: FoundText): boolean {
  let kinds = 0
  for (let p = from; p < end; p++) {
    const kind = classes[bytes[p] as number] as number
    if (kind === ended) {
      const text = bytes.utf8Slice(from, p)
      found.text = kinds > beyondAscii ? decodeEscapes(kinds & coded ? decodeEntities(text) : text) : text
      found.at = p
      return true
    }
    kinds |= kind
  }
  return false
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

// Names and other short words, likewise; from `codes`.
function shortText(length: number): string {
  const [a, b, c, d] = [codes[0] as number, codes[1] as number, codes[2] as number, codes[3] as number]
  if (length === 1) return String.fromCharCode(a)
  if (length === 2) return String.fromCharCode(a, b)
  return length === 3 ? String.fromCharCode(a, b, c) : String.fromCharCode(a, b, c, d)
}
