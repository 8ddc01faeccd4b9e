import type { Month } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { certificateInForce } from '../certificate.js'
import { unableToWork } from '../inability.js'
import type { Exception } from '../rule.js'
import { field, recordsIn } from '../standing.js'

// 民发〔2021〕43号 judges who was taken in from then on (domain A L08, C08).
const newRulesFrom: Month = '2021-07'

/** 旧规认定: taken in before the present rules for 特困, and to be reviewed by those then in force. */
export const oldRules: Exception<Person> = {
  id: 'old-rules',
  title: '2021 年 7 月前按旧规认定',
  consults: [],
  test: (person, { month }) => {
    const certificate = certificateInForce(person, month)
    // The rules of either time ask for 无劳动能力: where the certificate gives it, the hit is about work and not about them.
    if (certificate && unableToWork(certificate) !== false)
      return { state: 'does-not-apply', reason: '疑点是务工，与认定时的规定无关' }
    const starts = recordsIn(person, ['destitute'])
      .map((record) => field(record, 'startMonth'))
      .filter((month) => month !== null)
      .sort()
    const [first] = starts
    if (first === undefined) return { state: 'unchecked', reason: '特困名册没有纳入月份' }
    return first < newRulesFrom
      ? { state: 'applies', reason: `${first} 纳入` }
      : { state: 'does-not-apply', reason: `${first} 纳入，适用现行规定` }
  },
}
