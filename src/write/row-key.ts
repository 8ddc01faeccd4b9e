import { createHash } from 'node:crypto'
import type { Month } from '../domain/month.js'
import type { CellValue } from './sheet.js'

/** The hidden key of a check-sheet row: what it is about, the month of the run, and a check over the shown (locked) values. */
export interface RowKey {
  readonly subject: string
  readonly month: Month
  /** First 8 hex digits of a SHA-256. */
  readonly shown: string
}

/** Writes a row key, `202611-L01-0001#2026-11#9f3a1c2d`; `values` are the row's locked cells in column order. */
export function rowKey(subject: string, month: Month, values: readonly CellValue[]): string {
  return `${subject}#${month}#${shortHash(values.map(plainValue).join('\u001f'))}`
}

/** Reads a row key, or null when the text is none (retyped, cut, pasted over). */
export function parseRowKey(text: string): RowKey | null {
  const match = /^(.+)#(\d{4}-\d{2})#([0-9a-f]{8})$/.exec(text.trim())
  return match ? { subject: match[1] as string, month: match[2] as string, shown: match[3] as string } : null
}

/** The first 8 hex digits of the SHA-256 of `text`. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

/** What a cell value reads as plain text; '' for an empty cell. */
export function plainValue(value: CellValue): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.map((segment) => segment.text).join('') : String(value)
}
