import type { Household } from '../../match/person.js'
import { departureFor } from '../departures.js'
import { listed } from '../listed.js'
import type { Exception } from '../rule.js'

/** 自愿放弃: a household that left of its own will, or one of the declared list of those who promised not to apply. */
export const waived: Exception<Household> = {
  id: 'waived',
  title: '自愿放弃',
  consults: [],
  unanswerable: true,
  lists: ['waivers'],
  test: (household, context) =>
    departureFor(household.members, ['主动退出'])
      ? { state: 'applies', reason: '停保汇总：主动退出' }
      : listed(household, context, ['waivers'], '没有承诺书名单，请查是否有书面承诺'),
}
