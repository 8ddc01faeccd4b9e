import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 扩面对象: registered poor, monitored and marginal households, where the county extends the living subsidy to them. */
export const extendedToPoor: Exception<Person> = {
  id: 'extended-to-poor',
  title: '扩面对象（脱贫户、监测户、低保边缘）',
  consults: ['registered-poor', 'monitored', 'marginal'],
  test: (person, context) => {
    if (!context.setting('living-subsidy.extends-to-poor'))
      return { state: 'does-not-apply', reason: '本县生活补贴未扩面' }
    return inProgramme(person, ['registered-poor', 'monitored', 'marginal'])
      ? { state: 'applies', reason: '在脱贫户、监测对象或低保边缘名册' }
      : { state: 'does-not-apply', reason: '不在脱贫户、监测对象和低保边缘名册' }
  },
}
