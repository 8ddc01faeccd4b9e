import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { ByteSource } from './byte-source.js'
import { type Delimiter, findDelimiter } from './csv-delimiter.js'
import { decodedText, type TextEncoding } from './decode-text.js'
import { RowBuilder } from './row-builder.js'
import { UnreadableFile } from './unreadable-file.js'
import type { Notice, ReadLimits, SheetRow, Workbook } from './workbook.js'

const rowsPerBatch = 500
// A quote that is never closed would make one record of the whole rest.
const maxRecordCharacters = 4 * 2 ** 20

/** Opens delimited text as a workbook of one sheet, named like the file. Every cell is text: a CSV has no numbers. */
export function openCsv(
  source: ByteSource,
  name: string,
  encoding: TextEncoding,
  start: string,
  limits: ReadLimits,
): Workbook {
  const delimiter = findDelimiter(start)
  const { otherLines: count, firstOtherLine: line } = encoding
  const notices: Notice[] = encoding.byLine ? [{ code: 'file-mixed-encoding', facts: { count, line } }] : []
  return {
    format: 'csv',
    encoding: encoding.name,
    sheets: [
      {
        name,
        hidden: false,
        rows: () => csvRows(source, encoding, delimiter, limits),
        merges: async () => [],
        hiddenColumns: () => [],
      },
    ],
    notices,
    close: () => source.close(),
  }
}

async function* csvRows(
  source: ByteSource,
  encoding: TextEncoding,
  { delimiter, skip }: Delimiter,
  limits: ReadLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRecordCharacters,
  })
  const row = new RowBuilder(limits)
  let batch: SheetRow[] = []
  let number = 0
  try {
    const records = Readable.from(without(decodedText(source, encoding), skip)).compose(parser) as AsyncIterable<
      string[]
    >
    for await (const record of records) {
      number += 1
      row.start(number, false)
      record.forEach((field, i) => {
        row.set(i + 1, bareField(field), 'text')
      })
      const finished = row.finish()
      if (finished) batch.push(finished)
      if (batch.length < rowsPerBatch) continue
      yield batch
      batch = []
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableFile('file-corrupt', { part: `第 ${number + 1} 行起英文双引号不成对` }, { cause: error })
  }
  if (batch.length > 0) yield batch
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
