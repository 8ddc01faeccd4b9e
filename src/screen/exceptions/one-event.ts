import type { Person } from '../../match/person.js'
import { familyAids } from '../aid-payments.js'
import type { Exception } from '../rule.js'

/** 一事一救: every payment that the rule counts was for a fire, an accident or the like, which passes. */
export const oneEvent: Exception<Person> = {
  id: 'one-event',
  title: '一事一救（火灾、交通事故等）',
  consults: [],
  test: (person, { month }) => {
    const causes = familyAids(person, month).map(({ aid }) => aid.cause)
    if (causes.includes(null)) return { state: 'unchecked', reason: '临时救助台账没有困难原因' }
    return causes.every((cause) => /火灾|交通|车祸|溺水|意外|事故|灾/.test(cause ?? ''))
      ? { state: 'applies', reason: `原因为 ${[...new Set(causes)].join('、')}` }
      : { state: 'does-not-apply', reason: `原因为 ${[...new Set(causes)].join('、')}` }
  },
}
