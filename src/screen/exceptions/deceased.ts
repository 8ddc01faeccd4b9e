import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { recordsOf } from '../standing.js'

/** 本人已死亡: nothing more is due. */
export const deceased: Exception<Person> = {
  id: 'deceased',
  title: '本人已死亡',
  consults: ['death'],
  test: (person) => {
    const dead =
      recordsOf(person, 'deaths').length > 0 ||
      recordsOf(person, 'departures').some((record) => record.reason === '死亡')
    return dead ? { state: 'applies', reason: '有死亡记录' } : { state: 'does-not-apply', reason: '殡葬名册查无此人' }
  },
}
