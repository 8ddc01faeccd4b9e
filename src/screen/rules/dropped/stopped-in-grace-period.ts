import type { Month } from '../../../domain/month.js'
import { allowance } from '../../../domain/programme.js'
import type { RecordOf } from '../../../ingest/sources/all.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { leftOrDied, propertyFound, voluntaryExit } from '../../exceptions/lawful-stop.js'
import { graceOf } from '../../grace.js'
import { defineRule } from '../../rule.js'
import { evidence, field, inProgramme, onTheRoll, pastRecordsIn, recordsOf, rowsOf } from '../../standing.js'

export default defineRule({
  id: 'T02',
  title: '渐退期内被停保',
  kind: '脱保',
  severity: 'high',
  unit: 'household',
  systems: ['registered-poor'],
  basis: [opinion('一(一)'), unread('民发〔2021〕57号')],
  action: '恢复保障或补足渐退期；确已主动退出、财产超标等的补报依据。',
  needs: [['registered-poor'], ['departure']],
  consults: [...allowance],
  standards: ['grace.months'],
  exceptions: [leftOrDied, propertyFound, voluntaryExit],
  messages: {
    early: '{stop} 以收入超标停保；渐退期自 {start} 起 {months} 个月，应保障至 {last}，提前停保。',
    estimated:
      '{stop} 以收入超标停保；渐退起始月不详，从最初享受月 {start} 起算 {months} 个月，应保障至 {last}，提前停保。',
  },
  check(household, context) {
    if (!household.members.some((member) => inProgramme(member, ['departure']))) return null
    const stops = household.members.flatMap(stopsForIncome)
    const [stop] = stops
    if (!stop || household.members.some((member) => inProgramme(member, allowance))) return null
    if (stop.month === null) return { withheld: '停保记录没有停保月份，无法判断渐退期' }
    const members = stops.map((each) => each.member)
    const months = context.standard('grace.months').value
    const facts = { graceStart: graceStartOf(stops), firstSupported: firstSupportOf(members) }
    const grace = graceOf(facts, months, context.setting('grace.counts-from-first-support'))
    if (!grace) return { withheld: '渐退起始月和最初享受月都没有记录，无法判断渐退期' }
    if (stop.month >= grace.end) return null
    return {
      message: grace.startRecorded ? 'early' : 'estimated',
      facts: { stop: stop.month, start: grace.start, months, last: grace.last },
      evidence: [
        ...stops.map(({ record }) => evidence(record, `收入超标，${record.stopMonth} 停保`)),
        ...rowsOf(household, 'registered-poor').slice(0, 1).map(onTheRoll),
      ],
      members: [...new Set(members)],
      absentFrom: allowance,
    }
  },
})

interface Stop {
  readonly member: Person
  readonly record: RecordOf<'departures'>
  readonly month: Month | null
}

// 特困 has no 渐退期; the list names the programme where it has the column.
function stopsForIncome(member: Person): Stop[] {
  return recordsOf(member, 'departures')
    .filter(({ reason, programmeName }) => reason === '收入超标' && !/特困|五保|补贴/.test(programmeName ?? ''))
    .map((record) => ({ member, record, month: record.stopMonth }))
}

function graceStartOf(stops: readonly Stop[]): Month | null {
  const stated = stops.flatMap(({ member, record }) => [
    record.graceStart,
    ...pastRecordsIn(member, allowance).map((past) => field(past, 'graceStart')),
  ])
  return stated.find((month) => month !== null) ?? null
}

function firstSupportOf(members: readonly Person[]): Month | null {
  const starts = members.flatMap((member) => pastRecordsIn(member, allowance).map((past) => field(past, 'startMonth')))
  return starts.filter((month) => month !== null).sort()[0] ?? null
}
