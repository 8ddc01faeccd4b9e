import type { Person } from '../../match/person.js'
import { recentDeparture } from '../departures.js'
import type { Exception } from '../rule.js'

/** 有停保或减员记录: the person's own, or the head's where the list names only the head of a household that was stopped as a whole. */
export const departureRecorded: Exception<Person> = {
  id: 'departure-recorded',
  title: '有停保或减员记录',
  consults: ['departure'],
  test: (person, context) => {
    const found = recentDeparture(person, context)
    if (!found) return { state: 'does-not-apply', reason: '停保及自然减员汇总查无记录' }
    const { record, own } = found
    const when = record.stopMonth ?? '停保月份未填'
    return { state: 'applies', reason: `${own ? '' : '户主'}停保记录：${record.reason ?? '原因未填'}，${when}` }
  },
}
