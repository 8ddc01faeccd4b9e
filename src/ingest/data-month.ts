import { plainText } from '../domain/cell.js'
import { compareText } from '../domain/compare-text.js'
import { countBy } from '../domain/group.js'
import { addMonths, isMonth, type Month } from '../domain/month.js'
import { fromEnglish, inDigits, monthNumber } from '../domain/month-words.js'
import type { Surroundings } from './told.js'

// When somebody filled in, printed or exported the list says nothing of its month. What follows 填报单位 or 审核确认名单 is not such a day.
const writtenDay = '(?:19|20)\\d{2}[-年./]?\\d{1,2}(?:[-月./]?\\d{1,2}日?)?'
const filledIn = new RegExp(
  `(?:(?:生成|打印|制表|填表|填报|报送|上报|编制|审核|导出|下载)(?:时间|日期)|(?:制表|填表|填报|报送|上报|编制|审核)人|(?:打印|制表)(?!单位))[^\\d年]{0,12}${writtenDay}`,
  'g',
)
// From when or until when something holds: 2026年7月1日起执行新标准.
const asOf = '(?!(?:份|\\d{1,2}[日号])?(?:起|以来|[之以]?[前后]))'
// A month; what names a day as well is rather the day of the export, and a bare 11月 beside it the month.
const months = [
  new RegExp(`(?<!\\d)((?:19|20)\\d{2})年(\\d{1,2})月${asOf}(?!\\d{1,2}[日号])`, 'g'),
  new RegExp(`(?<!\\d)([1-4]\\d)年(\\d{1,2})月${asOf}`, 'g'),
  /(?<!\d)(20\d{2})[-._/](\d{1,2})(?![\d]|[-._/]\d)/g,
  /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/g,
]
const days = [
  new RegExp(`(?<!\\d)((?:19|20)\\d{2})年(\\d{1,2})月${asOf}`, 'g'),
  /(?<!\d)(20\d{2})[-._/](\d{1,2})(?!\d)/g,
  /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)/g,
]
const bareMonth = new RegExp(`(?<![\\d年-])(1[0-2]|0?[1-9])月(?!\\d)${asOf}`)
// 2026年1-11月, 2026年1月至11月, 2026年10月1日至11月30日.
const span = /((?:19|20)\d{2})年(\d{1,2})月?(?:\d{1,2}日)?[-—~至到](\d{1,2})月/g
// 元月份, 十一月 without a year. Not 单元月报, 近三月, 一月一报 nor 700元月; 一月 alone is mostly a month's time.
const bareInWords =
  /(?<![近每第前后满逐按连单纪公美亿万千百至到一二三四五六七八九十\d年:：])(?:(元|十[一二]?|[二三四五六七八九])月(?![报度刊均])|(元|[一二三四五六七八九十]{1,2})月(?=份))/g
// Jan-2026, as a sheet is named that a spreadsheet made of its month.
const english = /(?<![a-z])([a-z]{3,9})[-_ .]?(20\d{2})(?!\d)/gi

/**
 * The month the data of a sheet is of: the most frequent value of its 数据月份 column where half of the rows have it, else what titles, sheet name
 * or file name say (2026年11月, 202611, a bare 11月份, 20261102, 2026.11.2), else that value all the same, else null. Of a span its end counts. A bare
 * 11月份 is the one nearest to `month` that is not after the next.
 */
export function dataMonth(column: readonly (Month | null)[], around: Surroundings, month: Month): Month | null {
  const counts = countBy(column.filter((value) => value !== null))
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || compareText(b[0], a[0]))
  // A list that fills the column for its back payments only says with it what these are for.
  if (most && most[1] * 2 >= column.length) return most[0]
  const file = around.file.split('/').at(-1) as string
  const texts = [...around.titles.map(withoutFilledIn), around.sheet, file].map(plainMonths)
  for (const text of texts) {
    const found = monthIn(text, months)
    if (found !== null) return found
  }
  for (const text of texts) {
    const bare = bareMonth.exec(text)
    if (bare) return nearest(Number(bare[1]), month)
  }
  for (const text of texts) {
    const found = monthIn(text, days)
    if (found !== null) return found
  }
  return most?.[0] ?? null
}

