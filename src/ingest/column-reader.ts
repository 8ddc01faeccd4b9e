import { type Cell, type CellKind, type CellReader, plainText, type Reading, textCell } from '../domain/cell.js'
import { addMonths, day, type Month, month } from '../domain/month.js'
import { monthNumber } from '../domain/month-words.js'
import { backPaidIn } from './back-payment-note.js'
import { dataMonth } from './data-month.js'
import type { HeaderColumn } from './header.js'
import type { Source } from './source.js'
import type { Surroundings } from './told.js'

/**
 * How the cells of one column of a sheet read: by the field's own reader, with what the heading, the titles and the month being worked on say of
 * them: amounts in 万元, incomes by the month, payments by the year, days without a year in lists of events.
 */
export function columnReader(
  field: string,
  { text: heading }: HeaderColumn,
  source: Source,
  around: Surroundings,
  workedOn: Month,
): CellReader<unknown> {
  const { cell } = source.columns[field] as Source['columns'][string]
  if (field.endsWith('IdNumber')) return lastRemembered(cell)
  if (field === 'backPaid') return backPaidIn(dataMonth([], around, workedOn) ?? workedOn)
  if (source.rolling && field !== 'birthDate' && (cell === day || cell === month))
    return withYear(cell, dataMonth([], around, workedOn) ?? workedOn)
  if (!field.endsWith('Fen')) return cell
  const inTenThousands = /万元/.test(heading) || around.titles.some((line) => /单位[:：]?.{0,2}万元/.test(line))
  const read = inTenThousands ? tenThousands(cell) : cell
  const kept = keptPeriod(field)
  return kept === null ? read : perPeriod(read, kept, otherPeriod(field, heading) ?? kept)
}

/** What an amount is for. */
type Period = '月' | '年'

// Incomes are kept by the year, what is paid again and again by the month; 临时救助 is paid once.
function keptPeriod(field: string): Period | null {
  if (field === 'aidFen' || !field.endsWith('Fen')) return null
  return /income/i.test(field) ? '年' : '月'
}

const monthlyIncome = /(?<!\d)月(?:人均|均|总)?(?:纯|可支配)?收入|\/月|每月/
const yearlyAmount = /[/每·]年|\(年\)/

/**
 * The period by which a column gives amounts that are kept by the other one: 月 for 家庭人均月收入 and 人均收入(元/月), 年 for 照料护理标准(元/年); null for all
 * other columns.
 */
export function otherPeriod(field: string, heading: string): Period | null {
  const kept = keptPeriod(field)
  if (kept === null) return null
  return (kept === '年' ? monthlyIncome : yearlyAmount).test(plainText(heading)) ? (kept === '年' ? '月' : '年') : null
}

// A cell may say so itself: 12360元/年.
function perPeriod(read: CellReader<unknown>, kept: Period, usual: Period): CellReader<unknown> {
  return (cell) => {
    const reading = read(cell)
    if (typeof reading.value !== 'number') return reading
    const [period = usual] = (/[年月]/.exec(cell.text) ?? []) as Period[]
    if (period === kept) return reading
    return { ...reading, value: period === '月' ? reading.value * 12 : Math.round(reading.value / 12) }
  }
}

// The heading gives the unit: 家庭年收入(万元).
function tenThousands(read: CellReader<unknown>): CellReader<unknown> {
  return (cell) => read(/\d$/.test(cell.text) ? textCell(`${cell.text}万元`) : cell)
}

const yearless = /^(\d{1,2}|元|[一二三四五六七八九十]{1,2})月(?:(\d{1,2})日)?份?$/

// 8月12日 of a list of events is the last such day that is not after the list's month.
function withYear(read: CellReader<unknown>, listed: Month): CellReader<unknown> {
  return (cell) => {
    const [text, word, dayNumber] = yearless.exec(plainText(cell.text).replace(/\s+/g, '')) ?? []
    if (text === undefined || (dayNumber === undefined && read === day)) return read(cell)
    const sameYear = `${listed.slice(0, 4)}-${String(monthNumber(word as string) ?? word).padStart(2, '0')}`
    const found = sameYear <= listed ? sameYear : addMonths(sameYear, -12)
    const reading = read(textCell(dayNumber === undefined ? found : `${found}-${dayNumber.padStart(2, '0')}`))
    if (reading.value === null) return read(cell)
    return { ...reading, problem: { code: 'year-supplied', facts: { text, taken: String(reading.value) } } }
  }
}

// The head's id stands on each row of the household: its members then share one value.
function lastRemembered(read: CellReader<unknown>): CellReader<unknown> {
  let text = ''
  let kind: CellKind = 'empty'
  let reading: Reading<unknown> = { value: null }
  return (cell: Cell) => {
    if (cell.text !== text || cell.kind !== kind) {
      reading = read(cell)
      text = cell.text
      kind = cell.kind
    }
    return reading
  }
}
