import { yuan } from '../../../domain/money.js'
import { monthsBetween } from '../../../domain/month.js'
import { allowance } from '../../../domain/programme.js'
import { yearlyFen } from '../../../domain/standards.js'
import { opinion, unread } from '../../basis.js'
import { reviewed } from '../../exceptions/beyond-rosters.js'
import { graceOf } from '../../grace.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, statedBy } from '../../standing.js'

export default defineRule({
  id: 'T03',
  title: '渐退期到期预警或超期未退',
  on: false,
  kind: '脱保',
  severity: 'low',
  unit: 'household',
  systems: [...allowance],
  basis: [opinion('一(一)'), unread('民发〔2021〕57号')],
  action: '到期前复核收入：仍高于标准的按程序退出，低于标准的恢复正常保障并结束渐退。',
  needs: [[...allowance]],
  standards: ['grace.months', 'subsistence.rural', 'subsistence.urban'],
  exceptions: [reviewed],
  messages: {
    ending: '渐退期自 {start} 起 {months} 个月，至 {last} 止，请到期前复核。',
    over: '渐退期自 {start} 起 {months} 个月，已于 {last} 期满，本月仍在保；家庭人均年收入 {income} 元，高于低保标准（一年 {limit} 元）。',
    unknown: '渐退期自 {start} 起 {months} 个月，已于 {last} 期满，本月仍在保；名册没有收入，请复核。',
  },
  check(household, context) {
    const graceStart = statedBy(household, 'graceStart')
    if (graceStart === null) return null
    const members = household.members.filter((member) => inProgramme(member, [household.system]))
    if (members.length === 0) return null
    const months = context.standard('grace.months').value
    const grace = graceOf({ graceStart, firstSupported: null }, months, false)
    if (!grace) return null
    const left = monthsBetween(context.month, grace.end)
    if (left > context.setting('grace.warning-months')) return null
    const facts = { start: grace.start, months, last: grace.last }
    const proof = household.records.slice(0, 1).map((row) => evidence(row, `渐退起始月 ${graceStart}`))
    if (left > 0) return { message: 'ending', facts, evidence: proof, members }
    const income = statedBy(household, 'incomePerCapitaFen')
    if (income === null) return { message: 'unknown', facts, evidence: proof, members }
    const urban = household.system === 'urban-allowance'
    const limit = yearlyFen(context.standard(urban ? 'subsistence.urban' : 'subsistence.rural'))
    if (income <= limit) return null
    return {
      message: 'over',
      facts: { ...facts, income: yuan(income), limit: yuan(limit) },
      evidence: proof,
      severity: 'medium',
      members,
    }
  },
})
