import type { Household } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { statedBy } from '../standing.js'

/**
 * 城市户籍: 监测 is for people registered in the country only (待核). Few rosters say how somebody is registered. 城市低保 does not say it of these
 * households: somebody in two kinds of support at once stands in one of them by mistake.
 */
export const urbanRegistration: Exception<Household> = {
  id: 'urban-registration',
  title: '城市户籍',
  consults: [],
  unanswerable: true,
  test: (household) => {
    const said = statedBy(household, 'registration')
    if (said === null) return { state: 'unchecked', reason: '名册没有户籍类型' }
    return /非农|城/.test(said)
      ? { state: 'applies', reason: `户籍类型：${said}` }
      : { state: 'does-not-apply', reason: `户籍类型：${said}` }
  },
}
