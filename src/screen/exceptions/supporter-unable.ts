import type { Month } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { ableSupportersOf } from '../able-supporters.js'
import { certificateInForce, isSevere } from '../certificate.js'
import { departureFor } from '../departures.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 义务人无履行能力: each of them is severely disabled, dead, moved away or serving a sentence, whatever the household's own list says. */
export const supporterUnable: Exception<Person> = {
  id: 'supporter-unable',
  title: '义务人无履行能力',
  consults: ['disability-certificate', 'departure', 'death'],
  test: (person, { month }) =>
    ableSupportersOf(person, month).every((each) => isUnable(each, month))
      ? { state: 'applies', reason: '义务人重度残疾、死亡、迁出或服刑' }
      : { state: 'does-not-apply', reason: '有义务人查不到重残、死亡、迁出或服刑记录' },
}

function isUnable(person: Person, month: Month): boolean {
  const certificate = certificateInForce(person, month)
  return (
    (certificate !== null && isSevere(certificate)) ||
    inProgramme(person, ['death']) ||
    departureFor([person], ['死亡', '服刑服役', '户籍迁移']) !== undefined
  )
}
