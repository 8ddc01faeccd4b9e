import { dateText, isoDateText } from '../date-text.js'
import { numberText } from '../number-text.js'
import type { RowBuilder } from '../row-builder.js'
import { UnreadableFile } from '../unreadable-file.js'
import type { StringTable } from './string-table.js'

/** What the cells of a sheet refer to, and what the reading of it counts. */
export interface SheetContext {
  readonly strings: StringTable
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
  /** Formula cells whose result the file does not hold (written by a program that does not calculate). */
  formulasWithoutValue: number
}

/** Sets a cell from its type (`t`), style (`s`) and value text (entities and escapes decoded). Used by both readers, so that they agree. */
export function setCell(
  row: RowBuilder,
  column: number,
  type: string,
  style: number,
  text: string,
  context: SheetContext,
): void {
  if (type === '' || type === 'n') setNumber(row, column, style, text.trim(), context)
  else if (type === 's') row.set(column, sharedString(text.trim(), context), 'text')
  else if (type === 'str' || type === 'inlineStr') row.set(column, text, 'text')
  else if (type === 'b') row.set(column, booleanText(text.trim()), 'boolean')
  else if (type === 'e') row.set(column, text.trim(), 'error')
  else if (type === 'd') setIsoDate(row, column, style, text.trim(), context)
  else row.set(column, text, 'text')
}

/** Sets a number cell: a date when its style says so, otherwise the file's own digits. */
function setNumber(row: RowBuilder, column: number, style: number, text: string, context: SheetContext): void {
  const isDate = context.dateStyles[style] === true && text !== ''
  const date = isDate ? dateText(Number(text), context.date1904) : null
  if (date !== null) row.set(column, date, 'date')
  else if (isNumber(text)) row.set(column, numberText(text), 'number')
  else row.set(column, text, 'text')
}

function setIsoDate(row: RowBuilder, column: number, style: number, text: string, context: SheetContext): void {
  const date = isoDateText(text)
  if (date !== null) row.set(column, date, 'date')
  // Some writers put a serial into a cell of type d.
  else setNumber(row, column, style, text, context)
}

function sharedString(index: string, context: SheetContext): string {
  const text = context.strings.at(Number(index))
  if (text === undefined || index === '') throw new UnreadableFile('file-corrupt', { part: '共享字符串表' })
  return text
}

function booleanText(text: string): string {
  if (text === '1' || text === 'true') return 'TRUE'
  return text === '0' || text === 'false' ? 'FALSE' : text
}

function isNumber(text: string): boolean {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)
}

/** The 1-based column of a cell reference (`AB12` is 28); 0 when it is not one. */
export function columnOf(reference: string): number {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d+$/.exec(reference)?.[1]
  if (letters === undefined) return 0
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** Whether a worksheet can have a row of this number. */
export function isRowNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 1_048_576
}