/** What names say of the month of a sheet: nothing (null), one month, or several that no rule can choose between. */
export type NamedMonth = Month | 'several' | null

/**
 * The month that titles and sheet name state (`near`), and the one that the file's name states (`far`). Stricter than `dataMonth`: every month that is
 * named counts, a span (2026年1-11月) or a bare 11月份 beside another year is 'several'. A day (20261102) speaks only for a text without a month.
 */
export function namedMonths(
  around: Surroundings,
  month: Month,
): { readonly near: NamedMonth; readonly far: NamedMonth } {
  const file = inArabic(around.file.split('/').at(-1) as string)
  const own = [...around.titles.map(withoutFilledIn), inArabic(around.sheet)]
  const years = new Set([...own, file].flatMap((text) => [...text.matchAll(yearNamed)].map(([year]) => year)))
  return { near: onlyMonth(own, years, month), far: onlyMonth([file], years, month) }
}

const yearNamed = /(?<!\d)(?:19|20)\d{2}(?=年)/g

function onlyMonth(texts: readonly string[], years: ReadonlySet<string>, month: Month): NamedMonth {
  if (texts.some((text) => text.search(span) >= 0)) return 'several'
  const found = new Set(texts.flatMap((text) => [...allMonths(text, years, month)]))
  if (found.size > 1 || found.has(null)) return 'several'
  return [...found][0] ?? null
}

// Null stands for a bare month whose year is not certain.
function allMonths(text: string, years: ReadonlySet<string>, month: Month): ReadonlySet<Month | null> {
  const full = months.flatMap((form) => [...text.matchAll(form)].flatMap((match) => monthOfMatch(match) ?? []))
  const bare = [...text.matchAll(new RegExp(bareMonth, 'g'))].map((match) => {
    const found = nearest(Number(match[1]), month)
    return [...years].every((year) => found.startsWith(year)) ? found : null
  })
  if (full.length + bare.length > 0) return new Set([...full, ...bare])
  return new Set(days.flatMap((form) => [...text.matchAll(form)].flatMap((match) => monthOfMatch(match) ?? [])))
}

function plainMonths(text: string): string {
  return inArabic(text).replace(span, (written, year, first, last) =>
    Number(first) <= Number(last) ? `${year}年${last}月` : written,
  )
}

function withoutFilledIn(title: string): string {
  return inArabic(title).replace(filledIn, '')
}

// 二〇二六年十一月, 2026 年 11 月 and Nov-2026 as 2026年11月, 十一月份 as 11月份.
function inArabic(text: string): string {
  return inDigits(plainText(text))
    .replace(english, (written, word: string, year: string) => {
      const read = fromEnglish(`${word}-${year}`)
      return read.includes('年') ? read : written
    })
    .replace(bareInWords, (written, word: string | undefined, beforeFen: string | undefined) => {
      const number = monthNumber((word ?? beforeFen) as string)
      return number === null ? written : `${number}月`
    })
}

// The first month of a text, or the last of a span of them.
function monthIn(text: string, forms: readonly RegExp[]): Month | null {
  for (const form of forms) {
    let found: { month: Month; end: number } | null = null
    for (const match of text.matchAll(form)) {
      const month = monthOfMatch(match)
      if (month === null) continue
      if (found !== null && !/^(?:\d{0,2}日?)[-—~至到]+$/.test(text.slice(found.end, match.index))) break
      found = { month, end: match.index + match[0].length }
    }
    if (found !== null) return found.month
  }
  return null
}

function monthOfMatch(match: RegExpMatchArray): Month | null {
  const year = match[1]?.length === 2 ? `20${match[1]}` : match[1]
  const month = `${year}-${(match[2] as string).padStart(2, '0')}`
  return isMonth(month) ? month : null
}

function nearest(number: number, month: Month): Month {
  const latest = addMonths(month, 1)
  const sameYear = `${latest.slice(0, 4)}-${String(number).padStart(2, '0')}`
  return sameYear <= latest ? sameYear : addMonths(sameYear, -12)
}
