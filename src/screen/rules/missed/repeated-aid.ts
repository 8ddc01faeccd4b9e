import { compareText } from '../../../domain/compare-text.js'
import { countBy } from '../../../domain/group.js'
import { monthOf } from '../../../domain/month.js'
import { basicSupport, programmeNames } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { familyAids } from '../../aid-payments.js'
import { opinion, unread } from '../../basis.js'
import { nonResident } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { oneEvent } from '../../exceptions/one-event.js'
import { type Context, defineRule } from '../../rule.js'
import { vulnerable } from '../../severity.js'
import { evidence, inProgramme, mayStandIn, peopleAround } from '../../standing.js'

const followUp = [...basicSupport, 'marginal'] as const

export default defineRule({
  id: 'L09',
  title: '反复临时救助未纳入低保',
  on: false,
  kind: '漏保',
  severity: 'medium',
  weighs: vulnerable,
  unit: 'person',
  basis: [opinion('一(三)'), unread('国务院令第649号')],
  action: '入户核实基本生活是否持续困难，符合条件的纳入低保或低保边缘。',
  needs: [['temporary-aid']],
  consults: [...followUp],
  exceptions: [oneEvent, deceased, nonResident],
  messages: {
    repeated: '近一年 {count} 次领取临时救助（{months}），本人和同户人员均不在低保、特困和低保边缘名册。',
    family: '近一年同户 {people} 人共 {count} 次领取临时救助（{months}），全户均不在低保、特困和低保边缘名册。',
  },
  check(person, context) {
    if (!inProgramme(person, ['temporary-aid'])) return null
    const paid = familyAids(person, context.month)
    // Payments of one day are one decision.
    const days = [...new Set(paid.map(({ aid }) => aid.approvedOn ?? ''))].sort()
    if (days.length < 2 || standsForFamily(paid, context) !== person) return null
    const others = peopleAround(person).filter((each) => each !== person)
    const standing = others.map((each) => mayStandIn(each, followUp))
    if (inProgramme(person, followUp) || standing.includes('stands')) return null
    if (standing.includes('uncertain'))
      return { withheld: `${programmeNames(followUp)}名册有疑似同户人员的记录，要等号码核实` }
    const people = new Set(paid.map(({ member }) => member)).size
    const facts = { count: days.length, months: days.map(monthOf).join('、') }
    return {
      ...(people > 1 ? { message: 'family', facts: { ...facts, people } } : { message: 'repeated', facts }),
      evidence: paid.map(({ aid }) => evidence(aid, `${aid.approvedOn} 审批`)),
      fingerprint: { count: days.length },
      absentFrom: followUp,
    }
  },
})

// One question a household: to who was paid most often, else to the first by key. Who has died answers for nobody while another can.
function standsForFamily(paid: readonly { readonly member: Person }[], context: Context): Person | undefined {
  const living = paid.filter(({ member }) => deceased.test(member, context).state !== 'applies')
  const times = countBy((living.length > 0 ? living : paid).map(({ member }) => member))
  return [...times].sort(([a, m], [b, n]) => n - m || compareText(a.key, b.key))[0]?.[0]
}
