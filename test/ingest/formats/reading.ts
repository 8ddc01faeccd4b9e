import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenOptions, openWorkbook } from '../../../src/ingest/formats/open.js'
import { UnreadableFile } from '../../../src/ingest/formats/unreadable-file.js'
import type { SheetRow, Workbook } from '../../../src/ingest/formats/workbook.js'

/** Writes bytes to a file of the given name in a new folder, opens it, hands the workbook to `look` and removes everything. */
export async function withWorkbook<T>(
  name: string,
  bytes: Buffer | string,
  look: (workbook: Workbook) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'doudi-reading-'))
  try {
    const path = join(folder, name)
    await writeFile(path, bytes)
    const workbook = await openWorkbook(path, options)
    try {
      return await look(workbook)
    } finally {
      await workbook.close()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** All rows of the sheet at `index`. */
export async function rowsOf(workbook: Workbook, index = 0): Promise<SheetRow[]> {
  const all: SheetRow[] = []
  for await (const rows of (workbook.sheets[index] as Workbook['sheets'][number]).rows()) all.push(...rows)
  return all
}

/** The texts of all rows of the first sheet. */
export async function textsOf(
  name: string,
  bytes: Buffer | string,
  options: OpenOptions = {},
): Promise<(readonly string[])[]> {
  return withWorkbook(name, bytes, async (workbook) => (await rowsOf(workbook)).map((row) => row.texts), options)
}

/** The code by which a file is refused, on opening or on reading its rows; '' when it is read. */
export async function refusal(name: string, bytes: Buffer | string, options: OpenOptions = {}): Promise<string> {
  try {
    await withWorkbook(
      name,
      bytes,
      async (workbook) => {
        for (const [i] of workbook.sheets.entries()) await rowsOf(workbook, i)
      },
      options,
    )
    return ''
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code
    throw error
  }
}
