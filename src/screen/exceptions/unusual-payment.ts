import type { Person } from '../../match/person.js'
import { paidMonthOf, paysUnnamedMonth } from '../paid-month.js'
import type { Context, Exception } from '../rule.js'
import { allExplained, explainedByChange } from '../standard-change.js'
import { field } from '../standing.js'
import { differingPayments, type SubsidyPayment } from '../subsidy-payment.js'

// Payments that rightly differ from the monthly standard. An exception answers a hit only when it explains every differing row.

/** 首月或按半月发放: paid since this month only. */
export const firstMonthPaid: Exception<Person> = {
  id: 'first-month-paid',
  title: '首月按实际天数发放',
  consults: [],
  test: (person, context) => {
    const starts = differingPayments(person, context).map(({ record }) => field(record, 'startMonth'))
    if (starts.every((start) => start === context.month)) return { state: 'applies', reason: '本月起享受' }
    return starts.includes(null)
      ? { state: 'unchecked', reason: '补贴名册没有起始享受月份' }
      : { state: 'does-not-apply', reason: '不是首月' }
  },
}

/** 停发当月: paid for the last time, and perhaps for part of the month only. */
export const lastMonthPaid: Exception<Person> = {
  id: 'last-month-paid',
  title: '停发当月按实际天数发放',
  consults: [],
  test: (person, context) =>
    differingPayments(person, context).every(({ record }) => field(record, 'supportState') === '已停')
      ? { state: 'applies', reason: '补贴名册注明停发' }
      : { state: 'does-not-apply', reason: '补贴名册没有注明停发' },
}

/** 补发或按季发放: a whole multiple of the standard, or a row that pays for an earlier month. */
export const severalMonthsPaid: Exception<Person> = {
  id: 'several-months-paid',
  title: '补发或按季发放',
  consults: [],
  test: (person, context) =>
    differingPayments(person, context).every((payment) => isForOtherMonths(payment, context))
      ? { state: 'applies', reason: '金额为月标准的整数倍，或注明为补发、以前月份' }
      : { state: 'does-not-apply', reason: '金额不是月标准的整数倍' },
}

/** 标准调整月: what is paid is the amount before the change, for `lag.months` months, or brings the arrears since. */
export const standardJustChanged: Exception<Person> = {
  id: 'standard-just-changed',
  title: '标准刚调整',
  consults: [],
  test: (person, context) =>
    allExplained(
      differingPayments(person, context).flatMap(({ paidFen, due }) =>
        paidFen === null || due === null
          ? []
          : [explainedByChange(paidFen, due.standard, context.month, context.setting('lag.months'))],
      ),
    ),
}

function isForOtherMonths({ record, paidFen, due }: SubsidyPayment, { month }: Context): boolean {
  const paidFor = paidMonthOf(record)
  if ((paidFor !== null && paidFor < month) || paysUnnamedMonth(record)) return true
  if (!due || due.fen === 0) return false
  return (paidFen ?? 0) > due.fen && (paidFen ?? 0) % due.fen === 0
}
