import {
  type Cell,
  type CellProblem,
  type CellReader,
  isBlankWord,
  plainText,
  type Reading,
  shownText,
} from './cell.js'
import { fromEnglish, inDigits } from './month-words.js'

/** A month as text, YYYY-MM; months compare and sort as text. */
export type Month = string

/** A day as text, YYYY-MM-DD. */
export type Day = string

/** True for YYYY-MM with a real month. */
export function isMonth(text: string): boolean {
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

/** `month` moved by `count` months (negative: earlier). */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Whole months from `from` to `to` (both YYYY-MM); negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** Days from one day (or instant, ISO 8601) to another, in whole days; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** True when year, month and day (numbers) exist in the Gregorian calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number
  return day <= days
}

/** True for a day of a time in which somebody on a roster may live: in the calendar, from 1850 to 2100. */
export function isLivedDay(year: number, month: number, day: number): boolean {
  return year >= 1850 && year <= 2100 && isCalendarDay(year, month, day)
}

// 2026。1 and 2026、1 are what a Chinese keyboard makes of 2026.1.
const between = '\\s*[-/.年_、,。·–—\\\\ ]\\s*'
const clock = '(?:[ T].*|[上下中]午.*|凌晨.*|晚上?.*)?'
const dayForms = [
  new RegExp(`^(\\d{4})${between}(\\d{1,2})(?:月|${between})(\\d{1,2})[日号]?${clock}$`), // 2024-09-01, 2024/9/1, 2024年9月1日, 2024.9.1上午
  /^(\d{4})(\d{2})(\d{2})$/, // 20240901
  /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/, // 24年9月1日, what 1-Sep-24 is read as
]
const monthForms = [
  new RegExp(`^(?:[自从])?(\\d{4})${between}(\\d{1,2})月?份?(?:[起初底末.。、]|开始|至今|以来|[上中下]旬)?$`), // 2024-09, 2024.9, 2024年9月起
  /^(\d{4})(\d{2})$/, // 202409
  /^(?:[自从])?(\d{2})年(\d{1,2})月?份?(?:[起初底末]|开始|至今|以来|[上中下]旬)?$/, // 24年9月
  // 2026-01-00: some systems print a month so that has no day. 1900-01-00 is how Excel shows a cell that refers to an empty one.
  new RegExp(`^(?!1900)(\\d{4})${between}(\\d{1,2})(?:月|${between})0{1,2}日?${clock}$`),
  /^(?!1900)(\d{4})(\d{2})00$/,
]

/**
 * Reads every way of writing a day (domain B.6): separators, 8 digits, words, an Excel serial (1900 system). A bare month is taken as its first day
 * and told (`day-missing`).
 */
export const day: CellReader<Day> = (cell) => {
  if (isoDay.test(cell.text) && !cell.text.endsWith('-00')) return dayOf(cell.text)
  const text = plainText(cell.text)
  if (isBlankWord(text)) return { value: null }
  const value = dayIn(text) ?? serialDay(cell.kind, text)
  if (value !== null) return { value }
  if (isCutMonth(cell, text)) return { value: null, problem: cutMonth(text) }
  const bare = monthIn(text)
  if (bare !== null && !hasUnsureCentury(text))
    return { value: `${bare}-01`, problem: { code: 'day-missing', facts: { text: shownText(text) } } }
  return { value: null, problem: { code: 'unreadable-date', facts: { text: shownText(text) } } }
}

/** Whether `first` may stand for the month of `day`, as in a column that gives no days: it is the first day of that month. */
export function standsForMonthOf(first: Day, day: Day): boolean {
  return first.endsWith('-01') && day.startsWith(first.slice(0, 8))
}

/** Reads until when something holds: a day, or the last one of a term (2020-01-01至2030-01-01); 长期 ends never and is null. */
export const lastDay: CellReader<Day> = (cell) => {
  const text = plainText(cell.text)
  if (/长期|永久/.test(text)) return { value: null }
  const last = termParts(text).at(-1) as string
  return day(last === text ? cell : { text: last.trim(), kind: 'text' })
}

/** Reads the month in which a term begins (2025.3—2028.3, 2025年3月至2028年3月), or a month that stands alone. */
export const firstMonth: CellReader<Month> = (cell) => termMonth(cell, 0)

