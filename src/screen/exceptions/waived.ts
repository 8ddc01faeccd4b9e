import type { Household } from '../../match/person.js'
import { departureFor } from '../departures.js'
import type { Exception } from '../rule.js'

/** 自愿放弃: a household that left of its own will. Written promises of those who never applied are in no roster. */
export const waived: Exception<Household> = {
  id: 'waived',
  title: '自愿放弃',
  consults: [],
  unanswerable: true,
  test: ({ members }) =>
    departureFor(members, ['主动退出'])
      ? { state: 'applies', reason: '停保汇总：主动退出' }
      : { state: 'unchecked', reason: '没有承诺书名单，请查是否有书面承诺' },
}
