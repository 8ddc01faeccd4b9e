import { coverage, type Programme, programmeNames } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion } from '../../basis.js'
import { deceased } from '../../exceptions/deceased.js'
import { enrolledAfterPayment } from '../../exceptions/enrolled-after-payment.js'
import { defineRule } from '../../rule.js'
import { inProgramme, mayStandIn, onTheRoll, recordsIn } from '../../standing.js'
import { holdsTownship } from '../../township-lists.js'

/** Not in domain.md's catalogue: 实施意见 一(四) asks for price subsidies to every recipient in time. Next free id of its group. */
export default defineRule({
  id: 'L14',
  title: '未发价格临时补贴',
  on: false,
  kind: '漏保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('一(四)')],
  action: '核对价格临时补贴发放名册，漏发的补发，发放失败的查账户。',
  needs: [[...coverage]],
  consults: ['price-subsidy'],
  unlistedIn: 'price-subsidy',
  exceptions: [enrolledAfterPayment, deceased],
  messages: { unpaid: '在{rosters}名册，本人和同户保障对象（{count} 人）都不在价格临时补贴发放名册。' },
  check(person, context) {
    if (mayBePaid(person) || !inProgramme(person, coverage)) return null
    const family = familyOf(person)
    const supported = family.filter((member) => inProgramme(member, coverage))
    const recipients = supported.length > 0 ? supported : [person]
    // One question for a household: the list may name its head only, whose own row may have a damaged number.
    if (recipients[0] !== person || family.some(mayBePaid)) return null
    if (!holdsTownship('price-subsidy', person.place.township, context))
      return { withheld: '本月没有收到该乡镇的价格临时补贴发放名册' }
    const rosters = coverage.filter((programme) => inProgramme(person, [programme]))
    return {
      message: 'unpaid',
      facts: { rosters: programmeNames(rosters), count: recipients.length },
      evidence: recordsIn(person, rosters).map(onTheRoll),
      fingerprint: { rosters: rosters.join('|') },
    }
  },
})

const paid = ['price-subsidy'] as const

function mayBePaid(person: Person): boolean {
  return mayStandIn(person, paid) !== 'absent'
}

// Those whom the rosters may support in the same households, the person among them: the money of a household may go to its head alone. Who only shares a
// poverty household is paid on another list.
function familyOf(person: Person): readonly Person[] {
  const homes = person.households.filter(({ system }) => isCoverage(system) && inProgramme(person, [system]))
  const family = homes.flatMap(({ members }) => members).filter((member) => mayStandIn(member, coverage) !== 'absent')
  return [...new Set(family)]
}

function isCoverage(system: Programme): boolean {
  return (coverage as readonly Programme[]).includes(system)
}
