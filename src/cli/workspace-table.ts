import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { ToolError } from '../domain/tool-error.js'

/** A row of one of the workspace's small tables: its cells by heading, and the 1-based line where it ends. */
export interface TableRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/**
 * The rows of the text of a small CSV file; lines that start with # and rows without a word are left out. Throws ToolError `bad-csv-heading` unless
 * the first row that is left has every one of `headings`, `bad-csv` with the line where a quote is out of place.
 */
export function tableRows(text: string, file: string, headings: readonly string[]): TableRow[] {
  let seen: readonly string[] = []
  try {
    const lines: { info: { lines: number }; record: Record<string, string> }[] = parse(text, {
      bom: true,
      columns: (cells: string[]) => {
        seen = cells
        return cells
      },
      comment: '#',
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // A table program writes a row that was emptied as commas alone.
      skip_records_with_empty_values: true,
      trim: true,
    })
    if (headings.every((heading) => seen.includes(heading)))
      return lines.map(({ info, record }) => ({ line: info.lines, cells: record }))
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new ToolError('bad-csv', { file, line: Number(cause.lines ?? 1) })
  }
  // Not what was seen: without its heading, the first row of a key file is a password.
  throw new ToolError('bad-csv-heading', { file, headings: headings.join(',') })
}
