import type { Month } from '../../domain/month.js'
import type { Household } from '../../match/person.js'
import type { Departure } from '../departures.js'
import { firstIdentified } from '../identified.js'
import { listed } from '../listed.js'
import type { Exception } from '../rule.js'
import { mayHaveRow, recordsOf } from '../standing.js'

/**
 * 自愿放弃: a household that left of its own will since the poverty system identified it, or one
 * of the declared list of those who promised not to apply.
 */
export const waived: Exception<Household> = {
  id: 'waived',
  title: '自愿放弃',
  consults: [],
  unanswerable: true,
  lists: ['waivers'],
  test: (household, context) => {
    const { members } = household
    const isWaiver = leftOfOwnWill(firstIdentified(household))
    if (members.some((member) => recordsOf(member, 'departures').some(isWaiver)))
      return { state: 'applies', reason: '停保汇总：主动退出' }
    const answer = listed(household, context, ['waivers'], '没有承诺书名单，请查是否有书面承诺')
    if (answer.state === 'applies' || !members.some((member) => mayHaveRow(member, 'departures', isWaiver)))
      return answer
    return { state: 'unchecked', reason: '停保汇总有主动退出记录疑似户内人员的，号码待核' }
  },
}

// Who left years ago and has fallen into poverty since has not said no to what is due now.
function leftOfOwnWill(identified: Month | null): (row: Departure) => boolean {
  return ({ reason, stopMonth }) =>
    reason === '主动退出' && (stopMonth === null || identified === null || stopMonth >= identified)
}
