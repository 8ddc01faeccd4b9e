import { monthOf, monthsBetween } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { certificateInForce } from '../certificate.js'
import type { Exception } from '../rule.js'

/** 本月新发证: subsidies begin in the month after the certificate, so one issued less than `lag.months` months ago owes nothing yet. */
export const lateCertificate: Exception<Person> = {
  id: 'late-certificate',
  title: '新发残疾人证，次月起补',
  consults: [],
  test: (person, context) => {
    const issued = certificateInForce(person, context.month)?.record.issuedOn ?? null
    if (issued === null) return { state: 'unchecked', reason: '没有发证日期' }
    return monthsBetween(monthOf(issued), context.month) < context.setting('lag.months')
      ? { state: 'applies', reason: `${issued} 发证` }
      : { state: 'does-not-apply', reason: `${issued} 已发证` }
  },
}
