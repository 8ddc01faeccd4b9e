import type { Person } from '../../match/person.js'
import { aidsWithinYear, repeatedPair } from '../aid-payments.js'
import type { Exception } from '../rule.js'

/**
 * 先行救助后补足，或分期: the list itself says that one of the two payments is part of the other. It says nothing of too large a payment, of too many
 * in a year or of several to one household.
 */
export const aidInParts: Exception<Person> = {
  id: 'aid-in-parts',
  title: '先行救助后补足或分期',
  consults: [],
  test: (person, { month }) => {
    const pair = repeatedPair(aidsWithinYear(person, month))
    if (pair === null) return { state: 'does-not-apply', reason: '不是同一事由的两笔' }
    return pair.some(({ aidKind, cause }) => /先行|补足|分期|追加/.test(`${aidKind ?? ''}${cause ?? ''}`))
      ? { state: 'applies', reason: '台账注明先行救助、补足或分期' }
      : { state: 'does-not-apply', reason: '台账没有注明先行救助、补足或分期' }
  },
}
