import { monthsBetween } from '../../../domain/month.js'
import { basicSupport } from '../../../domain/programme.js'
import type { Household } from '../../../match/person.js'
import { aidsOf, aidsWithin } from '../../aid-payments.js'
import { opinion, unread } from '../../basis.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { applicationPending, otherAid } from '../../exceptions/beyond-rosters.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, rowsOf, statedBy } from '../../standing.js'

export default defineRule({
  id: 'L03',
  title: '突发严重困难户未获临时救助',
  on: false,
  kind: '漏保',
  severity: 'high',
  unit: 'household',
  systems: ['monitored'],
  basis: [opinion('一(三)'), unread('国务院令第649号')],
  action: '入户核实，用乡镇备用金先行救助；一段时间后仍困难的按规定纳入低保。',
  needs: [['monitored']],
  consults: [...basicSupport, 'temporary-aid'],
  exceptions: [allDeadOrMoved, otherAid, applicationPending],
  messages: {
    none: '突发严重困难户，{identified} 识别，风险未消除，近 {months} 个月没有临时救助，也不在低保、特困名册。',
  },
  check(household, context) {
    if (statedBy(household, 'monitoredKind') !== '突发严重困难户') return null
    const cleared = statedBy(household, 'riskCleared')
    if (cleared === null) return { withheld: '监测对象名册没有“风险是否已消除”' }
    const identified = statedBy(household, 'identifiedMonth')
    if (identified === null) return { withheld: '监测对象名册没有识别时间' }
    const months = context.setting('urgent.aid-months')
    const recent = monthsBetween(identified, context.month) < context.setting('urgent.identified-months')
    if (cleared === '已消除' || !recent || household.members.some((member) => inProgramme(member, basicSupport)))
      return null
    if (household.members.some((member) => aidsWithin(member, context.month, months).length > 0)) return null
    const aids = household.members.flatMap((member) => aidsOf(member))
    if (aids.some(({ approvedOn }) => approvedOn === null)) return { withheld: '临时救助台账没有审批日期' }
    return {
      message: 'none',
      facts: { identified, months },
      evidence: rowsOf(household, 'monitored-households').map((row) =>
        evidence(row, `突发严重困难户，${identified} 识别`),
      ),
      fingerprint: { identified },
      absentFrom: absences(household),
    }
  },
})

// Old aid is no absence; where nobody ever had any, someone in the list who may be a member still holds the hit back.
function absences({ members }: Household) {
  const everAided = members.some((member) => inProgramme(member, ['temporary-aid']))
  return everAided ? basicSupport : ([...basicSupport, 'temporary-aid'] as const)
}
