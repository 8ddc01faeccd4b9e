import { parentPort } from 'node:worker_threads'
import type { Month } from '../domain/month.js'
import { openWorkbook } from './formats/open.js'
import type { InboxFile } from './inbox.js'
import { packFile } from './packed-file.js'
import { readFile } from './read-file.js'
import { type ReadingSettings, readingGround } from './reading-ground.js'

/** What a reading thread is asked. */
export interface WorkerRequest {
  readonly file: InboxFile
  readonly passwords: readonly string[]
  readonly settings: ReadingSettings
  readonly month: Month
}

/** How an error is told across threads. */
export interface WorkerFailure {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly code: unknown
  readonly facts: unknown
}

parentPort?.on('message', async ({ file, passwords, settings, month }: WorkerRequest) => {
  try {
    const reading = await readFile(file, (path) => openWorkbook(path, { passwords }), readingGround(settings, month))
    parentPort?.postMessage({ packed: packFile(reading) })
  } catch (error) {
    const { name, message, stack, code, facts } = error as Error & { code?: unknown; facts?: unknown }
    parentPort?.postMessage({ failure: { name, message, stack, code, facts } satisfies WorkerFailure })
  }
})
