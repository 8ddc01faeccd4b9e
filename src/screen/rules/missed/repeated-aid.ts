import { addMonths, monthOf } from '../../../domain/month.js'
import { basicSupport } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { nonResident } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { oneEvent } from '../../exceptions/one-event.js'
import { defineRule } from '../../rule.js'
import { vulnerable } from '../../severity.js'
import { evidence, inProgramme, recordsOf } from '../../standing.js'

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
  messages: { repeated: '近一年 {count} 次领取临时救助（{months}），本人和同户人员均不在低保、特困和低保边缘名册。' },
  check(person, { month }) {
    const since = addMonths(month, -11)
    const aids = recordsOf(person, 'temporary-aid').filter(
      ({ approvedOn }) => approvedOn !== null && monthOf(approvedOn) >= since && monthOf(approvedOn) <= month,
    )
    // Payments of one day are one decision.
    const days = [...new Set(aids.map(({ approvedOn }) => approvedOn ?? ''))].sort()
    if (days.length < 2) return null
    const family = person.households.flatMap(({ members }) => members)
    if ([person, ...family].some((each) => inProgramme(each, followUp))) return null
    return {
      message: 'repeated',
      facts: { count: days.length, months: days.map(monthOf).join('、') },
      evidence: aids.map((aid) => evidence(aid, `${aid.approvedOn} 审批`)),
      fingerprint: { count: days.length },
      absentFrom: followUp,
    }
  },
})
