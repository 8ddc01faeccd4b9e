import type { ByteSource } from '../byte-source.js'
import { type SheetPass, streamedSheet } from '../streamed-sheet.js'
import { asUnreadable } from '../unreadable-file.js'
import type { Notice, ReadLimits, SheetRow, Workbook } from '../workbook.js'
import type { SheetContext } from './cell-value.js'
import { NotUnderstood } from './not-understood.js'
import { parseSheet } from './parse-sheet.js'
import { readParts, type SheetPart, type WorkbookParts } from './parts.js'
import { scanSheet } from './scan-sheet.js'
import { StringTable } from './string-table.js'
import { readSharedStrings } from './strings.js'
import type { ZipArchive } from './zip.js'

/** Opens an .xlsx whose zip directory and main part are known. Rows stream; shared strings are read once, when rows are first asked for. */
export async function openXlsx(
  source: ByteSource,
  zip: ZipArchive,
  mainPart: string,
  limits: ReadLimits,
): Promise<Workbook> {
  const parts = await readParts(zip, mainPart)
  const notices: Notice[] = []
  let strings: Promise<StringTable> | null = null
  const sharedStrings = () => {
    const part = parts.strings
    strings ??=
      part === null
        ? Promise.resolve(new StringTable())
        : readSharedStrings(() => zip.open(part), limits).catch(refused)
    return strings
  }
  const book: Book = { zip, limits, parts, strings: sharedStrings, notices }
  return {
    format: 'xlsx',
    encoding: null,
    sheets: parts.sheets.map((sheet) => streamedSheet(sheet, (pass) => sheetRows(sheet, book, pass))),
    notices,
    close: () => source.close(),
  }
}

function refused(error: unknown): never {
  throw asUnreadable(error, '共享字符串表')
}

interface Book {
  readonly zip: ZipArchive
  readonly limits: ReadLimits
  readonly parts: WorkbookParts
  readonly strings: () => Promise<StringTable>
  readonly notices: Notice[]
}

async function* sheetRows(
  { name, part }: SheetPart,
  { zip, limits, parts, strings, notices }: Book,
  pass: SheetPass,
): AsyncGenerator<readonly SheetRow[]> {
  const { dateStyles, date1904 } = parts
  const context: SheetContext = { strings: await strings(), dateStyles, date1904, formulasWithoutValue: 0 }
  try {
    yield* readSheet(() => zip.open(part), context, limits, pass)
  } catch (error) {
    throw asUnreadable(error, name)
  }
  noteFormulas(notices, name, context.formulasWithoutValue)
}

// By the scanner; from the first thing it does not understand on, by the XML parser, without giving a row twice.
async function* readSheet(
  open: () => AsyncIterable<Buffer>,
  context: SheetContext,
  limits: ReadLimits,
  pass: SheetPass,
): AsyncGenerator<readonly SheetRow[]> {
  let given = 0
  try {
    for await (const rows of scanSheet(open(), context, limits, pass)) {
      given += rows.length
      yield rows
    }
    return
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error
  }
  context.formulasWithoutValue = 0
  for await (const rows of parseSheet(open(), context, limits, pass)) {
    const fresh = rows.slice(given)
    given = Math.max(0, given - rows.length)
    if (fresh.length > 0) yield fresh
  }
}

function noteFormulas(notices: Notice[], sheet: string, count: number): void {
  const known = notices.some((notice) => notice.code === 'sheet-formulas-without-value' && notice.facts.sheet === sheet)
  if (count > 0 && !known) notices.push({ code: 'sheet-formulas-without-value', facts: { sheet, count } })
}
