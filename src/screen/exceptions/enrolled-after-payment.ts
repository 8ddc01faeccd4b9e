import { coverage } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { field, recordsIn } from '../standing.js'

/** 发放后才纳入: price subsidies go to those on the roll in the month they are for. */
export const enrolledAfterPayment: Exception<Person> = {
  id: 'enrolled-after-payment',
  title: '发放月份之后才纳入',
  consults: [],
  test: (person, { deliveries, month }) => {
    const months = deliveries
      .filter(({ programmes }) => programmes.includes('price-subsidy'))
      .map(({ dataMonth }) => dataMonth ?? month)
    const paid = months.sort().at(-1) ?? month
    const starts = recordsIn(person, coverage).map((record) => field(record, 'startMonth'))
    const known = starts.filter((start) => start !== null)
    if (known.length < starts.length) return { state: 'unchecked', reason: '名册没有最初享受月份' }
    return known.every((start) => start > paid)
      ? { state: 'applies', reason: `${known.sort()[0]} 起享受，补贴按 ${paid} 在册发放` }
      : { state: 'does-not-apply', reason: `补贴月份 ${paid} 已在册` }
  },
}
