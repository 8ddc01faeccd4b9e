const numerals = '〇一二三四五六七八九'
const numeral = '[〇零○O0-9一二三四五六七八九]'
const tens = '[一二三四五六七八九十]{1,3}'
const yearInNumerals = new RegExp(`(?<!${numeral})(${numeral}{4}|(?<![\\d十])[一二三四五六七八九]{2})年`, 'g')
const monthAfterYear = new RegExp(`(?<=\\d年)(元|${tens})月(?:(${tens})(?=[日号]))?`, 'g')
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const monthThenYear = new RegExp(`^(${months})[-./, ]{1,2}(\\d{2}|\\d{4})$`, 'i')
const dayMonthYear = new RegExp(`^(\\d{1,2})[-./ ](${months})[-./ ](\\d{2}|\\d{4})$`, 'i')
// As Java prints a date: Thu Jan 01 00:00:00 CST 2026.
const printedByJava = new RegExp(`^[a-z]{3} (${months}) (\\d{1,2}) [\\d:]{8} [a-z]{3,4} (\\d{4})$`, 'i')
const starts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A text with the years and months in it in digits and without blanks around 年 and 月: 二〇二六年元月, 2026 年 1 月 and 2026年一月 become 2026年1月. What
 * stands without a year stays as it is.
 */
export function inDigits(text: string): string {
  if (!text.includes('年')) return text
  return text
    .replace(/(?<=[\d元〇零○一二三四五六七八九十])\s+(?=[年月日号])/g, '')
    .replace(/(?<=[年月])\s+(?=[\d元一二三四五六七八九十份起])/g, '')
    .replace(yearInNumerals, (_, year: string) => `${digitByDigit(year)}年`)
    .replace(monthAfterYear, (_, month: string, day?: string) =>
      [month === '元' ? 1 : byTens(month), '月', day === undefined ? '' : byTens(day)].join(''),
    )
}

/** A month in Chinese numerals, 元 for the first, as a number; null when it is none. */
export function monthNumber(word: string): number | null {
  const number = word === '元' ? 1 : byTens(word)
  return number >= 1 && number <= 12 ? number : null
}

/**
 * What spreadsheets and systems print in English as the same in Chinese: Jan-26 and January 2026 (Excel's mmm-yy), 1-Jan-26 (d-mmm-yy), Thu Jan 01
 * 00:00:00 CST 2026. A day without a year (26-Jan) stays as it is, and so does everything else.
 */
export function fromEnglish(text: string): string {
  if (!/[a-z]{3}/i.test(text)) return text
  const [, monthFirst, year] = monthThenYear.exec(text) ?? []
  if (monthFirst !== undefined) return `${year}年${ofEnglish(monthFirst)}月`
  const [, day, middle, last] = dayMonthYear.exec(text) ?? []
  if (middle !== undefined) return `${last}年${ofEnglish(middle)}月${day}日`
  const [, printed, dayPrinted, yearPrinted] = printedByJava.exec(text) ?? []
  return printed === undefined ? text : `${yearPrinted}年${ofEnglish(printed)}月${dayPrinted}日`
}

function ofEnglish(word: string): number {
  return starts.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

function digitByDigit(text: string): string {
  return text.replace(/\D/g, (character) => String(Math.max(0, numerals.indexOf(character))))
}

function byTens(text: string): number {
  const [before, after] = text.split('十') as [string, string?]
  const ones = (part: string) => (part === '' ? 0 : Number(digitByDigit(part)))
  return after === undefined ? ones(before) : (before === '' ? 1 : ones(before)) * 10 + ones(after)
}
