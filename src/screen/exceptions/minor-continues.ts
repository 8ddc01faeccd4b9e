import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { ageOf } from '../standing.js'

/** 未成年特困延续保障: who was taken in as a minor stays until 18 (69号). */
export const minorContinues: Exception<Person> = {
  id: 'minor-continues',
  title: '特困未成年人保障到 18 岁',
  consults: [],
  test: (person, { month }) => {
    const age = ageOf(person, month) ?? 0
    return age < 18
      ? { state: 'applies', reason: `${age} 岁，未满 18 岁` }
      : { state: 'does-not-apply', reason: `${age} 岁，已成年` }
  },
}
