import { allowance, povertyRosters } from '../../domain/programme.js'
import type { Household, Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { field, inProgramme, rosterRows } from '../standing.js'

/** 单人户施保: those of the poverty household who are in 低保 are each the only supported one of a larger family. */
export const relativeEnrolledAlone: Exception<Person> = {
  id: 'relative-enrolled-alone',
  title: '同户人员为单人户施保',
  consults: [],
  test: (person) => {
    const homes = person.households.filter(({ system }) => (povertyRosters as readonly string[]).includes(system))
    const supported = homes.flatMap(supportedIn)
    const sizes = supported.flatMap((each) => rosterRows(each, allowance).map((record) => field(record, 'insuredSize')))
    if (sizes.every((size) => size === null)) return { state: 'unchecked', reason: '低保名册没有保障人口' }
    return supported.every(isEnrolledAlone)
      ? { state: 'applies', reason: '低保名册：家庭人口多于 1 人，保障人口 1 人' }
      : { state: 'does-not-apply', reason: '低保户不是单人施保' }
  },
}

function supportedIn({ members }: Household): readonly Person[] {
  return members.filter((member) => inProgramme(member, allowance))
}

function isEnrolledAlone(person: Person): boolean {
  return rosterRows(person, allowance).some(
    (record) => field(record, 'insuredSize') === 1 && (field(record, 'householdSize') ?? 1) > 1,
  )
}
