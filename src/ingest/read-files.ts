import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { UnreadableFile } from './formats/unreadable-file.js'
import type { InboxFile } from './inbox.js'
import { type PackedFile, unpackFile } from './packed-file.js'
import { type FileReading, type OpenFile, readFile } from './read-file.js'
import type { WorkerFailure, WorkerRequest } from './read-worker.js'
import type { ReadingGround } from './reading-ground.js'

/** The reading of a file, or the error that stopped it. */
export type FileOutcome = { readonly reading: FileReading } | { readonly error: unknown }

/** Starting threads costs about as much as reading this much. */
const worthThreads = 8 * 2 ** 20

/**
 * Reads files side by side on threads when there is much to read and the compiled program runs; otherwise two at a time on this thread, so that
 * one goes on while the other waits for the disk or for the worker that reads .xls. The outcomes stand in the order of `files`. `open` forces the
 * plain way.
 */
export async function readFiles(
  files: readonly InboxFile[],
  ground: ReadingGround,
  how: { readonly open: OpenFile; readonly passwords: readonly string[]; readonly threads: number },
  onDone: (file: InboxFile) => void,
): Promise<FileOutcome[]> {
  const readHere = async (file: InboxFile): Promise<FileOutcome> => {
    try {
      return { reading: await readFile(file, how.open, ground) }
    } catch (error) {
      return { error }
    }
  }
  const outcomes: FileOutcome[] = new Array(files.length)
  const sizes = await Promise.all(files.map(sizeOf))
  const threads = sizes.length > 1 && sizes.reduce((sum, size) => sum + size, 0) >= worthThreads ? how.threads : 0
  const order = [...files.keys()]
  // Side by side the longest goes first, or the last lane works alone.
  if (threads > 0) order.sort((a, b) => (sizes[b] as number) - (sizes[a] as number))
  const next = () => order.shift()
  const work = async (read: (file: InboxFile) => Promise<FileOutcome>) => {
    for (let position = next(); position !== undefined; position = next()) {
      const file = files[position] as InboxFile
      outcomes[position] = await read(file)
      onDone(file)
    }
  }
  const lanes = Array.from({ length: threads }, async () => {
    const thread = readingThread(ground, how.passwords)
    try {
      await work(thread.read)
    } finally {
      await thread.end()
    }
  })
  await Promise.all(threads === 0 ? [work(readHere), work(readHere)] : lanes)
  return outcomes
}

/** Threads worth starting: one a core, none when the program runs from its TypeScript sources, which threads cannot load. */
export function usefulThreads(): number {
  return import.meta.url.endsWith('.js') ? Math.min(4, availableParallelism()) : 0
}

// A file that is not there any more is told when it is opened.
async function sizeOf({ path }: InboxFile): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

type Reply = { readonly packed: PackedFile } | { readonly failure: WorkerFailure }

function readingThread(ground: ReadingGround, passwords: readonly string[]) {
  let worker: Worker | null = null
  let pending: { resolve(reply: Reply): void; reject(error: unknown): void } | null = null
  const start = (): Worker => {
    const started = new Worker(new URL('./read-worker.js', import.meta.url))
    const lose = (error: unknown) => {
      worker = null
      pending?.reject(error)
    }
    started.on('message', (reply: Reply) => pending?.resolve(reply))
    started.on('error', lose)
    started.on('exit', (code) => lose(new Error(`reading thread ended with code ${code}`)))
    return started
  }
  const ask = (request: WorkerRequest) =>
    new Promise<Reply>((resolve, reject) => {
      pending = { resolve, reject }
      worker ??= start()
      worker.postMessage(request)
    })
  return {
    async read(file: InboxFile): Promise<FileOutcome> {
      const { files, lists, columns } = ground.settings
      try {
        const answer = await ask({ file, passwords, settings: { files, lists, columns }, month: ground.month })
        if ('packed' in answer) return { reading: unpackFile(answer.packed, ground.sources) }
        return { error: Object.assign(new Error(answer.failure.message), answer.failure) }
      } catch (error) {
        // A file that fills its thread's memory takes only that thread along.
        if ((error as { code?: unknown }).code !== 'ERR_WORKER_OUT_OF_MEMORY') return { error }
        return { error: new UnreadableFile('file-too-large', { what: '读取时内存不足', limit: '本机可用内存' }) }
      }
    },
    end: async () => worker?.terminate(),
  }
}
