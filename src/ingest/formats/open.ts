import { basename } from 'node:path'
import { type ByteSource, bufferSource, fileSource } from './byte-source.js'
import { findEncoding } from './decode-text.js'
import { containerOf, headBytes, isLockedBiff, isMail, isOwnerFile, textKindOf } from './detect.js'
import { openSheetJs } from './open-sheetjs.js'
import { UnreadableFile } from './unreadable-file.js'
import { defaultLimits, type ReadLimits, type Workbook } from './workbook.js'
import { openZipped } from './xlsx/open-zipped.js'

/** How files are opened. */
export interface OpenOptions {
  /** Tried on encrypted workbooks, after the two that Excel tries by itself. */
  readonly passwords?: readonly string[]
  readonly limits?: ReadLimits
}

/**
 * Opens a file by what its bytes are, never by its extension: .xlsx and its variants, .xls (BIFF2–8, .et), .xlsb, .ods, HTML and XML Spreadsheet
 * 2003 posing as .xls, web pages in one file, delimited text in any usual encoding, each also with a password where the format has one. Throws
 * UnreadableFile; so can the sheets' `rows` and `merges`, as rows are read only when asked for. Close the workbook when done.
 */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  const limits = options.limits ?? defaultLimits
  const source = await fileSource(path, limits)
  try {
    const head = await source.read(0, headBytes)
    if (isOwnerFile(basename(path), head)) throw new UnreadableFile('file-temporary')
    return withHiddenSheets(await openAs(source, head, basename(path), options.passwords ?? [], limits))
  } catch (error) {
    await source.close()
    throw error
  }
}

async function openAs(
  source: ByteSource,
  head: Buffer,
  fileName: string,
  passwords: readonly string[],
  limits: ReadLimits,
): Promise<Workbook> {
  const container = containerOf(head)
  if (container === 'zip') return openZipped(source, limits)
  if (container === 'text') return openText(source, head, fileName, limits)
  if (container === 'biff' && isLockedBiff(head)) throw new UnreadableFile('file-password-unsupported')
  const opened = await openSheetJs(source, { format: 'xls', compound: container === 'compound', passwords, limits })
  if (!Buffer.isBuffer(opened)) return opened
  await source.close()
  return openZipped(bufferSource(opened), limits)
}

async function openText(source: ByteSource, head: Buffer, fileName: string, limits: ReadLimits): Promise<Workbook> {
  // Most files are .xlsx; the parsers of the others are loaded when one comes.
  if (isMail(head)) return (await import('./open-mht.js')).openMht(source, limits)
  const { declaredCharset, openHtml } = await import('./open-html.js')
  const encoding = await findEncoding(source, head, declaredCharset(head))
  const start = new TextDecoder(encoding.label).decode(head)
  if (start.trim() === '') throw new UnreadableFile('file-empty')
  const kind = textKindOf(start)
  if (kind === 'html') return openHtml(source, encoding, start, limits)
  if (kind === 'xml2003') return (await import('./open-xml2003.js')).openXml2003(source, encoding, limits)
  const { openCsv } = await import('./open-csv.js')
  return openCsv(source, fileName.replace(/\.[^.]*$/, ''), encoding, start, limits)
}

function withHiddenSheets(workbook: Workbook): Workbook {
  const hidden = workbook.sheets
    .filter((sheet) => sheet.hidden)
    .map((sheet) => ({ code: 'sheet-hidden' as const, facts: { sheet: sheet.name } }))
  return {
    ...workbook,
    get notices() {
      return [...hidden, ...(workbook.notices ?? [])]
    },
  }
}
