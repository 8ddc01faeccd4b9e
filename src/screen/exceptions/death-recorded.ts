import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 本人已死亡, by the death list: leaving the roster is what should happen. */
export const deathRecorded: Exception<Person> = {
  id: 'death-recorded',
  title: '殡葬名册有死亡记录',
  consults: ['death'],
  test: (person) =>
    inProgramme(person, ['death'])
      ? { state: 'applies', reason: '在殡葬死亡名册' }
      : { state: 'does-not-apply', reason: '殡葬死亡名册查无此人' },
}
