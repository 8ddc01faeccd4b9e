import { nearSupport, programmeNames } from '../../domain/programme.js'
import type { Household } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme, mayStandIn } from '../standing.js'

/** 已纳入低保边缘 or 刚性支出困难家庭: the household is known to civil affairs and has its place, so it is not asked about as uncovered (domain L02). Counties
 * without the second list, which began in 2023, are not told that it is missing. */
export const alreadyInMarginal: Exception<Household> = {
  id: 'already-in-marginal',
  title: '已纳入低保边缘或刚性支出困难家庭',
  consults: ['marginal'],
  test: ({ members }) => {
    const known = nearSupport.filter((programme) => members.some((member) => inProgramme(member, [programme])))
    if (known.length > 0) return { state: 'applies', reason: `户内有人在${programmeNames(known)}名册` }
    return members.some((member) => mayStandIn(member, nearSupport) === 'uncertain')
      ? { state: 'unchecked', reason: `${programmeNames(nearSupport)}名册有疑似户内人员的记录，号码待核` }
      : { state: 'does-not-apply', reason: `户内无人在${programmeNames(nearSupport)}名册` }
  },
}
