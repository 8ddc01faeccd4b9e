import { povertyRosters } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { uncaringLists } from '../../away-rows.js'
import { opinion } from '../../basis.js'
import { livesWithParents, parentReturned } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { movedAway } from '../../exceptions/moved-away.js'
import { isRegistered } from '../../register.js'
import { type Context, defineRule } from '../../rule.js'
import { ageOf, evidence, recordsIn } from '../../standing.js'
import { holdsTownship } from '../../township-lists.js'
import { lastingReasons, whyUnable } from '../../unable-parent.js'
import { likelyWords, parentsIn, workplaceOf, workplaceWords } from '../../work-away.js'

export default defineRule({
  id: 'S04',
  title: '留守儿童漏登',
  on: false,
  kind: '留守',
  severity: 'low',
  unit: 'person',
  basis: [opinion('二(二)')],
  action: '入户核实父母务工和实际监护情况，属实的登记为留守儿童，落实监护人。',
  needs: [[...povertyRosters]],
  consults: ['left-behind-child'],
  lists: uncaringLists,
  unlistedIn: 'left-behind-child',
  exceptions: [deceased, movedAway, livesWithParents, parentReturned],
  messages: {
    both: '{age} 岁，{situation}{how}，不在留守儿童登记表。',
    one: '{age} 岁，户内只登记父母一方，{situation}{how}，不在留守儿童登记表。',
  },
  check(person, context) {
    const age = ageOf(person, context.month)
    if (age === null || age >= 16) return null
    const { parents, stated } = parentsIn(person, povertyRosters)
    const absences = parents.map((parent) => absenceOf(parent, context))
    if (!absences.includes('在外务工') || absences.includes(null)) return null
    if (isRegistered(person, 'left-behind-child', context)) return null
    if (!holdsTownship('left-behind-child', person.place.township, context))
      return { withheld: '本月没有收到该乡镇的留守儿童登记表' }
    const oneOnly = parents.length === 1
    const how = stated ? '' : likelyWords
    return {
      message: oneOnly ? 'one' : 'both',
      facts: { age, situation: situation(absences as string[]), how },
      evidence: parents.flatMap((parent) =>
        recordsIn(parent, povertyRosters).map((record) =>
          evidence(record, `父母${how}务工：${workplaceWords(parent)}`),
        ),
      ),
      severity: oneOnly || !stated ? 'note' : 'low',
      fingerprint: { parents: lastingReasons(absences.join('|')) },
    }
  },
})

// One parent away is no absence while the other is at home and able.
function absenceOf(parent: Person, context: Context): string | null {
  return workplaceOf(parent, context) === 'away' ? '在外务工' : whyUnable(parent, context)
}

function situation(absences: readonly string[]): string {
  if (absences.length === 1) return `该方${absences[0]}`
  const others = absences.filter((absence) => absence !== '在外务工')
  return others.length === 0 ? '父母都在外务工' : `一方在外务工，另一方${others.join('、')}`
}
