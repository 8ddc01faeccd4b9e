import { monthsBetween } from '../../domain/month.js'
import type { Household } from '../../match/person.js'
import { firstIdentified } from '../identified.js'
import { isMistyped } from '../lag.js'
import type { Exception } from '../rule.js'

/**
 * 新识别, by whom of the household was identified first (a newborn is added later): the civil-affairs side has `lag.months` months to follow a household
 * that the poverty system has just identified.
 */
export const recentlyIdentified: Exception<Household> = {
  id: 'recently-identified',
  title: '刚识别，在宽限期内',
  consults: [],
  test: (household, context) => {
    const first = firstIdentified(household)
    if (first === null) return { state: 'unchecked', reason: '没有识别时间' }
    if (isMistyped(first, context)) return { state: 'unchecked', reason: `识别时间 ${first} 还没有到，疑为录错` }
    const grace = context.setting('lag.months')
    return monthsBetween(first, context.month) <= grace
      ? { state: 'applies', reason: `${first} 识别，不满 ${grace + 1} 个月` }
      : { state: 'does-not-apply', reason: `${first} 已识别` }
  },
}
