import { povertyRosters } from '../../../domain/programme.js'
import { opinion } from '../../basis.js'
import { childElsewhereAtHome } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { movedAway } from '../../exceptions/moved-away.js'
import { spouseAtHome } from '../../exceptions/spouse-at-home.js'
import { isRegistered } from '../../register.js'
import { defineRule } from '../../rule.js'
import { ageOf, evidence, recordsIn } from '../../standing.js'
import { holdsTownship } from '../../township-lists.js'
import { kinIn, workplaceOf, workplaceWords } from '../../work-away.js'

export default defineRule({
  id: 'S01',
  title: '留守老人漏登',
  on: false,
  kind: '留守',
  severity: 'low',
  unit: 'person',
  basis: [opinion('二(三)')],
  action: '入户核实子女是否都长期在外，属实的登记为留守老人，落实联络人、赡养协议和走访。',
  needs: [[...povertyRosters]],
  consults: ['left-behind-elderly'],
  unlistedIn: 'left-behind-elderly',
  exceptions: [spouseAtHome, deceased, movedAway, childElsewhereAtHome],
  messages: { unregistered: '{age} 岁，同户 {children} 名成年子女都长期在外务工，不在留守老人登记表。' },
  check(person, context) {
    const age = ageOf(person, context.month)
    if (age === null || age < 60) return null
    const children = kinIn(person, povertyRosters).children.filter((child) => (ageOf(child, context.month) ?? 0) >= 18)
    if (children.length === 0 || !children.every((child) => workplaceOf(child, context) === 'away')) return null
    if (isRegistered(person, 'left-behind-elderly', context)) return null
    if (!holdsTownship('left-behind-elderly', person.place.township, context))
      return { withheld: '本月没有收到该乡镇的留守老人登记表' }
    return {
      message: 'unregistered',
      facts: { age, children: children.length },
      evidence: children.flatMap((child) =>
        recordsIn(child, povertyRosters).map((record) => evidence(record, `子女务工：${workplaceWords(child)}`)),
      ),
      fingerprint: { children: children.length },
    }
  },
})
