import type { Household } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { field, inProgramme } from '../standing.js'

/**
 * 城市户籍: 监测 is for people registered in the country only (待核). Few rosters say how somebody is registered; who gets 临时救助 may stand in 城市低保,
 * which says it too, while somebody in two kinds of support at once stands in one of them by mistake.
 */
export const urbanRegistration: Exception<Household> = {
  id: 'urban-registration',
  title: '城市户籍',
  consults: ['urban-allowance'],
  unanswerable: true,
  test: ({ system, records, members }) => {
    if (system === 'temporary-aid' && members.some((member) => inProgramme(member, ['urban-allowance'])))
      return { state: 'applies', reason: '在城市低保名册' }
    const said = records.map((row) => field(row, 'registration')).find((each) => each !== null) ?? null
    if (said === null) return { state: 'unchecked', reason: '名册没有户籍类型' }
    return /非农|城/.test(said)
      ? { state: 'applies', reason: `户籍类型：${said}` }
      : { state: 'does-not-apply', reason: `户籍类型：${said}` }
  },
}
