import { yuan } from '../domain/money.js'
import { type Month, monthsBetween } from '../domain/month.js'
import { monthlyFen, type Standard } from '../domain/standards.js'

// Standards are set once a year: nobody pays the arrears of the one before the last.
const arrearsMonths = 12

/** How a payment stands to the latest change of its standard: what explains it in Chinese, or `unknown` where standards.csv has no row before. */
export interface ChangeAnswer {
  readonly state: 'explains' | 'does-not' | 'unknown'
  readonly reason: string
}

/**
 * Whether the latest change of a standard explains a payment of `paidFen` for `month`: the amount before, while the change is less than `lagMonths`
 * months old, or the difference of all months since the change, paid with the month's amount or by itself.
 */
export function explainedByChange(paidFen: number, standard: Standard, month: Month, lagMonths: number): ChangeAnswer {
  const { from, before } = standard
  const months = monthsBetween(from, month)
  if (before === undefined)
    return months < lagMonths
      ? { state: 'unknown', reason: `标准自 ${from} 起执行，standards.csv 没有此前的一行，无从核对是否仍按旧标准发放` }
      : { state: 'does-not', reason: `标准自 ${from} 起未变` }
  const [now, past] = [monthlyFen(standard), monthlyFen(before)]
  if (months < lagMonths && paidFen === past)
    return { state: 'explains', reason: `标准自 ${from} 起调整，仍按此前的 ${yuan(past)} 元发放` }
  const arrears = months * (now - past)
  if (arrears !== 0 && months <= arrearsMonths && [now + arrears, arrears].includes(paidFen))
    return { state: 'explains', reason: `标准自 ${from} 起调整，含补发 ${months} 个月差额 ${yuan(arrears)} 元` }
  return { state: 'does-not', reason: `金额不是标准调整（${from} 起）前后的数，也不是补发的差额` }
}

/** The answer of an exception about several payments: the change has to explain every one of them. */
export function allExplained(answers: readonly ChangeAnswer[]): {
  readonly state: 'applies' | 'does-not-apply' | 'unchecked'
  readonly reason: string
} {
  const failing = answers.find(({ state }) => state === 'does-not')
  if (failing || answers.length === 0)
    return { state: 'does-not-apply', reason: failing?.reason ?? '不是金额与标准的差异' }
  const open = answers.find(({ state }) => state === 'unknown')
  if (open) return { state: 'unchecked', reason: open.reason }
  return { state: 'applies', reason: [...new Set(answers.map(({ reason }) => reason))].join('；') }
}
