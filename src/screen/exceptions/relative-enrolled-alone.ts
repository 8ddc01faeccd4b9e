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
    const alone = homes.flatMap(supportedIn).map(isEnrolledAlone)
    if (alone.includes(false)) return { state: 'does-not-apply', reason: '低保户不是单人施保' }
    return alone.includes(null)
      ? { state: 'unchecked', reason: '低保名册没有保障人口或家庭人口' }
      : { state: 'applies', reason: '低保名册：家庭人口多于 1 人，保障人口 1 人' }
  },
}

function supportedIn({ members }: Household): readonly Person[] {
  return members.filter((member) => inProgramme(member, allowance))
}

// null where no row gives both sizes.
function isEnrolledAlone(person: Person): boolean | null {
  const rows = rosterRows(person, allowance)
  const size = (name: 'insuredSize' | 'householdSize') =>
    rows.map((row) => field(row, name)).find((each) => each !== null) ?? null
  const [insured, household] = [size('insuredSize'), size('householdSize')]
  if (insured !== null && insured !== 1) return false
  return insured === null || household === null ? null : household > 1
}
