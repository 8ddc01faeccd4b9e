import type { Household, Person } from '../../match/person.js'
import { coversHousehold, departureFor } from '../departures.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 全家已死亡或迁出: nobody is left to enrol. */
export const allDeadOrMoved: Exception<Household> = {
  id: 'all-dead-or-moved',
  title: '全家已死亡或迁出',
  consults: ['death', 'departure'],
  test: ({ members }) => {
    const moved = departureFor(members, ['户籍迁移'])
    if (moved && coversHousehold(moved)) return { state: 'applies', reason: `停保汇总：整户${moved.reason}` }
    const left = members.filter((member) => !isGone(member)).length
    return left === 0 && members.length > 0
      ? { state: 'applies', reason: `${members.length} 人均有死亡或迁出记录` }
      : { state: 'does-not-apply', reason: `${left} 人没有死亡或迁出记录` }
  },
}

function isGone(person: Person): boolean {
  return departureFor([person], ['死亡', '户籍迁移']) !== undefined || inProgramme(person, ['death'])
}
