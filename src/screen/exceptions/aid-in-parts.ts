import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { recordsOf } from '../standing.js'

/** 先行救助后补足，或分期: the list itself says that a payment is part of another. */
export const aidInParts: Exception<Person> = {
  id: 'aid-in-parts',
  title: '先行救助后补足或分期',
  consults: [],
  test: (person) => {
    const words = recordsOf(person, 'temporary-aid').map(({ aidKind, cause }) => `${aidKind ?? ''}${cause ?? ''}`)
    if (words.some((text) => /先行|补足|分期|追加/.test(text)))
      return { state: 'applies', reason: '台账注明先行救助、补足或分期' }
    return words.some((text) => text !== '')
      ? { state: 'does-not-apply', reason: '台账没有注明先行救助、补足或分期' }
      : { state: 'unchecked', reason: '台账没有类别和原因' }
  },
}
