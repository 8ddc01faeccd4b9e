import type { Household } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { recordsOf } from '../standing.js'

/** 风险未消除的监测对象 is not stably lifted; a row that does not say whether the risk is cleared leaves it open. */
export const stillAtRisk: Exception<Household> = {
  id: 'still-at-risk',
  title: '属风险未消除的监测对象',
  consults: ['monitored'],
  test: ({ members }) => {
    const rows = members.flatMap((member) => recordsOf(member, 'monitored-households'))
    if (rows.some(({ riskCleared }) => riskCleared === '未消除'))
      return { state: 'applies', reason: '监测对象名册：风险未消除' }
    return rows.some(({ riskCleared }) => riskCleared === null)
      ? { state: 'unchecked', reason: '监测对象名册没有写风险是否消除' }
      : { state: 'does-not-apply', reason: '不是风险未消除的监测对象' }
  },
}
