import type { Person } from '../../match/person.js'
import { meantBy, registration } from '../register.js'
import type { Exception } from '../rule.js'
import { deceased } from './deceased.js'

/** 登记的老人已死亡, by the death of whoever the register's row means: nobody is to be visited, the registration is to be struck off (S02). */
export const deceasedOrNamesake: Exception<Person> = {
  id: 'deceased-or-namesake',
  title: '登记的老人已死亡',
  consults: ['death'],
  test: (person, context) => {
    const row = registration(person, 'left-behind-elderly')
    const answers = (row ? meantBy(person, row, context) : [person]).map((each) => deceased.test(each, context))
    return answers.find(({ state }) => state === 'applies') ?? { state: 'does-not-apply', reason: '殡葬名册查无此人' }
  },
}
