import { type Month, monthsBetween } from '../../../domain/month.js'
import { povertyRosters, programmes } from '../../../domain/programme.js'
import type { Household } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { screenedOut } from '../../exceptions/beyond-rosters.js'
import { incomeAboveMonitorLine } from '../../exceptions/income-above-monitor-line.js'
import { urbanRegistration } from '../../exceptions/urban-registration.js'
import { type Context, defineRule } from '../../rule.js'
import { screenFirst, screenFirstWords } from '../../screen-first.js'
import { inProgramme, mayStandIn, onTheRoll, statedBy } from '../../standing.js'

const supported = ['rural-allowance', 'destitute'] as const

export default defineRule({
  id: 'L12',
  title: '兜底对象未进扶贫或监测名册',
  on: false,
  kind: '漏保',
  severity: 'low',
  unit: 'household',
  // 监测 is for rural households only.
  systems: supported,
  basis: [opinion('一(一)'), unread('甘肃省民政厅《全省兜底保障冲刺清零筛查工作指导手册》（2019）')],
  action: '汇总交乡村振兴部门筛查是否识别为监测对象；已筛查不符合的注明。',
  needs: [[...supported]],
  consults: [...povertyRosters],
  exceptions: [allDeadOrMoved, incomeAboveMonitorLine, urbanRegistration, screenedOut],
  messages: {
    unscreened: '{roster}户，全户 {members} 人均不在脱贫户和监测对象名册，请筛查是否识别为监测对象。{first}',
  },
  check(household, context) {
    const { members, system } = household
    if (members.some((member) => inProgramme(member, povertyRosters))) return null
    const [row] = household.records
    // A wide list of more people than are supported does not say who they are; the household is on it all the same.
    if (!row || !members.some((member) => mayStandIn(member, [system]) === 'stands')) return null
    const newSince = newlyEnrolled(household, context)
    const first = [...firstByRoster(household, newSince), ...screenFirst(members, context)]
    return {
      message: 'unscreened',
      facts: { roster: programmes[system], members: members.length, first: screenFirstWords(first) },
      evidence: [onTheRoll(row)],
      // Whom to screen first is said in words; only a household new to 低保 weighs more (domain L12).
      severity: newSince !== null && system === 'rural-allowance' ? 'medium' : 'low',
      fingerprint: {},
      absentFrom: povertyRosters,
    }
  },
})

// The month since which the household is on 低保 or 特困, where that is within three months.
function newlyEnrolled(household: Household, { month }: Context): Month | null {
  const start = statedBy(household, 'startMonth')
  return start !== null && monthsBetween(start, month) <= 3 ? start : null
}

// 优先 (domain L12): 新纳入 within three months and 一、二类 低保; its people may give more reasons.
function firstByRoster(household: Household, newSince: Month | null): readonly string[] {
  const graded = statedBy(household, 'supportClass')
  return [
    ...(newSince === null ? [] : [`${newSince} 新纳入`]),
    ...(graded === '一类' || graded === '二类' ? [`${graded}低保`] : []),
  ]
}
