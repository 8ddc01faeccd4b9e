import type { CellReader } from '../domain/cell.js'
import { plainText } from '../domain/cell.js'
import { addMonths, isMonth, type Month } from '../domain/month.js'
import { inDigits } from '../domain/month-words.js'

/** What a remark says that a row pays afterwards: the last of the months, or 补发 where it names none. */
export type BackPaid = Month | '补发'

// 未补发 and 应补发 tell of money that was not paid; 含补发 and 补发差额 of a row that pays its own month as well.
const paidLater = /(?<![未不待应需拟请]|没有|暂缓|尚未)补发/
const besides = /[含加另][有外]?补发|本月|当月|差额|差价|提标|调标/
const compact = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/g
const monthForm =
  /(?:(?<!\d)((?:20)?\d{2})[-/.年])?(?<!\d)(\d{1,2})(?:月|(?=[-—~至到、和及]\d{1,2}月)|(?<=\d{2}[-/.]\d{1,2})(?!\d))/g

/**
 * Reads from a remark (备注) for which months a row of a list of `listed` pays afterwards: 补发2026年8月, 补发8-10月. A month without its year is the last
 * such one up to `listed`. null when the row is not only that.
 */
export function backPaidIn(listed: Month | null): CellReader<BackPaid> {
  return ({ text }) => {
    if (!text.includes('补发')) return { value: null }
    const clauses = inDigits(plainText(text))
      .replace(compact, '$1年$2月')
      .split(/[,;。]/)
    const clause = clauses.find((each) => paidLater.test(each))
    if (clause === undefined || clauses.some((each) => besides.test(each))) return { value: null }
    const months = monthsOf(clause, listed)
    if (months.some((month) => !isMonth(month) || (listed !== null && month > listed))) return { value: null }
    return { value: months.sort().at(-1) ?? '补发' }
  }
}

function monthsOf(clause: string, listed: Month | null): Month[] {
  const months: Month[] = []
  let year: string | null = null
  for (const [, written, number] of clause.matchAll(monthForm)) {
    if (written !== undefined) year = written.length === 2 ? `20${written}` : written
    const of = (each: string) => `${each}-${(number as string).padStart(2, '0')}`
    if (year !== null) months.push(of(year))
    else if (listed !== null) {
      const named = of(listed.slice(0, 4))
      months.push(named <= listed ? named : addMonths(named, -12))
    }
  }
  return months
}
