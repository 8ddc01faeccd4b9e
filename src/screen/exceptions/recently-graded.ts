import { monthOf, monthsBetween } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { certificateInForce } from '../certificate.js'
import type { Exception } from '../rule.js'

/** 换级当月: a certificate issued less than `lag.months` months ago; the payment list could not know the new level. */
export const recentlyGraded: Exception<Person> = {
  id: 'recently-graded',
  title: '刚换证换级',
  consults: [],
  test: (person, context) => {
    const issued = certificateInForce(person, context.month)?.record.issuedOn ?? null
    if (issued === null) return { state: 'unchecked', reason: '没有发证日期' }
    return monthsBetween(monthOf(issued), context.month) < context.setting('lag.months')
      ? { state: 'applies', reason: `${issued} 发证` }
      : { state: 'does-not-apply', reason: `${issued} 已发证` }
  },
}
