import { allowance } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { field, rosterRows } from '../standing.js'

/** 差额补足制: where the roster reckons by what is missing to the standard, the category is inside the sum. Few rosters state how they reckon. */
export const differenceSystem: Exception<Person> = {
  id: 'difference-system',
  title: '差额补足，不另增',
  consults: [],
  unanswerable: true,
  test: (person) => {
    const methods = rosterRows(person, allowance)
      .map((row) => field(row, 'aidMethod'))
      .filter((method) => method !== null)
    if (methods.length === 0) return { state: 'unchecked', reason: '没有救助金计算方式' }
    const found = methods.find((method) => /补足/.test(method))
    return found
      ? { state: 'applies', reason: `救助金计算方式为“${found}”` }
      : { state: 'does-not-apply', reason: `救助金计算方式为“${methods[0]}”` }
  },
}
