import { yuan } from '../../../domain/money.js'
import { monthsBetween } from '../../../domain/month.js'
import { yearlyFen } from '../../../domain/standards.js'
import type { Household } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { employmentCost, incomeNotCounted } from '../../exceptions/beyond-rosters.js'
import { stillAtRisk } from '../../exceptions/still-at-risk.js'
import { graceOf } from '../../grace.js'
import { type Context, defineRule } from '../../rule.js'
import { evidence, inProgramme, recordsOf, statedBy } from '../../standing.js'

export default defineRule({
  id: 'C07',
  title: '稳定脱贫且渐退期满仍在保',
  on: false,
  kind: '错保',
  severity: 'low',
  unit: 'household',
  systems: ['rural-allowance'],
  basis: [opinion('一(一)'), unread('民发〔2021〕57号')],
  action: '扣除就业成本后复核收入，仍高于标准的按程序退出。',
  needs: [['rural-allowance'], ['registered-poor']],
  consults: ['monitored'],
  standards: ['subsistence.rural', 'grace.months'],
  exceptions: [stillAtRisk, employmentCost, incomeNotCounted],
  messages: { lifted: '已脱贫，低保核定人均年收入 {income} 元，高于标准（{limit} 元）；{since} 起享受，渐退期已满。' },
  check(household, context) {
    const members = household.members.filter((member) => inProgramme(member, ['rural-allowance']))
    if (members.length === 0 || !household.members.some(isLifted)) return null
    // Only what 低保 itself reckoned: the poverty system's income counts 低保金 and pensions (domain C07, E.3).
    const income = statedBy(household, 'incomePerCapitaFen')
    const limit = yearlyFen(context.standard('subsistence.rural'))
    if (income === null) return { withheld: '低保名册没有家庭人均年收入，无法判断是否超标' }
    if (income <= limit) return null
    const since = statedBy(household, 'startMonth')
    if (since === null) return { withheld: '低保名册没有最初享受月份，无法判断是否满渐退期' }
    if (isInGrace(household, since, context)) return null
    return {
      message: 'lifted',
      facts: { income: yuan(income), limit: yuan(limit), since },
      evidence: household.records
        .slice(0, 1)
        .map((row) => evidence(row, `人均年收入 ${yuan(income)} 元，${since} 起享受`)),
      members,
      fingerprint: { income: yuan(income) },
    }
  },
})

function isLifted(member: Household['members'][number]): boolean {
  return recordsOf(member, 'registered-poor').some(({ povertyState }) => povertyState?.startsWith('已脱贫') ?? false)
}

// Twelve months of support and, where one is recorded, the whole 渐退期 must be over: never before (实施意见 一(一)).
function isInGrace(household: Household, since: string, context: Context): boolean {
  const { month } = context
  const months = context.standard('grace.months').value
  const facts = { graceStart: statedBy(household, 'graceStart'), firstSupported: since }
  const grace = graceOf(facts, months, context.setting('grace.counts-from-first-support'))
  return monthsBetween(since, month) < months || (grace !== null && month < grace.end)
}
