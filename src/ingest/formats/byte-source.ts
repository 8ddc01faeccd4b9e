import { constants, type FileHandle, open } from 'node:fs/promises'
import { refusalWords } from '../../domain/refusal.js'
import { UnreadableFile } from './unreadable-file.js'
import type { ReadLimits } from './workbook.js'

/** The bytes of a delivery: a file on disk, or a buffer after decryption. */
export interface ByteSource {
  readonly size: number
  /** The open file, or null when the bytes are in memory. */
  readonly fd: number | null
  /** Bytes `start` (inclusive) to `end` (exclusive), cut at the end of the source. */
  read(start: number, end: number): Promise<Buffer>
  /** The same range in pieces of at most `pieceBytes`. */
  pieces(start?: number, end?: number): AsyncIterable<Buffer>
  close(): Promise<void>
}

const pieceBytes = 256 * 1024

/** Opens a file. Throws UnreadableFile when it cannot be opened, is no file, is empty or larger than `limits.maxFileBytes`. */
export async function fileSource(path: string, limits: ReadLimits): Promise<ByteSource> {
  const handle = await openFile(path)
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw new UnreadableFile('file-unreachable', { reason: '不是文件' })
    if (stat.size === 0) throw new UnreadableFile('file-empty')
    checkSize(stat.size, limits)
    return sourceOf(stat.size, handle)
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Wraps bytes already in memory. */
export function bufferSource(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    fd: null,
    read: async (start, end) => bytes.subarray(start, end),
    async *pieces(start = 0, end = bytes.length) {
      for (let at = start; at < end; at += pieceBytes) yield bytes.subarray(at, Math.min(at + pieceBytes, end))
    },
    close: async () => {},
  }
}

function sourceOf(size: number, handle: FileHandle): ByteSource {
  const read = async (start: number, end: number) => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(end, size) - start))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled)
      if (bytesRead === 0) return bytes.subarray(0, filled)
      filled += bytesRead
    }
    return bytes
  }
  return {
    size,
    fd: handle.fd,
    read,
    async *pieces(start = 0, end = size) {
      for (let at = start; at < end; at += pieceBytes) yield await read(at, Math.min(at + pieceBytes, end))
    },
    close: () => handle.close(),
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    // Without blocking: a pipe would be waited for until somebody writes into it.
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'ENOENT') throw new UnreadableFile('file-missing', {}, { cause: error })
    throw new UnreadableFile('file-unreachable', { reason: refusalWords(code) }, { cause: error })
  }
}

function checkSize(size: number, limits: ReadLimits): void {
  if (size <= limits.maxFileBytes) return
  throw new UnreadableFile('file-too-large', {
    what: `文件有 ${inMegabytes(size)}`,
    limit: inMegabytes(limits.maxFileBytes),
  })
}

/** A byte count as the clerk reads it: `12 MB`. */
export function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`
}
