import { allowance } from '../../domain/programme.js'
import type { Household, Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { field, householdIn, inProgramme, recordsIn } from '../standing.js'

/**
 * 保障人口不含其人 (domain C03): the member export lists the whole family without saying who is supported, and 保障人口 of its household is no more than the
 * members that are not in 特困.
 */
export const outsideSupportedSize: Exception<Person> = {
  id: 'outside-supported-size',
  title: '人员表列出全家，保障人口不含本人',
  consults: [],
  test: (person) => {
    const household = householdIn(person, allowance)
    const supported = household && supportedSize(household)
    if (!household || supported === null) return { state: 'does-not-apply', reason: '名册没有该户的保障人口' }
    if (recordsIn(person, allowance).some((record) => field(record, 'insured') === true))
      return { state: 'does-not-apply', reason: '名册写明本人为被保障人员' }
    const others = household.members.filter((member) => !inProgramme(member, ['destitute'])).length
    return others > 0 && supported <= others
      ? { state: 'applies', reason: `该户保障人口 ${supported} 人，除去本人等另有保障的还有 ${others} 人` }
      : { state: 'does-not-apply', reason: `该户保障人口 ${supported} 人，其余成员 ${others} 人` }
  },
}

// Where two exports give different sizes the larger one: it excuses least.
function supportedSize({ records }: Household): number | null {
  const sizes = records.map((record) => field(record, 'insuredSize')).filter((size) => size !== null)
  return sizes.length > 0 ? Math.max(...sizes) : null
}
