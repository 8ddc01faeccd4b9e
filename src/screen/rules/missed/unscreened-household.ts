import { monthsBetween } from '../../../domain/month.js'
import { povertyRosters, programmes } from '../../../domain/programme.js'
import type { Household } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { screenedOut } from '../../exceptions/beyond-rosters.js'
import { incomeAboveMonitorLine } from '../../exceptions/income-above-monitor-line.js'
import { type Context, defineRule } from '../../rule.js'
import { field, inProgramme, mayStandIn, onTheRoll } from '../../standing.js'

export default defineRule({
  id: 'L12',
  title: '农村低保、特困户未进扶贫或监测名册',
  on: false,
  kind: '漏保',
  severity: 'low',
  unit: 'household',
  // 监测 is for rural households only.
  systems: ['rural-allowance', 'destitute'],
  basis: [opinion('一(一)'), unread('甘肃省民政厅《全省兜底保障冲刺清零筛查工作指导手册》（2019）')],
  action: '汇总交乡村振兴部门筛查是否识别为监测对象；已筛查不符合的注明。',
  needs: [['rural-allowance', 'destitute']],
  consults: [...povertyRosters],
  exceptions: [allDeadOrMoved, incomeAboveMonitorLine, screenedOut],
  messages: {
    unscreened: '{roster}户，全户 {members} 人均不在脱贫户和监测对象名册，请筛查是否识别为监测对象。{fresh}',
  },
  check(household, context) {
    const { members, system } = household
    if (members.some((member) => inProgramme(member, povertyRosters))) return null
    const [first] = household.records
    // A wide list of more people than are supported does not say who they are; the household is on it all the same.
    if (!first || !members.some((member) => mayStandIn(member, [system]) === 'stands')) return null
    const start = freshStart(household, context)
    return {
      message: 'unscreened',
      facts: { roster: programmes[system], members: members.length, fresh: start === null ? '' : `${start} 新纳入。` },
      evidence: [onTheRoll(first)],
      severity: start === null ? 'low' : 'medium',
      fingerprint: {},
      absentFrom: povertyRosters,
    }
  },
})

// 新纳入 within three months comes first.
function freshStart({ records }: Household, { month }: Context): string | null {
  const start = records.map((row) => field(row, 'startMonth')).find((each) => each !== null) ?? null
  return start !== null && monthsBetween(start, month) <= 3 ? start : null
}
