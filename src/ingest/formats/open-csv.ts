import type { ByteSource } from './byte-source.js'
import { type Delimiter, findDelimiter } from './csv-delimiter.js'
import { csvRecords } from './csv-records.js'
import { decodedText, type TextEncoding } from './decode-text.js'
import { RowBuilder } from './row-builder.js'
import type { Notice, ReadLimits, SheetRow, Workbook } from './workbook.js'

/**
 * Opens delimited text as a workbook of one sheet, named like the file. Every cell is text, for a CSV does not say which were numbers; only 2026.1, which
 * may be what a spreadsheet left of the number 2026.10, is called one.
 */
export function openCsv(
  source: ByteSource,
  name: string,
  encoding: TextEncoding,
  start: string,
  limits: ReadLimits,
): Workbook {
  const delimiter = findDelimiter(start)
  const { otherLines: count, firstOtherLine: line } = encoding
  const noted = new Set<number>()
  const notices: Notice[] = encoding.byLine ? [{ code: 'file-mixed-encoding', facts: { count, line } }] : []
  return {
    format: 'csv',
    encoding: encoding.name,
    sheets: [
      {
        name,
        hidden: false,
        rows: () => csvRows({ source, encoding, delimiter, limits, notices, noted }),
        merges: async () => [],
        hiddenColumns: () => [],
      },
    ],
    notices,
    close: () => source.close(),
  }
}

interface CsvText {
  readonly source: ByteSource
  readonly encoding: TextEncoding
  readonly delimiter: Delimiter
  readonly limits: ReadLimits
  readonly notices: Notice[]
  /** Rows whose quote has been noted by an earlier pass over the file or by this one. */
  readonly noted: Set<number>
}

async function* csvRows({
  source,
  encoding,
  delimiter,
  limits,
  notices,
  noted,
}: CsvText): AsyncGenerator<readonly SheetRow[]> {
  const row = new RowBuilder(limits)
  const text = without(decodedText(source, encoding), delimiter.skip)
  let number = 0
  for await (const records of csvRecords(text, delimiter.delimiter)) {
    const rows: SheetRow[] = []
    for (const { fields, stray } of records) {
      number += 1
      if (stray && !noted.has(number)) {
        noted.add(number)
        notices.push({ code: 'file-unclosed-quote', facts: { row: number } })
      }
      row.start(number, false)
      for (let i = 0; i < fields.length; i++) setField(row, i + 1, bareField(fields[i] as string))
      const finished = row.finish()
      if (finished) rows.push(finished)
    }
    if (rows.length > 0) yield rows
  }
}

function setField(row: RowBuilder, column: number, text: string): void {
  row.set(column, text, text.length === 6 && /^\d{4}\.1$/.test(text) ? 'number' : 'text')
}

async function* without(pieces: AsyncIterable<string>, skip: number): AsyncGenerator<string> {
  let left = skip
  for await (const piece of pieces) {
    const text = piece.slice(left)
    left = Math.max(0, left - piece.length)
    if (text !== '') yield text
  }
}

/**
 * The text of a CSV field without what programs put around ids to keep Excel from making numbers of them: `="…"`, tabs before or after, one
 * apostrophe in front.
 */
export function bareField(field: string): string {
  let text = field
  if (text.includes('\t')) text = text.replace(/^\t+|\t+$/g, '')
  const first = text.charCodeAt(0)
  if (first === 61) return /^="([^"]*)"$/.exec(text.trim())?.[1] ?? text
  return first === 39 && text.length > 1 ? text.slice(1) : text
}
