import type { Person } from '../../match/person.js'
import { certificateInForce } from '../certificate.js'
import { answerByLag } from '../lag.js'
import type { Exception } from '../rule.js'

/** 本月新发证: subsidies begin in the month after the certificate, so one issued less than `lag.months` months ago owes nothing yet. */
export const lateCertificate: Exception<Person> = {
  id: 'late-certificate',
  title: '新发残疾人证，次月起补',
  consults: [],
  test: (person, context) =>
    answerByLag(certificateInForce(person, context.month)?.record.issuedOn ?? null, '发证', context),
}
