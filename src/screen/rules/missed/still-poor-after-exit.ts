import { yuan } from '../../../domain/money.js'
import { addMonths } from '../../../domain/month.js'
import { coverage, nearSupport, programmes } from '../../../domain/programme.js'
import { yearlyFen } from '../../../domain/standards.js'
import type { Household } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { latestFirst, supportStops } from '../../departures.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { propertyFound } from '../../exceptions/lawful-stop.js'
import { property } from '../../exceptions/property.js'
import { waived } from '../../exceptions/waived.js'
import { type Context, defineRule } from '../../rule.js'
import { evidence, inProgramme, recordsOf, statedBy } from '../../standing.js'

const absences = [...coverage, ...nearSupport] as const

export default defineRule({
  id: 'L10',
  title: '退出低保后收入仍低，未纳入低保边缘',
  on: false,
  kind: '漏保',
  severity: 'low',
  unit: 'household',
  systems: ['registered-poor', 'monitored'],
  basis: [opinion('一(一)'), unread('国办发〔2023〕39号')],
  action: '核算家庭收入，符合条件的纳入低保边缘或刚性支出困难家庭，并告知可申请专项救助。',
  needs: [['registered-poor', 'monitored'], ['departure']],
  consults: [...coverage, 'marginal'],
  standards: ['subsistence.rural', 'marginal.multiplier'],
  // 低保边缘 has its limits of property too: who left for a car or a flat is not to be asked to apply.
  exceptions: [allDeadOrMoved, waived, propertyFound, property],
  messages: {
    monitored: '{stop} 停保，现为风险未消除的监测对象，不在低保、特困和低保边缘名册。',
    income:
      '{stop} 停保，扶贫数据人均纯收入 {income} 元，不高于低保标准的 {multiplier} 倍（一年 {limit} 元；扶贫收入与低保口径不同，请核），不在低保、特困和低保边缘名册。',
  },
  check(household, context) {
    if (household.members.some((member) => inProgramme(member, absences))) return null
    const stops = latestFirst(
      household.members.flatMap((member) => supportStops(member, addMonths(context.month, -11))),
    )
    const [stop] = stops
    if (!stop?.stopMonth || asksAsMonitored(household)) return null
    const proof = stops.map((each) => evidence(each, `${each.reason ?? '原因未填'}，${each.stopMonth} 停保`))
    const about = { evidence: proof, absentFrom: absences }
    if (household.members.some(isAtRisk))
      return asksElsewhere(context) ? null : { message: 'monitored', facts: { stop: stop.stopMonth }, ...about }
    const income = statedBy(household, 'incomePerCapitaFen')
    if (income === null) return { withheld: '扶贫数据没有家庭人均收入' }
    const multiplier = context.standard('marginal.multiplier').value
    const limit = Math.round(yearlyFen(context.standard('subsistence.rural')) * multiplier)
    if (income > limit) return null
    const facts = { stop: stop.stopMonth, income: yuan(income), multiplier, limit: yuan(limit) }
    return {
      message: 'income',
      facts,
      ...about,
      fingerprint: { stop: stop.stopMonth, roster: programmes[household.system] },
    }
  },
})

function isAtRisk(member: Household['members'][number]): boolean {
  return recordsOf(member, 'monitored-households').some(({ riskCleared }) => riskCleared === '未消除')
}

// A household of both rosters is asked once, as the monitored one.
function asksAsMonitored({ system, members }: Household): boolean {
  return system === 'registered-poor' && members.some((member) => recordsOf(member, 'monitored-households').length > 0)
}

// L02 and T04 ask the same of monitored households, and more closely.
function asksElsewhere(context: Context): boolean {
  return context.runs('L02') || context.runs('T04')
}
