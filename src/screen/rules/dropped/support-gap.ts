import { addMonths, type Month, monthsBetween } from '../../../domain/month.js'
import { coverage, programmes } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { hasDied } from '../../death.js'
import { type Departure, departureFor, latestFirst } from '../../departures.js'
import { backPaid } from '../../exceptions/beyond-rosters.js'
import { type Context, defineRule, type Hit } from '../../rule.js'
import { evidence, field, inProgramme, onTheRoll, recordsIn, recordsOf } from '../../standing.js'

const successors = ['destitute', 'orphan', 'unattended-child'] as const

export default defineRule({
  id: 'T09',
  title: '低保转特困或儿童保障之间断档',
  on: false,
  kind: '脱保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('五(三)'), unread('国务院令第649号')],
  action: '核对停保和纳入月份，断档月份应保障的补发。',
  needs: [['departure']],
  consults: [...coverage],
  exceptions: [backPaid],
  messages: {
    gap: '{stop} 停低保，{start} 起纳入{programme}，中间至少 {months} 个月两边都没有。',
    open: '{stop} 以“{reason}”停低保，到本月至少 {months} 个月，本人不在低保、特困、孤儿和事实无人抚养儿童名册。',
  },
  check(person, context) {
    if (!inProgramme(person, ['departure'])) return null
    if (!inProgramme(person, coverage)) return openGap(person, context)
    const [roll] = recordsIn(person, successors)
    const start = roll ? field(roll, 'startMonth') : null
    if (!roll || start === null || start < addMonths(context.month, -11)) return null
    const [last] = latestFirst(recordsOf(person, 'departures').filter((row) => wentOver(row, start, context)))
    if (!last || last.stopMonth === null) return null
    const months = monthsWithout(last.stopMonth, start)
    if (months < 1) return null
    return {
      message: 'gap',
      facts: { stop: last.stopMonth, start, programme: programmes[roll.programmes[0] ?? roll.system], months },
      evidence: [evidence(last, `${last.stopMonth} 停保`), onTheRoll(roll)],
    }
  },
})

// Who was stopped to go over to another programme and has not arrived in any. Life elsewhere, and death, are no gap.
function openGap(person: Person, { month }: Context): Hit | null {
  const [last] = latestFirst(recordsOf(person, 'departures').filter(saysGoesOver))
  const stop = last?.stopMonth ?? null
  if (!last || stop === null || stop < addMonths(month, -11) || stop >= month) return null
  if (hasDied(person) || departureFor([person], ['户籍迁移'])) return null
  return {
    message: 'open',
    facts: { stop, reason: last.reason ?? '', months: monthsBetween(stop, month) },
    evidence: [evidence(last, `${last.reason}，${stop} 停保`)],
    fingerprint: { stop, reason: last.reason ?? '' },
    absentFrom: coverage,
  }
}

function saysGoesOver({ reason }: Departure): boolean {
  return reason === '转特困' || reason === '转孤儿'
}

// A stop that does not say that the person goes over is part of it only when not long before: who left 低保 years ago began anew.
function wentOver(row: Departure, start: Month, context: Context): boolean {
  const { programmeName, stopMonth } = row
  if (stopMonth === null || stopMonth > start) return false
  if (saysGoesOver(row)) return true
  return /低保/.test(programmeName ?? '') && monthsBetween(stopMonth, start) <= context.setting('exit.follow-months')
}

// 停保月份 may be the last month paid or the first unpaid: only what is missing either way is counted.
function monthsWithout(stop: Month, start: Month): number {
  return monthsBetween(stop, start) - 1
}
