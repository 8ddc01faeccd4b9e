import { addMonths, type Month } from '../../domain/month.js'
import { disabilitySubsidies, type Programme } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import { answerByLateAid } from '../aid-payments.js'
import { deathMonthOf } from '../death.js'
import type { Exception } from '../rule.js'
import { field, recordsIn } from '../standing.js'

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
      const paid = recordsIn(person, monthly).map((record) => field(record, 'dataMonth'))
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
    return answer(
      recordsIn(person, disabilitySubsidies).map((record) => field(record, 'dataMonth')),
      start,
    )
  },
}

// Few rosters state the month a row pays for; one that does not is a payment of its own month, not an open question.
function answer(paidFor: readonly (Month | null)[], before: Month | null): ReturnType<Exception<Person>['test']> {
  const months = paidFor.filter((month) => month !== null)
  if (months.length === 0 || months.length < paidFor.length)
    return { state: 'does-not-apply', reason: '名册没有标注为补发' }
  if (before === null) return { state: 'unchecked', reason: '没有起算月份' }
  return months.every((month) => month < before)
    ? { state: 'applies', reason: `发放所属月份为 ${[...new Set(months)].join('、')}` }
    : { state: 'does-not-apply', reason: `发放所属月份为 ${[...new Set(months)].join('、')}` }
}
