import type { Person } from '../../match/person.js'
import { departureFor } from '../departures.js'
import type { Exception } from '../rule.js'

/** 服刑服役: whoever the departure list names; a full list of prisoners is in no roster. */
export const imprisoned: Exception<Person> = {
  id: 'imprisoned',
  title: '服刑',
  consults: [],
  unanswerable: true,
  test: (person) =>
    departureFor([person], ['服刑服役'])
      ? { state: 'applies', reason: '停保汇总：服刑服役' }
      : { state: 'unchecked', reason: '没有服刑人员名单' },
}
