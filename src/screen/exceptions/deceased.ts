import type { Person } from '../../match/person.js'
import { hasDied } from '../death.js'
import type { Exception } from '../rule.js'

/** 本人已死亡: nothing more is due. */
export const deceased: Exception<Person> = {
  id: 'deceased',
  title: '本人已死亡',
  consults: ['death'],
  test: (person) =>
    hasDied(person)
      ? { state: 'applies', reason: '有死亡记录' }
      : { state: 'does-not-apply', reason: '殡葬名册查无此人' },
}
