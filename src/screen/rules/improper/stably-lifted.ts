import { yuan } from '../../../domain/money.js'
import { monthsBetween } from '../../../domain/month.js'
import { yearlyFen } from '../../../domain/standards.js'
import type { Household, Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { employmentCost, incomeNotCounted } from '../../exceptions/beyond-rosters.js'
import { stillAtRisk } from '../../exceptions/still-at-risk.js'
import { graceOf } from '../../grace.js'
import { type MonthlyAmount, monthlyAmount } from '../../monthly-amount.js'
import { povertyIncomeOf } from '../../poverty-income.js'
import { type Context, defineRule, type Hit } from '../../rule.js'
import { severalHeads } from '../../several-heads.js'
import { evidence, householdIn, inProgramme, onTheRoll, recordsIn, recordsOf, statedBy } from '../../standing.js'

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
  messages: {
    lifted: '已脱贫，低保核定人均年收入 {income} 元，高于标准（一年 {limit} 元）；{since} 起享受，渐退期已满。',
    lead: '已脱贫，扶贫数据人均纯收入 {income} 元，扣除低保金 {paid} 元（每人每月 {monthly}×12）后 {rest} 元，不低于低保标准的 {multiple} 倍（一年 {limit} 元）；{since} 起享受，渐退期已满。扶贫收入与低保口径不同，只作收入明显高的线索。{others}',
  },
  check(household, context) {
    const members = household.members.filter(isSupported)
    const lifted = household.members.filter(isLifted)
    if (members.length === 0 || lifted.length === 0) return null
    const income = statedBy(household, 'incomePerCapitaFen')
    const hit = judgeByAllowance(household, income, context) ?? judgeByPoverty(household, lifted, context)
    if (hit === null) return income === null ? { withheld: '低保名册没有家庭人均年收入，无法判断是否超标' } : null
    if (severalHeads(household).length > 0) return { withheld: '该户有几名户主，疑几户同号，收入不能确定是谁家的' }
    const since = statedBy(household, 'startMonth')
    if (since === null) return { withheld: '低保名册没有最初享受月份，无法判断是否满渐退期' }
    if (isInGrace(household, since, context)) return null
    return { ...hit, facts: { ...hit.facts, since }, members, fingerprint: { income: hit.facts.income ?? '' } }
  },
})

// What 低保 itself reckoned decides.
function judgeByAllowance({ records }: Household, income: number | null, context: Context): Hit | null {
  const limit = yearlyFen(context.standard('subsistence.rural'))
  if (income === null || income <= limit) return null
  return {
    message: 'lifted',
    facts: { income: yuan(income), limit: yuan(limit) },
    evidence: records.slice(0, 1).map((row) => evidence(row, `低保核定人均年收入 ${yuan(income)} 元`)),
  }
}

// The poverty system's income counts 低保金 and pensions and another year (domain C07, E.3): only far above the standard, without the 低保金, it is a
// lead. Whose household has several incomes there is judged by the lowest.
function judgeByPoverty(household: Household, lifted: readonly Person[], context: Context): Hit | null {
  const members = household.members.filter(isSupported)
  const known = lifted.flatMap((member) => {
    const stated = povertyIncomeOf(member)
    return stated === null || stated.fen === null ? [] : [{ member, row: stated.row, fen: stated.fen }]
  })
  const [lowest] = known.sort((a, b) => a.fen - b.fen)
  if (!lowest) return null
  let monthly: MonthlyAmount | null = null
  for (const member of members) monthly ??= monthlyAmount(member, 'rural-allowance')
  if (!monthly) return null
  const multiple = context.setting('lifted.income-multiple')
  const limit = Math.round(yearlyFen(context.standard('subsistence.rural')) * multiple)
  const [paid, income] = [monthly.fen * 12, lowest.fen]
  if (income - paid < limit) return null
  return {
    message: 'lead',
    facts: {
      income: yuan(income),
      paid: yuan(paid),
      monthly: monthly.words,
      rest: yuan(income - paid),
      multiple,
      limit: yuan(limit),
      others: othersWords(lowest.member, household),
    },
    evidence: [
      evidence(lowest.row, `人均纯收入 ${yuan(income)} 元`),
      ...members.slice(0, 1).flatMap((member) => recordsIn(member, ['rural-allowance']).map(onTheRoll)),
    ],
  }
}

function isSupported(member: Person): boolean {
  return inProgramme(member, ['rural-allowance'])
}

// One poor household may be two of 低保: each is asked of its own money, and one visit settles the income of both.
function othersWords(member: Person, { members }: Household): string {
  const poor = householdIn(member, ['registered-poor'])
  const others = poor?.members.filter((each) => isSupported(each) && !members.includes(each)).length ?? 0
  return others === 0 ? '' : `同一脱贫户另有 ${others} 人在别的低保户，收入可一并核实。`
}

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
