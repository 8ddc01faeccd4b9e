import { addMonths, type Month, monthOf } from '../../domain/month.js'
import { disabilitySubsidies, type Programme } from '../../domain/programme.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { Person } from '../../match/person.js'
import { answerByLateAid } from '../aid-payments.js'
import { certificateOf } from '../certificate.js'
import { deathMonthOf } from '../death.js'
import { endsLesserSupportOnly } from '../departures.js'
import { paidMonthOf, paysUnnamedMonth } from '../paid-month.js'
import type { Exception } from '../rule.js'
import { field, recordsIn, recordsOf } from '../standing.js'

/**
 * 补发: the programmes' rows pay for months up to that of the death, which is still payable (domain C01). 临时救助 in `list`: a payment of it after that
 * month is no back payment.
 */
export function backPaymentBeforeDeath(list: readonly Programme[]): Exception<Person> {
  const monthly = list.filter((programme) => programme !== 'temporary-aid')
  return {
    id: 'back-payment-before-death',
    title: '补发死亡当月及以前',
    consults: [],
    test: (person) => {
      const death = deathMonthOf(person)
      const paid = recordsIn(person, monthly)
      if (!death) return answer(paid, null)
      return answerByLateAid(person, list, death.month) ?? answer(paid, addMonths(death.month, 1))
    },
  }
}

/** 补发: the subsidy rows pay for months before the person became 特困. */
export const backPaymentBeforeDestitute: Exception<Person> = {
  id: 'back-payment-before-destitute',
  title: '补发特困认定前月份',
  consults: [],
  test: (person) => {
    const starts = recordsIn(person, ['destitute']).map((record) => field(record, 'startMonth'))
    const start = starts.filter((month) => month !== null).sort()[0] ?? null
    return answer(recordsIn(person, disabilitySubsidies), start)
  },
}

/** 补发: the rows of 生活补贴 pay for months up to that in which 低保 was stopped. */
export const backPaymentBeforeStop: Exception<Person> = {
  id: 'back-payment-before-stop',
  title: '补发退出低保前月份',
  consults: ['departure'],
  test: (person) => {
    const stops = recordsOf(person, 'departures').filter((row) => !endsLesserSupportOnly(row))
    const last = stops
      .map(({ stopMonth }) => stopMonth)
      .filter((month) => month !== null)
      .sort()
      .at(-1)
    return answer(recordsIn(person, ['living-subsidy']), last === undefined ? null : addMonths(last, 1))
  },
}

/** 补发: the rows pay for months up to that in which the disability certificate was cancelled. */
export const backPaymentBeforeCancellation: Exception<Person> = {
  id: 'back-payment-before-cancellation',
  title: '补发残疾人证失效前月份',
  consults: [],
  test: (person, { month }) => {
    const day = certificateOf(person, month)?.record.cancelledOn ?? null
    return answer(recordsIn(person, disabilitySubsidies), day === null ? null : addMonths(monthOf(day), 1))
  },
}

// Few rosters state the month a row pays for; one that does not is a payment of its own month, not an open question.
function answer(paying: readonly PersonRecord[], before: Month | null): ReturnType<Exception<Person>['test']> {
  const months = paying.map(paidMonthOf).filter((month) => month !== null)
  const unnamed = paying.filter(paysUnnamedMonth).length
  if (paying.length === 0 || months.length + unnamed < paying.length)
    return { state: 'does-not-apply', reason: '名册没有标注为补发' }
  if (before === null) return { state: 'unchecked', reason: '没有起算月份' }
  const words = `发放所属月份为 ${[...new Set(months)].join('、')}`
  if (months.some((month) => month >= before)) return { state: 'does-not-apply', reason: words }
  return unnamed > 0
    ? { state: 'unchecked', reason: '备注写有补发，没有写补发哪个月' }
    : { state: 'applies', reason: words }
}
