import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 转为低保边缘: the household went over to the next programme, which is a decision and not a loss. */
export const movedToMarginal: Exception<Person> = {
  id: 'moved-to-marginal',
  title: '已转低保边缘',
  consults: ['marginal'],
  test: (person) =>
    inProgramme(person, ['marginal'])
      ? { state: 'applies', reason: '本月在低保边缘名册' }
      : { state: 'does-not-apply', reason: '不在低保边缘名册' },
}
