import { parentPort, workerData } from 'node:worker_threads'
import { read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { Facts, IssueCode } from '../../domain/issue.js'
import { isDateCode } from './date-format.js'
import { dateText } from './date-text.js'
import { openCompound } from './decrypt.js'
import { numberText } from './number-text.js'
import { RowBuilder } from './row-builder.js'
import { asUnreadable } from './unreadable-file.js'
import type { Merge, ReadLimits, SheetRow } from './workbook.js'

/** What the worker is started with. */
export interface WorkerTask {
  readonly bytes: Uint8Array
  /** Whether the bytes are an OLE compound file, which may be encrypted. */
  readonly compound: boolean
  readonly passwords: readonly string[]
  readonly limits: ReadLimits
}

/** A sheet as the worker announces it. */
export interface WorkerSheet {
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
}

/** Asks for the next rows of a sheet, beginning at 0-based row `from`. */
export interface RowRequest {
  readonly sheet: number
  readonly from: number
}

/**
 * What the worker says: the sheets once (or the decrypted package, which is then read elsewhere), rows on request (`next` is null behind the last
 * row), or why it failed.
 */
export type WorkerAnswer =
  | { readonly sheets: readonly WorkerSheet[] }
  | { readonly rows: readonly SheetRow[]; readonly next: number | null }
  | { readonly decrypted: Uint8Array }
  | { readonly failure: { readonly code: IssueCode; readonly facts: Facts } }

const rowsPerBatch = 2000

// What SheetJS holds of a cell. Its own text (`w`) is not asked for: it is rounded and formatted.
interface SheetJsCell {
  readonly t: string
  readonly v?: string | number | boolean
  readonly z?: string | number
}

const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

async function main(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('runs as a worker only')
  const answer = (message: WorkerAnswer) => port.postMessage(message)
  const answerFailure = (error: unknown) => {
    const { code, facts } = asUnreadable(error, '工作簿')
    answer({ failure: { code, facts } })
  }
  try {
    const { limits } = workerData as WorkerTask
    const opened = await open(workerData as WorkerTask)
    if ('decrypted' in opened) return answer(opened)
    const { book } = opened
    const builders = book.SheetNames.map(() => new RowBuilder(limits))
    answer({ sheets: book.SheetNames.map((name, i) => describe(book, name, i)) })
    port.on('message', ({ sheet, from }: RowRequest) => {
      try {
        answer(
          rowsFrom(
            book,
            book.Sheets[book.SheetNames[sheet] as string] as WorkSheet,
            from,
            builders[sheet] as RowBuilder,
          ),
        )
      } catch (error) {
        answerFailure(error)
      }
    })
  } catch (error) {
    answerFailure(error)
  }
}

async function open({
  bytes,
  compound,
  passwords,
}: WorkerTask): Promise<{ book: WorkBook } | { decrypted: Uint8Array }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!compound) return { book: await parse(buffer, true) }
  const opened = await openCompound(buffer, passwords)
  if (opened.content === 'package') return { decrypted: new Uint8Array(opened.bytes) }
  return { book: await parse(opened.bytes, opened.codepaged) }
}

// Only books older than Excel 97 hold text in a code page; its tables take longer to load than most books to read.
async function parse(bytes: Buffer, codepaged: boolean): Promise<WorkBook> {
  if (codepaged) set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  return read(bytes, {
    type: 'buffer',
    dense: true,
    raw: true,
    cellDates: false,
    cellNF: true,
    cellText: false,
    cellStyles: true,
  })
}

function describe(book: WorkBook, name: string, index: number): WorkerSheet {
  const sheet = book.Sheets[name]
  const columns = sheet?.['!cols'] ?? []
  return {
    name,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    merges: (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    })),
    hiddenColumns: columns.flatMap((column, i) => (column?.hidden ? [i + 1] : [])),
  }
}

function rowsFrom(book: WorkBook, sheet: WorkSheet, from: number, row: RowBuilder): WorkerAnswer {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const data = (sheet['!data'] ?? []) as (SheetJsCell | undefined)[][]
  const rows: SheetRow[] = []
  let at = from
  for (; at < data.length && rows.length < rowsPerBatch; at++) {
    const cells = data[at]
    if (!cells) continue
    row.start(at + 1, sheet['!rows']?.[at]?.hidden === true)
    cells.forEach((cell, i) => {
      if (cell) setCell(row, i + 1, cell, date1904)
    })
    const finished = row.finish()
    if (finished) rows.push(finished)
  }
  return { rows, next: at < data.length ? at : null }
}

function setCell(row: RowBuilder, column: number, cell: SheetJsCell, date1904: boolean): void {
  const { t, v, z } = cell
  if (v === undefined) return
  if (t === 'n' && !Number.isFinite(v)) row.set(column, '#NUM!', 'error')
  else if (t === 'n') {
    const date = typeof z === 'string' && isDateCode(z) ? dateText(v as number, date1904) : null
    if (date === null) row.set(column, numberText(String(v)), 'number')
    else row.set(column, date, 'date')
  } else if (t === 'b') row.set(column, v ? 'TRUE' : 'FALSE', 'boolean')
  else if (t === 'e') row.set(column, errorTexts[v as number] ?? '#N/A', 'error')
  else row.set(column, String(v), 'text')
}

void main()
