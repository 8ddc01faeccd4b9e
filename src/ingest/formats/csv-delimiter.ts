import { countBy } from '../../domain/group.js'

const candidates = [',', '\t', '；', ';', '|'] as const
const sampleLines = 60

/** The delimiter of a text table, and how many characters of a leading `sep=` line to pass over (0 when there is none). */
export interface Delimiter {
  readonly delimiter: string
  readonly skip: number
}

/**
 * Chooses the delimiter by content: the `sep=` line when there is one, else the candidate that splits most lines into the same number of
 * fields; the larger number of fields decides between equals. `start` is the decoded beginning of the text, possibly cut in a line.
 */
export function findDelimiter(start: string): Delimiter {
  const stated = /^\s*"?sep=(.)"?\r?(?:\n|\r)/i.exec(start)
  if (stated) return { delimiter: stated[1] as string, skip: stated[0].length }
  let best = { delimiter: ',', lines: 0, fields: 0 }
  for (const delimiter of candidates) {
    const { lines, fields } = commonest(countPerLine(start, delimiter))
    if (lines > best.lines || (lines === best.lines && fields > best.fields)) best = { delimiter, lines, fields }
  }
  return { delimiter: best.delimiter, skip: 0 }
}

// Delimiters outside quotes in each of the first non-blank lines; the last line only when there is no other, as it may be cut.
function countPerLine(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let count = 0
  let quoted = false
  let blank = true
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (!quoted && (character === '\n' || character === '\r')) {
      if (!blank) counts.push(count)
      count = 0
      blank = true
      if (counts.length === sampleLines) return counts
      continue
    }
    blank = false
    if (!quoted && character === delimiter) count += 1
  }
  return counts.length === 0 ? [count] : counts
}

function commonest(counts: readonly number[]): { lines: number; fields: number } {
  let best = { lines: 0, fields: 0 }
  for (const [fields, n] of countBy(counts.filter((count) => count > 0))) {
    if (n > best.lines || (n === best.lines && fields > best.fields)) best = { lines: n, fields }
  }
  return best
}
