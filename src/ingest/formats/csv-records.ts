import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { UnreadableFile } from './unreadable-file.js'

/** One record of delimited text; `stray` when its line has a quote without a partner and was read without quotes. */
export interface CsvRecord {
  readonly fields: readonly string[]
  readonly stray: boolean
}

const blockCharacters = 256 * 1024
const longestRecord = 4 * 2 ** 20
// No remark in a roster runs over that many lines; a record that does was opened by a stray quote.
const mostLines = 60
const fewLines = mostLines + 1

/**
 * Splits decoded text into records, blank lines included (one empty field). A stray quote would make one record of all lines up to the next quote:
 * such a record is taken back, its first line read without quotes, and reading goes on as usual behind it.
 */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly CsvRecord[]> {
  let pending = ''
  for await (const piece of pieces) {
    pending += piece
    if (pending.length < blockCharacters) continue
    const { records, used } = parseLines(
      pending.slice(0, behindLastLine(pending)),
      delimiter,
      pending.length > longestRecord,
    )
    if (used === 0 && pending.length > 2 * longestRecord)
      throw new UnreadableFile('file-corrupt', { part: '过长的一行' })
    pending = pending.slice(used)
    if (records.length > 0) yield records
  }
  const { records } = parseLines(pending, delimiter, true)
  if (records.length > 0) yield records
}

// A carriage return at the very end may be half a line end.
function behindLastLine(text: string): number {
  const feed = text.lastIndexOf('\n') + 1
  return feed > 0 ? feed : text.lastIndexOf('\r', text.length - 2) + 1
}

// Parses whole lines; `used` characters are done with. Unless `final`, a quote still open at the end waits for more text. No more lines are looked at
// together than a record may have until they are seen to be in order: else a stray quote in each line would have the whole block parsed for each.
function parseLines(text: string, delimiter: string, final: boolean): { records: CsvRecord[]; used: number } {
  const records: CsvRecord[] = []
  let rest = text
  let together = fewLines
  while (rest !== '') {
    const stretch = rest.includes('"') ? rest.slice(0, behindLines(rest, together)) : rest
    const { good, lines, broken } = parseUntilBroken(stretch, delimiter)
    for (const fields of good) records.push({ fields, stray: false })
    const from = broken === null ? stretch.length : behindLines(stretch, lines)
    const goesOn = stretch.length < rest.length
    rest = rest.slice(from)
    together = broken === null ? together * 2 : fewLines
    if (broken === null || (broken === 'open' && goesOn && !isLong(stretch.slice(from)))) continue
    if (!final && !isLong(rest)) break
    const end = behindLines(rest, 1)
    records.push({ fields: parseLine(rest.slice(0, end), delimiter), stray: true })
    rest = rest.slice(end)
  }
  return { records, used: text.length - rest.length }
}

// Whether no record goes over all of these lines.
function isLong(lines: string): boolean {
  return behindLines(lines, mostLines) < lines.length
}

// The records before the first one that is broken, and how many lines they fill; `open` when the quote of that one is not closed in the text.
function parseUntilBroken(
  text: string,
  delimiter: string,
): { good: string[][]; lines: number; broken: 'open' | 'torn' | null } {
  if (!text.includes('"')) return { good: splitLines(text, delimiter), lines: 0, broken: null }
  const good: string[][] = []
  let lines = 0
  const torn = new Error('torn record')
  try {
    parse(text, {
      ...options(delimiter, '"'),
      on_record: (record: string[]) => {
        const count = linesIn(record)
        // What stands behind is parsed anew anyhow.
        if (count > mostLines || (count > 1 && isTorn(text, lines, count, record, delimiter))) throw torn
        lines += count
        good.push(record)
        return null
      },
    })
  } catch (error) {
    if (error === torn) return { good, lines, broken: 'torn' }
    if (!(error instanceof CsvError)) throw error
    return { good, lines, broken: 'open' }
  }
  return { good, lines, broken: null }
}

// Without any quote a line is a record, and splitting it costs a fifth of parsing it.
function splitLines(text: string, delimiter: string): string[][] {
  const lines = text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n')
  if (lines[lines.length - 1] === '') lines.pop()
  return lines.map((line) => line.split(delimiter))
}

function parseLine(line: string, delimiter: string): string[] {
  return (parse(line, options(delimiter, null)) as string[][])[0] ?? ['']
}

function options(delimiter: string, quote: '"' | null) {
  return { delimiter, quote, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true }
}

function linesIn(record: readonly string[]): number {
  let lines = 1
  for (const field of record) {
    if (field.includes('\n') || field.includes('\r')) lines += field.match(/\r\n|\n|\r/g)?.length ?? 0
  }
  return lines
}

// A record over several lines is torn when a field of it runs over a line end, then holds a quote beside a delimiter or a line end (the beginning or the
// end of another field), and its lines are not well-formed: in a well-formed field such a quote is doubled.
function isTorn(text: string, from: number, lines: number, record: readonly string[], delimiter: string): boolean {
  const swallowed = record.some((field) => {
    const rest = field.slice(/[\r\n]/.exec(field)?.index ?? field.length)
    return [delimiter, '\n', '\r'].some((beside) => rest.includes(`${beside}"`) || rest.includes(`"${beside}`))
  })
  if (!swallowed) return false
  const start = behindLines(text, from)
  try {
    parse(text.slice(start, start + behindLines(text.slice(start), lines)), {
      ...options(delimiter, '"'),
      relax_quotes: false,
    })
    return false
  } catch {
    // The strict parser's refusal is the answer.
    return true
  }
}

// The position behind the first `count` lines, or the end.
function behindLines(text: string, count: number): number {
  const lineEnd = /\r\n|\n|\r/g
  for (let i = 0; i < count; i++) if (!lineEnd.exec(text)) return text.length
  return count === 0 ? 0 : lineEnd.lastIndex
}
