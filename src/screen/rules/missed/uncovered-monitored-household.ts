import { basicSupport, coverage, nearSupport } from '../../../domain/programme.js'
import { yearlyFen } from '../../../domain/standards.js'
import type { Household } from '../../../match/person.js'
import { aidsWithinYear } from '../../aid-payments.js'
import { opinion, unread } from '../../basis.js'
import { isSeverelyDisabled } from '../../certificate.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { alreadyInMarginal } from '../../exceptions/already-in-marginal.js'
import { applicationPending, otherCounty, publicSalary } from '../../exceptions/beyond-rosters.js'
import { property } from '../../exceptions/property.js'
import { recentlyIdentified } from '../../exceptions/recently-identified.js'
import { waived } from '../../exceptions/waived.js'
import { type Context, defineRule } from '../../rule.js'
import { evidence, inProgramme, rowsOf, statedBy } from '../../standing.js'

export default defineRule({
  id: 'L02',
  title: '监测对象整户未纳入兜底',
  kind: '漏保',
  severity: 'medium',
  unit: 'household',
  systems: ['monitored'],
  basis: [opinion('一(一)'), unread('国开发〔2020〕6号')],
  action: '入户调查，按情况纳入低保或低保边缘、给予临时救助，或转医疗、教育、住房、就业部门。',
  needs: [['monitored']],
  consults: [...coverage, 'marginal'],
  exceptions: [
    allDeadOrMoved,
    alreadyInMarginal,
    recentlyIdentified,
    applicationPending,
    publicSalary,
    waived,
    property,
    otherCounty,
  ],
  messages: {
    uncovered: '{kind}，风险未消除，全户 {members} 人均不在低保、特困、孤儿和事实无人抚养儿童名册。{grounds}',
    partly:
      '{kind}，风险未消除，全户 {members} 人均不在低保、特困名册，只有 {children} 人享受孤儿或事实无人抚养儿童保障。{grounds}',
  },
  check(household, context) {
    const cleared = statedBy(household, 'riskCleared')
    if (cleared === null) return { withheld: '监测对象名册没有“风险是否已消除”' }
    if (cleared === '已消除' || household.members.some((member) => inProgramme(member, basicSupport))) return null
    // A child's own protection covers the child and not those who raise it (domain L02 counts 低保 and 特困 alone).
    const left = household.members.filter((member) => !inProgramme(member, coverage))
    if (left.length === 0) return null
    const children = household.members.length - left.length
    const kind = statedBy(household, 'monitoredKind') ?? '监测对象'
    const grounds = groundsOf(household, context)
    const isKnown = household.members.some((member) => inProgramme(member, nearSupport))
    return {
      message: children > 0 ? 'partly' : 'uncovered',
      facts: {
        kind,
        members: household.members.length,
        grounds: groundWords(grounds),
        ...(children > 0 ? { children } : {}),
      },
      evidence: rowsOf(household, 'monitored-households').map((row) =>
        evidence(row, `${row.monitoredKind ?? kind}，风险${cleared}`),
      ),
      severity: grounds.reduce((sum, ground) => sum + ground.weight, 0) >= 2 ? 'high' : 'medium',
      fingerprint: { kind, cleared, members: household.members.length },
      // Who stands there for certain is the exception's business.
      absentFrom: isKnown ? coverage : [...coverage, ...nearSupport],
      ...(children > 0 ? { members: left } : {}),
    }
  },
})

interface Ground {
  readonly words: string
  /** 1 or 2, the + and ++ of domain L02; two together make the hit grave. */
  readonly weight: number
}

function groundsOf(household: Household, context: Context): readonly Ground[] {
  const rows = rowsOf(household, 'monitored-households')
  const risk = rows.map((row) => row.risk).find((each) => each !== null && /病|残|缺劳/.test(each))
  const income = statedBy(household, 'incomePerCapitaFen')
  const standard = context.standardIfAny('subsistence.rural')
  const grounds: (Ground | false)[] = [
    rows.some((row) => row.noLabourHousehold === true) && { words: '整户无劳动能力', weight: 2 },
    income !== null &&
      standard !== null &&
      income < yearlyFen(standard) && { words: '扶贫数据人均收入低于低保标准（口径不同，请核）', weight: 2 },
    risk != null && { words: `风险：${risk}`, weight: 1 },
    hasSevereDisability(household, context) && { words: '有重度残疾人', weight: 1 },
    hadAid(household, context) && { words: '近一年领过临时救助', weight: 1 },
  ]
  return grounds.filter((ground) => ground !== false)
}

function hasSevereDisability(household: Household, { month }: Context): boolean {
  return household.members.some((member) => isSeverelyDisabled(member, month))
}

function hadAid({ members }: Household, { month }: Context): boolean {
  return members.some((member) => aidsWithinYear(member, month).length > 0)
}

function groundWords(grounds: readonly Ground[]): string {
  return grounds.length === 0 ? '' : `${grounds.map((ground) => ground.words).join('，')}。`
}
