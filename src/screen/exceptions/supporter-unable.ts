import type { ExtraList } from '../../domain/extra-lists.js'
import type { Month } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { ableSupportersOf } from '../able-supporters.js'
import { certificateInForce, isSevere } from '../certificate.js'
import { departureFor } from '../departures.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

// Lists of other offices whose people cannot support anybody, where the county declares them (43号).
const unableLists = ['prisoners', 'drug-rehabilitation', 'missing-persons'] as const satisfies readonly ExtraList[]

/**
 * 义务人无履行能力: each of them is severely disabled, dead, missing or serving a sentence, whatever the household's own list says. Moving away ends no
 * duty to support.
 */
export const supporterUnable: Exception<Person> = {
  id: 'supporter-unable',
  title: '义务人无履行能力',
  consults: ['disability-certificate', 'departure', 'death'],
  lists: unableLists,
  test: (person, { month }) =>
    ableSupportersOf(person, month).every((each) => isUnable(each, month))
      ? { state: 'applies', reason: '义务人重度残疾、死亡、失踪或服刑' }
      : { state: 'does-not-apply', reason: '有义务人查不到重残、死亡、失踪或服刑记录' },
}

function isUnable(person: Person, month: Month): boolean {
  const certificate = certificateInForce(person, month)
  return (
    (certificate !== null && isSevere(certificate)) ||
    inProgramme(person, ['death', ...unableLists]) ||
    departureFor([person], ['死亡', '服刑服役']) !== undefined
  )
}
