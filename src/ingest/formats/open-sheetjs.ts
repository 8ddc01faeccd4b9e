import { Worker } from 'node:worker_threads'
import type { ByteSource } from './byte-source.js'
import type { RowRequest, WorkerAnswer, WorkerSheet, WorkerTask } from './sheetjs-worker.js'
import { UnreadableFile } from './unreadable-file.js'
import type { ReadLimits, Sheet, SheetRow, Workbook } from './workbook.js'

const secondsAllowed = 60
const megabytesAllowed = 2048

/** How a file is to be opened by SheetJS. */
export interface SheetJsTask {
  readonly format: 'xls' | 'xlsx'
  readonly compound: boolean
  readonly passwords: readonly string[]
  readonly limits: ReadLimits
}

/**
 * Opens a workbook of the older or rarer formats through SheetJS, in a worker thread of its own: a damaged file can make it ask for any amount
 * of memory or time, and then only the worker ends. Rows are fetched in batches; the worker lives until `close`. An encrypted .xlsx comes back
 * as the bytes of the package that was in it.
 */
export async function openSheetJs(source: ByteSource, task: SheetJsTask): Promise<Workbook | Buffer> {
  const { format, compound, passwords, limits } = task
  const bytes = new Uint8Array(await source.read(0, source.size))
  const worker = startWorker({ bytes, compound, passwords, limits })
  try {
    const opened = await ask(worker, null)
    if ('decrypted' in opened) {
      await worker.terminate()
      return Buffer.from(opened.decrypted)
    }
    if (!('sheets' in opened)) throw new UnreadableFile('file-corrupt', { part: format })
    const request = inTurn(worker)
    return {
      format,
      encoding: null,
      sheets: opened.sheets.map((sheet, index) => toSheet(sheet, index, request)),
      notices: [],
      close: async () => {
        await worker.terminate()
        await source.close()
      },
    }
  } catch (error) {
    await worker.terminate()
    throw error
  }
}

// Answers carry no address, so one question is asked at a time, also when two sheets are read side by side.
function inTurn(worker: Worker): (request: RowRequest) => Promise<WorkerAnswer> {
  let last: Promise<unknown> = Promise.resolve()
  return (request) => {
    const answer = last.then(() => ask(worker, request))
    // Whoever asked is told of the failure; the next question is asked all the same.
    last = answer.catch(() => {})
    return answer
  }
}

function toSheet(sheet: WorkerSheet, index: number, request: (request: RowRequest) => Promise<WorkerAnswer>): Sheet {
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: () => workerRows(index, request),
    merges: async () => sheet.merges,
    hiddenColumns: () => sheet.hiddenColumns,
  }
}

async function* workerRows(
  sheet: number,
  request: (request: RowRequest) => Promise<WorkerAnswer>,
): AsyncGenerator<readonly SheetRow[]> {
  for (let from: number | null = 0; from !== null; ) {
    const answer: WorkerAnswer = await request({ sheet, from })
    if (!('rows' in answer)) throw new UnreadableFile('file-corrupt', { part: '工作簿' })
    if (answer.rows.length > 0) yield answer.rows
    from = answer.next
  }
}

// Workers run built JavaScript only; from TypeScript sources (tests, scripts) the last build is used.
function startWorker(task: WorkerTask): Worker {
  const built = import.meta.url.endsWith('.ts')
    ? '../../../dist/ingest/formats/sheetjs-worker.js'
    : './sheetjs-worker.js'
  const worker = new Worker(new URL(built, import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: megabytesAllowed },
    // What SheetJS prints about odd files is of no use to a clerk.
    stdout: true,
    stderr: true,
  })
  worker.unref()
  return worker
}

// Sends a request (or none: the first answer comes unasked) and waits for the answer, no longer than allowed.
function ask(worker: Worker, request: RowRequest | null): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => reject(new UnreadableFile('file-too-slow', { seconds: secondsAllowed })))
      void worker.terminate()
    }, secondsAllowed * 1000)
    const onMessage = (answer: WorkerAnswer) =>
      settle(() =>
        'failure' in answer ? reject(new UnreadableFile(answer.failure.code, answer.failure.facts)) : resolve(answer),
      )
    const onError = (error: unknown) => settle(() => reject(failed(String(error))))
    const onExit = () => settle(() => reject(failed('worker ended')))
    const settle = (then: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
      then()
    }
    worker.ref()
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    if (request) worker.postMessage(request)
  })
}

function failed(reason: string): UnreadableFile {
  if (/OUT_OF_MEMORY|memory limit/i.test(reason)) {
    return new UnreadableFile('file-too-large', { what: '读取所需内存过多', limit: `${megabytesAllowed} MB` })
  }
  return new UnreadableFile('file-corrupt', { part: '工作簿' }, { cause: reason })
}
