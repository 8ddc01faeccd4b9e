import { pipeline } from 'node:stream/promises'
import zlib, { createInflateRaw } from 'node:zlib'
import yauzl, { type Entry } from 'yauzl'
import { type ByteSource, bufferSource, inMegabytes } from '../byte-source.js'
import { asUnreadable, UnreadableFile } from '../unreadable-file.js'
import type { ReadLimits } from '../workbook.js'

/** A zip archive by its central directory. Names have forward slashes and are found whatever their case. */
export interface ZipArchive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The inflated bytes of a part, piece by piece; throws UnreadableFile when they are damaged, missing or more than allowed. */
  open(name: string): AsyncGenerator<Buffer>
  /** A small part as a whole (workbook, styles, relationships). */
  whole(name: string): Promise<Buffer>
}

const maxEntries = 65_536
const maxWholeBytes = 64 * 2 ** 20
const inflatePieceBytes = 256 * 1024

/** Reads the directory of a zip archive. yauzl refuses names that point outside the archive. */
export async function openZip(file: ByteSource, limits: ReadLimits): Promise<ZipArchive> {
  try {
    const source = await withoutTrailingBytes(file)
    const options = { lazyEntries: true, autoClose: false }
    const zip =
      source.fd === null
        ? await yauzl.fromBufferPromise(await source.read(0, source.size), options)
        : await yauzl.fromFdPromise(source.fd, options)
    if (zip.entryCount > maxEntries) throw tooMany(zip.entryCount)
    const entries = new Map<string, Entry>()
    const repeated = new Set<string>()
    for await (const entry of zip.eachEntry()) {
      const key = entry.fileName.toLowerCase()
      if (entries.has(key)) repeated.add(key)
      entries.set(key, entry)
    }
    const open = (name: string) => {
      // Programs differ in which of two they show, so what the sender saw is not known.
      if (repeated.has(name.toLowerCase())) throw new UnreadableFile('file-unsafe', { what: `两个同名的部件 ${name}` })
      return openEntry(source, zip, entries.get(name.toLowerCase()), name, limits)
    }
    return {
      names: [...entries.values()].map((entry) => entry.fileName),
      has: (name) => entries.has(name.toLowerCase()),
      open,
      whole: (name) => collect(open(name), name),
    }
  } catch (error) {
    // yauzl's words for a name that points outside the archive.
    if (/^(invalid relative path|absolute path|invalid characters in fileName)/.test(String((error as Error).message)))
      throw new UnreadableFile('file-unsafe', { what: '指向压缩包之外的路径' }, { cause: error })
    throw asUnreadable(error, '压缩包目录')
  }
}

// Web systems append a line end or a page's remains to what they send; the archive ends where its directory says. Only such files are read whole.
async function withoutTrailingBytes(source: ByteSource): Promise<ByteSource> {
  const tail = await source.read(Math.max(0, source.size - 66_000), source.size)
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (at < 0 || at + 22 > tail.length) return source
  const surplus = tail.length - (at + 22 + tail.readUInt16LE(at + 20))
  return surplus > 0 ? bufferSource(await source.read(0, source.size - surplus)) : source
}

async function* openEntry(
  source: ByteSource,
  zip: yauzl.ZipFile,
  entry: Entry | undefined,
  name: string,
  limits: ReadLimits,
): AsyncGenerator<Buffer> {
  if (!entry) throw new UnreadableFile('file-corrupt', { part: name })
  if (entry.isEncrypted()) throw new UnreadableFile('file-password-unsupported')
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const end = fileDataStart + entry.compressedSize
    if (end > source.size) throw new UnreadableFile('file-corrupt', { part: name })
    yield* checked(decoded(source.pieces(fileDataStart, end), entry), entry, limits)
  } catch (error) {
    throw asUnreadable(error, name)
  }
}

function decoded(pieces: AsyncIterable<Buffer>, entry: Entry): AsyncIterable<Buffer> {
  if (entry.compressionMethod === 0) return pieces
  if (entry.compressionMethod === 8) return inflated(pieces)
  throw new Error(`compression method ${entry.compressionMethod}`)
}

// On Node's thread pool, while the piece before is read.
async function* inflated(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: inflatePieceBytes })
  // A failure also ends the iteration below with the same error; a reader that stops early closes the pipeline on purpose.
  const feeding = pipeline(pieces, inflate).catch(() => {})
  yield* inflate as AsyncIterable<Buffer>
  await feeding
}

// The directory's own size and checksum are held against what really comes out, so a lying entry neither grows without end nor passes.
async function* checked(pieces: AsyncIterable<Buffer>, entry: Entry, limits: ReadLimits): AsyncGenerator<Buffer> {
  let size = 0
  let crc = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > limits.maxInflatedBytes) {
      throw new UnreadableFile('file-too-large', {
        what: '解压后的内容过大',
        limit: inMegabytes(limits.maxInflatedBytes),
      })
    }
    if (size > entry.uncompressedSize) throw new Error('more bytes than the directory states')
    crc = zlib.crc32(piece, crc)
    yield piece
  }
  if (size !== entry.uncompressedSize) throw new Error('fewer bytes than the directory states')
  // Some writers leave the checksum at 0.
  if (entry.crc32 !== 0 && crc !== entry.crc32) throw new Error('checksum')
}

async function collect(pieces: AsyncIterable<Buffer>, name: string): Promise<Buffer> {
  const all: Buffer[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > maxWholeBytes)
      throw new UnreadableFile('file-too-large', { what: name, limit: inMegabytes(maxWholeBytes) })
    all.push(piece)
  }
  return Buffer.concat(all)
}

function tooMany(entries: number): UnreadableFile {
  return new UnreadableFile('file-too-large', { what: `压缩包内有 ${entries} 个文件`, limit: `${maxEntries} 个` })
}
