import type { Person } from '../../match/person.js'
import { certificateInForce } from '../certificate.js'
import type { Exception } from '../rule.js'

/** 多重残疾: graded by its gravest part, and the list does not give the parts. */
export const multipleDisability: Exception<Person> = {
  id: 'multiple-disability',
  title: '多重残疾以最重一项评级',
  consults: [],
  test: (person, { month }) =>
    certificateInForce(person, month)?.category === '多重'
      ? { state: 'unchecked', reason: '多重残疾，名单没有各项等级' }
      : { state: 'does-not-apply', reason: '不是多重残疾' },
}
