import { createHash } from 'node:crypto'
import { plainText } from './cell.js'
import type { Month } from './month.js'

/** What the column of row keys is called. */
export const rowKeyHeading = '行标识'

/** The hidden key of a check-sheet row: what it is about, the month of the book, and a check over the shown (locked) values. */
export interface RowKey {
  readonly subject: string
  readonly month: Month
  /** First 8 hex digits of a SHA-256, see `shownHash`. */
  readonly shown: string
}

/** A locked cell of a row: the heading of its column and its text. */
export type ShownCell = readonly [heading: string, text: string]

/** Writes a row key, `202611-L01-0001/1#2026-11#9f3a1c2d`; `shown` are the row's locked cells. */
export function rowKey(subject: string, month: Month, shown: readonly ShownCell[]): string {
  return `${subject}#${month}#${shownHash(shown)}`
}

/** Reads a row key, or null when the text is none (retyped, cut, pasted over). */
export function parseRowKey(text: string): RowKey | null {
  const match = /^(.+)#(\d{4}-\d{2})#([0-9a-f]{8})$/.exec(text.trim())
  return match ? { subject: match[1] as string, month: match[2] as string, shown: match[3] as string } : null
}

/**
 * The check over the locked cells of a row. It stays the same when columns are moved, when a program writes blanks, line ends, full-width forms
 * and amounts in its own way, and when the rows are numbered anew; any other change of a value shows.
 */
export function shownHash(shown: readonly ShownCell[]): string {
  const parts = shown
    .map(([heading, text]) => [bare(heading), settled(text)] as const)
    .filter(([heading, text]) => heading !== '' && heading !== '序号' && text !== '')
    .map((part) => part.join('='))
  return shortHash(parts.sort().join('\u001f'))
}

/** The first 8 hex digits of the SHA-256 of `text`. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

function bare(text: string): string {
  return plainText(text).replace(/\s+/g, '')
}

// 1,234.50 and 1234.5 are one amount. Longer runs of digits are numbers of people and things, and stay as they are.
function settled(text: string): string {
  const plain = bare(text)
  const digits = plain.replace(/,(?=\d{3}(?!\d))/g, '')
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(digits) ? String(Number(digits)) : plain
}
