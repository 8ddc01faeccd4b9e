import type { Household } from '../../match/person.js'
import { firstIdentified } from '../identified.js'
import { listed } from '../listed.js'
import type { Exception } from '../rule.js'
import { recordsOf } from '../standing.js'

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
  test: (household, context) =>
    leftOfOwnWill(household)
      ? { state: 'applies', reason: '停保汇总：主动退出' }
      : listed(household, context, ['waivers'], '没有承诺书名单，请查是否有书面承诺'),
}

// Who left years ago and has fallen into poverty since has not said no to what is due now.
function leftOfOwnWill(household: Household): boolean {
  const identified = firstIdentified(household)
  return household.members
    .flatMap((member) => recordsOf(member, 'departures'))
    .some(
      ({ reason, stopMonth }) =>
        reason === '主动退出' && (stopMonth === null || identified === null || stopMonth >= identified),
    )
}
