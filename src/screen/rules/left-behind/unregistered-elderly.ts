import { povertyRosters } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion } from '../../basis.js'
import { childElsewhereAtHome } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { movedAway } from '../../exceptions/moved-away.js'
import { spouseAtHome } from '../../exceptions/spouse-at-home.js'
import { isRegistered } from '../../register.js'
import { type Context, defineRule } from '../../rule.js'
import { ageOf, evidence, recordsIn } from '../../standing.js'
import { holdsTownship } from '../../township-lists.js'
import { kinIn, likelyChildrenIn, likelyWords, workplaceOf, workplaceWords } from '../../work-away.js'

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
  messages: { unregistered: '{age} 岁，同户 {children} 名成年子女{how}都长期在外务工，不在留守老人登记表。' },
  check(person, context) {
    const age = ageOf(person, context.month)
    if (age === null || age < 60) return null
    const isAway = (child: Person) => workplaceOf(child, context) === 'away'
    const ofPerson = kinIn(person, povertyRosters).children
    const stated = grown(ofPerson, context)
    // Whose age nobody knows may be grown up and at home.
    if (![...stated, ...ofPerson.filter(({ birthDate }) => birthDate === null)].every(isAway)) return null
    const likely = grown(likelyChildrenIn(person, povertyRosters), context)
    const children = [...stated, ...likely]
    if (children.length === 0 || !likely.every(isAway)) return null
    if (isRegistered(person, 'left-behind-elderly', context)) return null
    if (!holdsTownship('left-behind-elderly', person.place.township, context))
      return { withheld: '本月没有收到该乡镇的留守老人登记表' }
    const how = likely.length === 0 ? '' : likelyWords
    return {
      message: 'unregistered',
      facts: { age, children: children.length, how },
      evidence: children.flatMap((child) =>
        recordsIn(child, povertyRosters).map((record) =>
          evidence(record, `子女${likely.includes(child) ? likelyWords : ''}务工：${workplaceWords(child)}`),
        ),
      ),
      severity: likely.length === 0 ? 'low' : 'note',
      fingerprint: { children: children.length },
    }
  },
})

function grown(children: readonly Person[], { month }: Context): readonly Person[] {
  return children.filter((child) => (ageOf(child, month) ?? 0) >= 18)
}
