import type { Household, Person } from '../../match/person.js'
import { mayHaveDied } from '../death.js'
import { coversHousehold, departureFor } from '../departures.js'
import type { Exception } from '../rule.js'
import { inProgramme, mayHaveRow, recordsOf } from '../standing.js'

/** 全家已死亡或迁出: nobody is left to enrol. */
export const allDeadOrMoved: Exception<Household> = {
  id: 'all-dead-or-moved',
  title: '全家已死亡或迁出',
  consults: ['death', 'departure'],
  test: ({ members, head }) => {
    if (members.some((member) => movedWithAll(member, head)))
      return { state: 'applies', reason: '停保汇总：整户户籍迁移' }
    const left = members.filter((member) => !isGone(member))
    if (left.length === 0 && members.length > 0)
      return { state: 'applies', reason: `${members.length} 人均有死亡或迁出记录` }
    const surelyLeft = left.filter((member) => !mayBeGone(member)).length
    return surelyLeft === 0 && members.length > 0
      ? { state: 'unchecked', reason: `有死亡或迁出记录疑似其中 ${left.length} 人的，号码待核` }
      : { state: 'does-not-apply', reason: `${surelyLeft} 人没有死亡或迁出记录` }
  },
}

// A row that does not say whom it covers speaks for the household only where it names the head: a daughter who marries leaves the rest behind.
function movedWithAll(member: Person, head: Person | null): boolean {
  return recordsOf(member, 'departures').some(
    (row) => row.reason === '户籍迁移' && coversHousehold(row) && (row.wholeHousehold !== null || member === head),
  )
}

function mayBeGone(person: Person): boolean {
  return mayHaveDied(person) || mayHaveRow(person, 'departures', ({ reason }) => reason === '户籍迁移')
}

function isGone(person: Person): boolean {
  return departureFor([person], ['死亡', '户籍迁移']) !== undefined || inProgramme(person, ['death'])
}
