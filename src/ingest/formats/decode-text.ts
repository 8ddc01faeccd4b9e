import type { ByteSource } from './byte-source.js'
import { UnreadableFile } from './unreadable-file.js'

/** How the bytes of a text file are to be read. `byLine`: lines in UTF-8 and in GB18030 stand in one file. */
export interface TextEncoding {
  readonly label: string
  /** As shown to the clerk, e.g. `UTF-8`. */
  readonly name: string
  readonly byLine: boolean
  /** Lines that are not in the main encoding, and the first of them (1-based), when `byLine`. */
  readonly otherLines: number
  readonly firstOtherLine: number
}

const names: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
}

/**
 * Finds the encoding of a text file: byte-order mark, pattern of zero bytes, strict UTF-8 over the whole file, strict GB18030 over the whole
 * file, then UTF-8 with some lines of GB18030. `declared` is what the text itself claims (a charset in HTML); it decides only between
 * encodings that fit. Throws UnreadableFile when nothing fits. The label is never `gbk`, which lacks the four-byte characters.
 */
export async function findEncoding(source: ByteSource, head: Buffer, declared: string | null): Promise<TextEncoding> {
  const marked = byMark(head) ?? byZeros(head)
  if (marked !== null) return whole(marked)
  if (looksBinary(head)) throw new UnreadableFile('file-not-a-table', { kind: '无法识别的二进制文件' })
  if (isHz(head)) throw new UnreadableFile('file-encoding')
  if (await fits(source, 'utf-8')) return whole('utf-8')
  const other = declaredLabel(declared)
  if (other !== null && other !== 'gb18030' && other !== 'utf-8' && (await fits(source, other))) return whole(other)
  if (await fits(source, 'gb18030')) return whole('gb18030')
  return lineByLine(source)
}

/** The decoded text of the file, piece by piece, without its byte-order mark. */
export async function* decodedText(source: ByteSource, encoding: TextEncoding): AsyncGenerator<string> {
  if (encoding.byLine) return yield* decodedLines(source)
  const decoder = new TextDecoder(encoding.label)
  for await (const piece of source.pieces()) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

/** The encoding's standard label, or null when Node does not know it. GBK and GB2312 are read as their superset GB18030. */
function declaredLabel(declared: string | null): string | null {
  if (declared === null) return null
  if (/^(x-)?gb/i.test(declared)) return 'gb18030'
  try {
    return new TextDecoder(declared).encoding
  } catch {
    // An unknown name says nothing.
    return null
  }
}

function whole(label: string): TextEncoding {
  return { label, name: names[label] ?? label, byLine: false, otherLines: 0, firstOtherLine: 0 }
}

function byMark(head: Buffer): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return null
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

// Tables hold ASCII (digits, delimiters, line ends), whose UTF-16 has a zero beside each; so has 一 (4E 00), but on the other side and far less.
function byZeros(head: Buffer): string | null {
  let little = 0
  let big = 0
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i + 1] === 0 && isAscii(head[i] as number)) little += 1
    else if (head[i] === 0 && isAscii(head[i + 1] as number)) big += 1
  }
  const enough = head.length / 100
  const label =
    little > enough && little >= 2 * big ? 'utf-16le' : big > enough && big >= 2 * little ? 'utf-16be' : null
  // Programs and pictures are full of such pairs too, but not of nothing else than text.
  return label !== null &&
    !/[\u0000-\u0008\u000E-\u0019\u001B-\u001F\uFFFE\uFFFF]/.test(new TextDecoder(label).decode(head))
    ? label
    : null
}

function isAscii(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13
}

function looksBinary(head: Buffer): boolean {
  let controls = 0
  for (const byte of head)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) controls += 1
  return head.includes(0) || controls > Math.max(4, head.length / 100)
}

// HZ is 7-bit, so it would pass as clean ASCII: `~{` … `~}` around pairs of letters.
function isHz(head: Buffer): boolean {
  return /~\{(?:[\x21-\x77][\x21-\x7e]){2,}~\}/.test(head.toString('latin1'))
}

async function fits(source: ByteSource, label: string): Promise<boolean> {
  const decoder = new TextDecoder(label, { fatal: true })
  try {
    for await (const piece of source.pieces()) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    // Strict decoding throws a TypeError at the first byte that does not fit; that is the answer.
    if (!(error instanceof TypeError)) throw error
    return false
  }
}

async function lineByLine(source: ByteSource): Promise<TextEncoding> {
  const count = { utf8: 0, gb18030: 0, neither: 0 }
  let line = 0
  let firstOtherLine = 0
  for await (const bytes of lines(source)) {
    line += 1
    const encoding = encodingOfLine(bytes)
    if (encoding === 'ascii') continue
    count[encoding] += 1
    if (encoding !== 'utf8' && firstOtherLine === 0) firstOtherLine = line
  }
  if (count.neither > 0 || count.gb18030 > count.utf8) throw new UnreadableFile('file-encoding')
  return { label: 'utf-8', name: 'UTF-8/GB18030', byLine: true, otherLines: count.gb18030, firstOtherLine }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const strictGb18030 = new TextDecoder('gb18030', { fatal: true })

function encodingOfLine(bytes: Buffer): 'ascii' | 'utf8' | 'gb18030' | 'neither' {
  if (bytes.every((byte) => byte < 128)) return 'ascii'
  if (decodes(strictUtf8, bytes)) return 'utf8'
  return decodes(strictGb18030, bytes) ? 'gb18030' : 'neither'
}

function decodes(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer): boolean {
  try {
    decoder.decode(bytes)
    return true
  } catch {
    // The answer, as above.
    return false
  }
}

async function* decodedLines(source: ByteSource): AsyncGenerator<string> {
  let first = true
  for await (const bytes of lines(source)) {
    const text = (encodingOfLine(bytes) === 'gb18030' ? strictGb18030 : strictUtf8).decode(bytes)
    yield first ? text.replace(/^\uFEFF/, '') : text
    first = false
  }
}

// Lines with their line feed. No byte of a GB18030 or UTF-8 character is a line feed.
async function* lines(source: ByteSource): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of source.pieces()) {
    const bytes: Buffer = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield bytes.subarray(from, end + 1)
      from = end + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) yield rest
}
