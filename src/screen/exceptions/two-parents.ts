import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { ageOf } from '../standing.js'

/** 未成年随父随母两处: a child listed with each of two parents, settled between the two households and not by stopping one blindly. */
export const twoParents: Exception<Person> = {
  id: 'two-parents',
  title: '未成年人随父、随母各列一处',
  consults: [],
  test: (person, context) => {
    const age = ageOf(person, context.month)
    if (age === null) return { state: 'unchecked', reason: '没有出生日期' }
    return age < 18
      ? { state: 'applies', reason: `${age} 岁，两户分别列入` }
      : { state: 'does-not-apply', reason: `${age} 岁，已成年` }
  },
}
