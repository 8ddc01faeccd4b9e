import type { Person } from '../../match/person.js'
import { hasDied, mayHaveDied } from '../death.js'
import type { Exception } from '../rule.js'

/** 本人已死亡: nothing more is due. */
export const deceased: Exception<Person> = {
  id: 'deceased',
  title: '本人已死亡',
  consults: ['death'],
  test: (person) => {
    if (hasDied(person)) return { state: 'applies', reason: '有死亡记录' }
    return mayHaveDied(person)
      ? { state: 'unchecked', reason: '有死亡记录疑似本人的，号码待核' }
      : { state: 'does-not-apply', reason: '殡葬名册查无此人' }
  },
}
