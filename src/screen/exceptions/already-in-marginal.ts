import type { Household } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 已纳入低保边缘: the household is known to civil affairs and has its place, so it is not asked about as uncovered (domain L02). */
export const alreadyInMarginal: Exception<Household> = {
  id: 'already-in-marginal',
  title: '已纳入低保边缘',
  consults: ['marginal'],
  test: ({ members }) =>
    members.some((member) => inProgramme(member, ['marginal']))
      ? { state: 'applies', reason: '户内有人在低保边缘名册' }
      : { state: 'does-not-apply', reason: '户内无人在低保边缘名册' },
}
