import { compareText } from '../../../domain/compare-text.js'
import { yuan } from '../../../domain/money.js'
import { addMonths, monthOf, monthsBetween } from '../../../domain/month.js'
import { povertyRosters, programmes } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Household, Person } from '../../../match/person.js'
import type { Aid } from '../../aid-payments.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce } from '../../certificate.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { screenedOut } from '../../exceptions/beyond-rosters.js'
import { incomeAboveMonitorLine } from '../../exceptions/income-above-monitor-line.js'
import { urbanRegistration } from '../../exceptions/urban-registration.js'
import { rowsOfGraveIllness } from '../../illness.js'
import { type Context, defineRule, type Outcome } from '../../rule.js'
import { evidence, field, inProgramme, mayStandIn, onTheRoll, peopleAround, recordsOf } from '../../standing.js'

const supported = ['rural-allowance', 'destitute'] as const

export default defineRule({
  id: 'L12',
  title: '兜底和大额临时救助对象未进扶贫或监测名册',
  on: false,
  kind: '漏保',
  severity: 'low',
  unit: 'household',
  // 监测 is for rural households only.
  systems: [...supported, 'temporary-aid'],
  basis: [opinion('一(一)'), unread('甘肃省民政厅《全省兜底保障冲刺清零筛查工作指导手册》（2019）')],
  action: '汇总交乡村振兴部门筛查是否识别为监测对象；已筛查不符合的注明。',
  needs: [[...supported, 'temporary-aid']],
  consults: [...povertyRosters],
  exceptions: [allDeadOrMoved, incomeAboveMonitorLine, urbanRegistration, screenedOut],
  messages: {
    unscreened: '{roster}户，全户 {members} 人均不在脱贫户和监测对象名册，请筛查是否识别为监测对象。{first}',
    aided: '{day} 获临时救助 {amount} 元，本人和同户人员均不在脱贫户和监测对象名册，请筛查是否识别为监测对象。{first}',
  },
  check: (household, context) =>
    household.system === 'temporary-aid' ? judgeAided(household, context) : judgeSupported(household, context),
})

function judgeSupported(household: Household, context: Context): Outcome {
  const { members, system } = household
  if (members.some((member) => inProgramme(member, povertyRosters))) return null
  const [row] = household.records
  // A wide list of more people than are supported does not say who they are; the household is on it all the same.
  if (!row || !members.some((member) => mayStandIn(member, [system]) === 'stands')) return null
  const first = [...firstByRoster(household.records, context), ...firstByPeople(members, context)]
  return {
    message: 'unscreened',
    facts: { roster: programmes[system], members: members.length, first: firstWords(first) },
    evidence: [onTheRoll(row)],
    severity: first.length > 0 ? 'medium' : 'low',
    fingerprint: {},
    absentFrom: povertyRosters,
  }
}

// Every payment is a household of its own here: the latest large one of the family speaks for all, unless 低保 or 特困 asks already.
function judgeAided({ records, members }: Household, context: Context): Outcome {
  const family = [...new Set(members.flatMap(peopleAround))]
  if (family.some((one) => inProgramme(one, [...supported, ...povertyRosters]))) return null
  const latest = latestLargeAid(family, context)
  if (latest === null || !records.includes(latest)) return null
  const first = firstByPeople(family, context)
  const amount = yuan(latest.aidFen ?? 0)
  return {
    message: 'aided',
    facts: { day: latest.approvedOn ?? '', amount, first: firstWords(first) },
    evidence: [evidence(latest, `${latest.approvedOn} 审批 ${amount} 元`)],
    severity: first.length > 0 ? 'medium' : 'low',
    members: family,
    fingerprint: {},
    absentFrom: povertyRosters,
  }
}

function latestLargeAid(family: readonly Person[], context: Context): Aid | null {
  const since = addMonths(context.month, 1 - context.setting('aid.large-months'))
  const least = Math.round(context.setting('aid.large-amount') * 100)
  const large = family.flatMap((one) =>
    recordsOf(one, 'temporary-aid')
      .filter(({ aidFen }) => aidFen !== null && aidFen >= least)
      .map((aid) => ({ aid, day: aid.approvedOn ?? '', key: one.key })),
  )
  const [latest] = large
    .filter(({ day }) => day !== '' && monthOf(day) >= since && monthOf(day) <= context.month)
    .sort((a, b) => compareText(b.day, a.day) || compareText(a.key, b.key) || a.aid.index - b.aid.index)
  return latest?.aid ?? null
}

// 优先 (domain L12): 新纳入 within three months, 一、二类 低保, 一二级残疾 and 重病. Together they raise the hit no further than one does.
function firstByRoster(records: readonly PersonRecord[], { month }: Context): readonly string[] {
  const start = records.map((row) => field(row, 'startMonth')).find((each) => each !== null) ?? null
  const graded = records.map((row) => field(row, 'supportClass')).find((each) => each !== null) ?? null
  return [
    ...(start !== null && monthsBetween(start, month) <= 3 ? [`${start} 新纳入`] : []),
    ...(graded === '一类' || graded === '二类' ? [`${graded}低保`] : []),
  ]
}

function firstByPeople(people: readonly Person[], { month }: Context): readonly string[] {
  return [
    ...(people.some((one) => (certificateInForce(one, month)?.level ?? 9) <= 2) ? ['有一、二级残疾人'] : []),
    ...(people.some((one) => rowsOfGraveIllness(one).length > 0) ? ['有重病、大病人员'] : []),
  ]
}

function firstWords(first: readonly string[]): string {
  return first.length > 0 ? `优先筛查：${first.join('，')}。` : ''
}