/** Reads the month in which a term ends, or a month that stands alone; 长期 and 无期 end never and are null. */
export const lastMonth: CellReader<Month> = (cell) =>
  /长期|永久|无期|至今$/.test(cell.text) ? { value: null } : termMonth(cell, -1)

function termMonth(cell: Cell, at: 0 | -1): Reading<Month> {
  const parts = termParts(plainText(cell.text))
  return parts.length === 1 ? month(cell) : month({ text: (parts.at(at) as string).trim(), kind: 'text' })
}

function termParts(text: string): readonly string[] {
  return text.split(/至(?!今)|到|~|—+|--+| - |(?<=[\d月日])-(?=\d{4}[-/.年])|(?<=\d{8})-(?=\d{8})|(?<=\d{6})-(?=\d{6})/)
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

// What systems export and format readers make of date cells: no need to cut it up.
function dayOf(text: string): ReturnType<CellReader<Day>> {
  const exists = isLivedDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
  return exists ? { value: text } : { value: null, problem: { code: 'unreadable-date', facts: { text } } }
}

// Typed into a cell of numbers, 2024.10 is kept as 2024.1, and so is a January written 2024.1.
function isCutMonth({ kind }: Cell, text: string): boolean {
  return kind === 'number' && /^\d{4}\.1$/.test(text)
}

function cutMonth(text: string): CellProblem {
  return { code: 'month-cut', facts: { text } }
}

/** Reads every way of writing a month; a day gives its month (domain B.6). What a cell of numbers may have cut short is told (`month-cut`). */
export const month: CellReader<Month> = (cell) => {
  const text = plainText(cell.text)
  if (isBlankWord(text)) return { value: null }
  if (isCutMonth(cell, text)) return { value: null, problem: cutMonth(text) }
  const found = monthIn(text) ?? serialMonth(cell.kind, text)
  return found === null
    ? { value: null, problem: { code: 'unreadable-month', facts: { text: shownText(text) } } }
    : { value: found }
}

function inForm(written: string): string {
  return inDigitsAlready.test(written) ? written : inDigits(fromEnglish(written))
}

// What most cells are.
const inDigitsAlready = /^(?:[\d./-]*|\d{4}年\d{1,2}月(?:\d{1,2}日)?)$/

function dayIn(written: string): Day | null {
  const text = inForm(written)
  for (const form of dayForms) {
    const match = form.exec(text)
    if (!match) continue
    const year = Number(fullYear(match[1] as string))
    const [monthNumber, dayNumber] = [Number(match[2]), Number(match[3])]
    if (hasUnsureCentury(text) || !isLivedDay(year, monthNumber, dayNumber)) return null
    return `${year}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`
  }
  return null
}

function monthIn(written: string): Month | null {
  const text = inForm(written)
  for (const form of monthForms) {
    const match = form.exec(text)
    if (!match) continue
    const found = `${fullYear(match[1] as string)}-${String(match[2]).padStart(2, '0')}`
    return isMonth(found) ? found : null
  }
  return dayIn(text)?.slice(0, 7) ?? null
}

function fullYear(written: string): string {
  if (written.length === 4) return written
  return Number(written) < 50 ? `20${written}` : `19${written}`
}

// Somebody may be born in 1945, and a certificate may end in 2045.
function hasUnsureCentury(written: string): boolean {
  return /^[34]\d年/.test(inForm(written))
}

// Serial 25569 is 1970-01-01 in Excel's 1900 system; 20000–80000 is 1954–2119, so that amounts and ages are not taken for days. A CSV keeps a serial as
// text; a text of 20261 may as well be what somebody wrote for 2026-1.
function serialDay(kind: Cell['kind'], text: string): Day | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  const serial = Math.floor(Number(text))
  if (serial < (kind === 'number' ? 20000 : 21000) || serial > 80000) return null
  return new Date((serial - 25569) * 86_400_000).toISOString().slice(0, 10)
}

// Nothing that is told by the month began before 1957.
function serialMonth(kind: Cell['kind'], text: string): Month | null {
  return /^20\d{3}$/.test(text) ? null : (serialDay(kind, text)?.slice(0, 7) ?? null)
}
