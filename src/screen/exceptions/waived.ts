import type { Month } from '../../domain/month.js'
import type { Household } from '../../match/person.js'
import { coversHousehold, type Departure, endsLesserSupportOnly } from '../departures.js'
import { firstIdentified } from '../identified.js'
import { listed } from '../listed.js'
import type { Exception } from '../rule.js'
import { mayHaveRow, recordsOf } from '../standing.js'

/**
 * 自愿放弃: a household that left of its own will since the poverty system identified it, or one
 * of the declared list of those who promised not to apply. One member who leaves alone gives up nothing for the others.
 */
export const waived: Exception<Household> = {
  id: 'waived',
  title: '自愿放弃',
  consults: [],
  unanswerable: true,
  lists: ['waivers'],
  test: (household, context) => {
    const { members } = household
    const left = leftOfOwnWill(firstIdentified(household))
    const isWaiver = (row: Departure) => left(row) && (members.length === 1 || coversHousehold(row))
    if (members.some((member) => recordsOf(member, 'departures').some(isWaiver)))
      return { state: 'applies', reason: '停保汇总：主动退出' }
    const answer = listed(household, context, ['waivers'], '没有承诺书名单，请查是否有书面承诺')
    if (answer.state === 'applies' || !members.some((member) => mayHaveRow(member, 'departures', isWaiver)))
      return answer
    return { state: 'unchecked', reason: '停保汇总有主动退出记录疑似户内人员的，号码待核' }
  },
}

// Who left years ago and has fallen into poverty since has not said no to what is due now; nor has who gave up a subsidy.
function leftOfOwnWill(identified: Month | null): (row: Departure) => boolean {
  return (row) =>
    row.reason === '主动退出' &&
    !endsLesserSupportOnly(row) &&
    (row.stopMonth === null || identified === null || row.stopMonth >= identified)
}
