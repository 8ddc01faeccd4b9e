import type { Person } from '../../match/person.js'
import { certificateInForce } from '../certificate.js'
import { answerByLag } from '../lag.js'
import type { Exception } from '../rule.js'

/** 换级当月: a certificate issued less than `lag.months` months ago; the payment list could not know the new level. */
export const recentlyGraded: Exception<Person> = {
  id: 'recently-graded',
  title: '刚换证换级',
  consults: [],
  test: (person, context) =>
    answerByLag(certificateInForce(person, context.month)?.record.issuedOn ?? null, '发证', context),
}
