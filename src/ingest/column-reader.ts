import { type Cell, type CellKind, type CellReader, plainText, type Reading, textCell } from '../domain/cell.js'
import { addMonths, day, type Month, month } from '../domain/month.js'
import { dataMonth } from './data-month.js'
import type { HeaderColumn } from './header.js'
import type { Source } from './source.js'
import type { Surroundings } from './told.js'

/**
 * How the cells of one column of a sheet read: by the field's own reader, with what the heading, the titles and the month being worked on say of
 * them: amounts in 万元, incomes by the month, days without a year in lists of events.
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
  if (source.rolling && field !== 'birthDate' && (cell === day || cell === month))
    return withYear(cell, dataMonth([], around, workedOn) ?? workedOn)
  if (!field.endsWith('Fen')) return cell
  const inTenThousands = /万元/.test(heading) || around.titles.some((line) => /单位[:：]?.{0,2}万元/.test(line))
  const read = inTenThousands ? tenThousands(cell) : cell
  return isByMonth(field, heading) ? timesTwelve(read) : read
}

/** True when a column of yearly incomes gives them by the month: 家庭人均月收入, 人均收入(元/月). */
export function isByMonth(field: string, heading: string): boolean {
  return /income/i.test(field) && /(?<!\d)月(?:人均|均|总)?(?:纯|可支配)?收入|\/月|每月/.test(plainText(heading))
}

function timesTwelve(read: CellReader<unknown>): CellReader<unknown> {
  return (cell) => {
    const { value, ...told } = read(cell)
    return { value: typeof value === 'number' ? value * 12 : value, ...told }
  }
}

// The heading gives the unit: 家庭年收入(万元).
function tenThousands(read: CellReader<unknown>): CellReader<unknown> {
  return (cell) => read(/\d$/.test(cell.text) ? textCell(`${cell.text}万元`) : cell)
}

const yearless = /^(\d{1,2})月(?:(\d{1,2})日)?份?$/

// 8月12日 of a list of events is the last such day that is not after the list's month.
function withYear(read: CellReader<unknown>, listed: Month): CellReader<unknown> {
  return (cell) => {
    const [text, monthNumber, dayNumber] = yearless.exec(plainText(cell.text).replace(/\s+/g, '')) ?? []
    if (text === undefined || (dayNumber === undefined && read === day)) return read(cell)
    const sameYear = `${listed.slice(0, 4)}-${String(monthNumber).padStart(2, '0')}`
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
