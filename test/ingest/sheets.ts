import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CellKind } from '../../src/domain/cell.js'
import { checkDigit } from '../../src/domain/id-number.js'
import type { Settings } from '../../src/domain/settings.js'
import type { Merge, Sheet, SheetRow, Workbook } from '../../src/ingest/formats/workbook.js'
import { gazetteer } from '../../src/ingest/gazetteer.js'
import { type Ingested, ingest } from '../../src/ingest/ingest.js'

/** A cell of a test sheet: text, a number stored as a number, a number of which the file holds these digits, or an error. */
export type TestCell = string | number | { readonly digits: string } | { readonly error: string } | null

/** An in-memory sheet; blank rows are left out as every format reader does. Rows come in batches of 7, so that batch borders are met. */
export function sheetOf(
  rows: readonly (readonly TestCell[])[],
  options: {
    name?: string
    hidden?: boolean
    hiddenRows?: readonly number[]
    hiddenColumns?: readonly number[]
    merges?: readonly Merge[]
  } = {},
): Sheet {
  const sheetRows = rows
    .map((cells, index): SheetRow => {
      const texts = cells.map(cellText)
      const kinds = cells.map((cell): CellKind => {
        if (cell === null || cell === '') return 'empty'
        if (typeof cell === 'object') return 'digits' in cell ? 'number' : 'error'
        return typeof cell === 'number' ? 'number' : 'text'
      })
      return { number: index + 1, texts, kinds, hidden: options.hiddenRows?.includes(index + 1) ?? false }
    })
    .filter((row) => row.texts.some((text) => text !== ''))
  return {
    name: options.name ?? 'Sheet1',
    hidden: options.hidden ?? false,
    async *rows() {
      for (let at = 0; at < sheetRows.length; at += 7) yield sheetRows.slice(at, at + 7)
    },
    merges: async () => options.merges ?? [],
    hiddenColumns: () => options.hiddenColumns ?? [],
  }
}

function cellText(cell: TestCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'digits' in cell ? cell.digits : cell.error
}

/** A workbook of such sheets. */
export function workbookOf(...sheets: Sheet[]): Workbook {
  return { format: 'xlsx', encoding: null, sheets, close: async () => {} }
}

/** An invented id of the unused area 340199: `serial` gives birth date and order number; odd serials are men. */
export function inventedId(serial: number): string {
  const year = 1940 + (serial % 60)
  const month = String((serial % 12) + 1).padStart(2, '0')
  const day = String((serial % 28) + 1).padStart(2, '0')
  const digits = `340199${year}${month}${day}${String(100 + (serial % 900)).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

/** The towns of the tests. */
export const towns = gazetteer([
  { township: '清河镇', village: '', aliases: ['清河'] },
  { township: '清河镇', village: '东街村', aliases: [] },
  { township: '清河镇', village: '西街社区', aliases: ['西街居'] },
  { township: '石桥乡', village: '', aliases: [] },
  { township: '石桥乡', village: '柳树村', aliases: [] },
])

/** Settings without any entry. */
export const noSettings: Pick<Settings, 'files' | 'lists' | 'columns'> = { files: [], lists: [], columns: {} }

/** Ingests in-memory workbooks by file name. */
export async function ingestWorkbooks(
  workbooks: Readonly<Record<string, Workbook>>,
  settings: Pick<Settings, 'files' | 'lists' | 'columns'> = noSettings,
): Promise<Ingested> {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-ingest-'))
  const byPath = new Map<string, Workbook>()
  const files = Object.entries(workbooks).map(([name, workbook], index) => {
    const path = join(folder, String(index))
    writeFileSync(path, name)
    byPath.set(path, workbook)
    return { path, name }
  })
  const open = async (path: string) => byPath.get(path) as Workbook
  return ingest({ files, settings, towns, month: '2026-11', open })
}

/** Ingests files of these bytes, opened as a run opens them. */
export async function ingestBytes(
  files: Readonly<Record<string, Buffer>>,
  settings: typeof noSettings = noSettings,
): Promise<Ingested> {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-ingest-'))
  const inbox = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return { path, name }
  })
  try {
    return await ingest({ files: inbox, settings, towns, month: '2026-11' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
