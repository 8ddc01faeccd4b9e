import { openWorkbook } from '../src/ingest/formats/open.js'
import type { Merge, SheetRow, Workbook } from '../src/ingest/formats/workbook.js'

/** A sheet held in memory. */
export interface HeldSheet {
  readonly name: string
  readonly hidden: boolean
  readonly hiddenColumns: readonly number[]
  readonly merges: readonly Merge[]
  readonly rows: readonly SheetRow[]
}

/** A workbook held in memory, to be opened again and again with other cells. */
export interface Book {
  readonly workbook: Workbook
  readonly sheets: readonly HeldSheet[]
}

/** Reads all of a file's sheets into memory. */
export async function readBook(path: string): Promise<Book> {
  const workbook = await openWorkbook(path, {})
  const sheets: HeldSheet[] = []
  for (const sheet of workbook.sheets) {
    const rows: SheetRow[] = []
    for await (const batch of sheet.rows()) rows.push(...batch)
    const { name, hidden } = sheet
    sheets.push({ name, hidden, hiddenColumns: sheet.hiddenColumns(), merges: await sheet.merges(), rows })
  }
  await workbook.close()
  return { workbook, sheets }
}

/** The held book as `ingest` opens it. */
export function openedAs({ workbook, sheets }: Book): Workbook {
  const { format, encoding, notices = [] } = workbook
  return {
    format,
    encoding,
    notices,
    sheets: sheets.map(({ name, hidden, hiddenColumns, merges, rows }) => ({
      name,
      hidden,
      rows: async function* () {
        yield rows
      },
      merges: async () => merges,
      hiddenColumns: () => hiddenColumns,
    })),
    close: async () => {},
  }
}

/** A sheet with its columns: where each field stands, and how many rows come before the people. */
export interface HeadedSheet {
  readonly rows: readonly SheetRow[]
  readonly above: number
  /** Field → heading and position from the left, 0-based. */
  readonly columns: ReadonlyMap<string, { readonly heading: string; readonly index: number }>
}

/** Finds the columns that a delivery says were read, by their headings; of wide tables the first of each kind. */
export function headedSheet(book: Book, name: string, printed: Readonly<Record<string, string>>): HeadedSheet {
  const { rows } = book.sheets.find((sheet) => sheet.name === name) as HeldSheet
  const plain = (text: string) => text.replace(/\s/g, '')
  const columns = new Map<string, { heading: string; index: number }>()
  let above = 0
  for (const [field, headings] of Object.entries(printed)) {
    const heading = headings.split('、')[0]?.split('|').at(-1) ?? ''
    const at = rows.slice(0, 12).findIndex(({ texts }) => texts.some((text) => plain(text) === plain(heading)))
    if (at < 0) continue
    above = Math.max(above, at + 1)
    columns.set(field, {
      heading,
      index: rows[at]?.texts.findIndex((text) => plain(text) === plain(heading)) as number,
    })
  }
  return { rows, above, columns }
}
