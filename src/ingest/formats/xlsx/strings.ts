import { inMegabytes } from '../byte-source.js'
import { UnreadableFile } from '../unreadable-file.js'
import type { ReadLimits } from '../workbook.js'
import { decodedXml, xmlEncoding, xmlParser } from '../xml.js'
import { wordBytes } from './byte-cursor.js'
import { NotUnderstood } from './not-understood.js'
import { scanSharedStrings } from './scan-text.js'
import { StringTable } from './string-table.js'
import { decodeEscapes } from './xml-text.js'

const maxItemBytes = 32 * 2 ** 20
const maxTableBytes = 2 ** 30
const itemEnd = Buffer.from('</si>')

/** Reads a shared string table: by the byte scanner, or by the XML parser where that does not understand it. `open` may be called twice. */
export async function readSharedStrings(open: () => AsyncIterable<Buffer>, limits: ReadLimits): Promise<StringTable> {
  try {
    return await scanStrings(open(), limits)
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error
    return parseStrings(open(), limits)
  }
}

/** The fast way. Throws NotUnderstood at anything but plain UTF-8 with unprefixed names. */
export async function scanStrings(pieces: AsyncIterable<Buffer>, limits: ReadLimits): Promise<StringTable> {
  const strings = new StringTable()
  let rest: Buffer = Buffer.alloc(0)
  let started = false
  let ended = false
  for await (const piece of pieces) {
    if (ended) continue
    const bytes: Buffer = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const from: number = started ? 0 : startOfItems(bytes)
    started ||= from > 0
    const cut = started ? bytes.lastIndexOf(itemEnd) + itemEnd.length : 0
    const stop = cut < itemEnd.length ? from : scanSharedStrings(wordBytes(bytes), from, cut, strings)
    ended = cut >= itemEnd.length && stop < cut
    checkSize(strings, limits)
    rest = bytes.subarray(stop)
    if (rest.length > maxItemBytes) throw new NotUnderstood('very long shared string')
  }
  if (!ended) finish(rest, started, strings)
  checkSize(strings, limits)
  return strings
}

// What stands behind the last `</si>`: empty items, then the end or an extension list.
function finish(rest: Buffer, started: boolean, strings: StringTable): void {
  const from: number = started ? 0 : startOfItems(rest)
  const stop = scanSharedStrings(wordBytes(rest), from, rest.length, strings)
  const tail = rest.toString('utf8', stop)
  if (!tail.startsWith('</sst>') && !tail.startsWith('<extLst') && !/<sst\b[^>]*\/>/.test(tail))
    throw new NotUnderstood('end of the table')
}

// Behind the root's start tag; 0 when it has not come yet.
function startOfItems(bytes: Buffer): number {
  if (xmlEncoding(bytes) !== 'utf-8') throw new NotUnderstood('encoding')
  const head = bytes.toString('latin1', 0, 4096)
  const match = /^(?:\xEF\xBB\xBF)?\s*(?:<\?[^>]*\?>\s*)*<sst(?:\s[^<>]*[^/<>]|)>/.exec(head)
  if (match) return match[0].length
  if (head.length >= 4096 || head.includes('<!') || /<\w+:sst/.test(head)) throw new NotUnderstood('root')
  return 0
}

/** The slow way: reads every well-formed table. */
export async function parseStrings(pieces: AsyncIterable<Buffer>, limits: ReadLimits): Promise<StringTable> {
  const strings = new StringTable()
  let text: string | null = null
  let inText = false
  let phonetic = 0
  const parser = xmlParser({
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') inText = phonetic === 0
    },
    text(part) {
      if (inText && text !== null) text += part
      if (text !== null && text.length > maxItemBytes) throw tooLarge(inMegabytes(maxItemBytes))
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1
      else if (name === 't') inText = false
      else if (name === 'si' && text !== null) {
        strings.add(decodeEscapes(text))
        text = null
      }
    },
  })
  for await (const part of decodedXml(pieces)) {
    parser.write(part)
    checkSize(strings, limits)
  }
  parser.end()
  return strings
}

function checkSize(strings: StringTable, limits: ReadLimits): void {
  if (strings.length > limits.maxStrings) throw tooLarge(`${limits.maxStrings} 条`)
  if (strings.bytes > maxTableBytes) throw tooLarge(inMegabytes(maxTableBytes))
}

function tooLarge(limit: string): UnreadableFile {
  return new UnreadableFile('file-too-large', { what: '文字过多', limit })
}
