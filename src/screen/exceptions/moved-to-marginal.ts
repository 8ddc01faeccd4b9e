import { nearSupport, programmeNames } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/**
 * 转为低保边缘或刚性支出困难家庭: the household went over to the next programme, which is a decision and not a loss (domain T01, T04). Counties without
 * the second list, which began in 2023, are not told that it is missing.
 */
export const movedToMarginal: Exception<Person> = {
  id: 'moved-to-marginal',
  title: '已转低保边缘或刚性支出困难家庭',
  consults: ['marginal'],
  test: (person) => {
    const reached = nearSupport.filter((programme) => inProgramme(person, [programme]))
    return reached.length > 0
      ? { state: 'applies', reason: `本月在${programmeNames(reached)}名册` }
      : { state: 'does-not-apply', reason: `不在${programmeNames(nearSupport)}名册` }
  },
}
