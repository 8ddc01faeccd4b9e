import { povertyRosters } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { kinIn, workplaceOf } from '../work-away.js'
import { deceased } from './deceased.js'

/** 与配偶同住: an 空巢 couple is not 留守 in every county (domain S01); `left-behind.with-spouse` says what this one holds. */
export const spouseAtHome: Exception<Person> = {
  id: 'spouse-at-home',
  title: '与配偶同住（空巢）',
  consults: ['death'],
  test: (person, context) => {
    const spouse = kinIn(person, povertyRosters).spouses.find(
      (each) => workplaceOf(each, context) !== 'away' && deceased.test(each, context).state !== 'applies',
    )
    if (!spouse) return { state: 'does-not-apply', reason: '同户没有在家的配偶' }
    return context.setting('left-behind.with-spouse')
      ? { state: 'does-not-apply', reason: '有配偶同住，本县口径仍算留守' }
      : { state: 'applies', reason: '同户有在家的配偶' }
  },
}
