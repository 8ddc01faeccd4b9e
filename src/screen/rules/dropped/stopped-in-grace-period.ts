import { allowance } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { leftOrDied, propertyFound, voluntaryExit } from '../../exceptions/lawful-stop.js'
import { graceOf } from '../../grace.js'
import { graceFactsOf, incomeStopsOf, latestStops } from '../../income-stop.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, rowsOf } from '../../standing.js'

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
    const stops = latestStops(household.members.flatMap(incomeStopsOf))
    const [stop] = stops
    if (!stop || household.members.some((member) => inProgramme(member, allowance))) return null
    if (stop.month === null) return { withheld: '停保记录没有停保月份，无法判断渐退期' }
    const members = stops.map((each) => each.member)
    const months = context.standard('grace.months').value
    const grace = graceOf(graceFactsOf(stops), months, context.setting('grace.counts-from-first-support'))
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
