import { addMonths } from '../../../domain/month.js'
import { basicSupport, coverage, nearSupport, povertyRosters } from '../../../domain/programme.js'
import type { Household } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { latestFirst, supportStops } from '../../departures.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { propertyFound, voluntaryExit } from '../../exceptions/lawful-stop.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsOf } from '../../standing.js'

const absences = [...coverage, ...nearSupport] as const
const followUp = [...basicSupport, ...nearSupport] as const

export default defineRule({
  id: 'T04',
  title: '退出后未接续兜底',
  on: false,
  kind: '脱保',
  severity: 'high',
  unit: 'household',
  systems: [...povertyRosters],
  basis: [opinion('五(三)'), unread('外省《退出对象兜底情况纠治表》')],
  action: '逐户核实退出后的生活，按情况恢复低保，或转特困、低保边缘、刚性支出困难家庭；直接退出的写明理由。',
  needs: [[...povertyRosters], ['departure']],
  consults: [...absences, ...povertyRosters, 'death'],
  exceptions: [allDeadOrMoved, propertyFound, voluntaryExit],
  messages: {
    dropped: '{stop} 以“{reason}”停保，该户{risk}，停保的人现不在低保、特困、儿童保障和低保边缘名册。',
  },
  check(household, context) {
    const risk = riskOf(household)
    if (risk === null || household.members.some((member) => inProgramme(member, followUp))) return null
    const since = addMonths(context.month, 1 - context.setting('exit.follow-months'))
    // A child's own protection carries the child alone.
    const stopped = household.members
      .filter((member) => !inProgramme(member, coverage))
      .map((member) => ({ member, rows: supportStops(member, since) }))
      .filter(({ rows }) => rows.length > 0)
    const stops = latestFirst(stopped.flatMap(({ rows }) => rows))
    const [stop] = stops
    if (!stop) return null
    return {
      message: 'dropped',
      facts: { stop: stop.stopMonth ?? '', reason: stop.reason ?? '未填', risk },
      evidence: [
        ...stops.map((each) => evidence(each, `${each.reason ?? '原因未填'}，${each.stopMonth} 停保`)),
        ...household.records.slice(0, 1).map(onTheRoll),
      ],
      members: stopped.map(({ member }) => member),
      absentFrom: absences,
    }
  },
})

// A household of both rosters is asked once, as the monitored one.
function riskOf({ system, members }: Household): string | null {
  const monitored = members.flatMap((member) => recordsOf(member, 'monitored-households'))
  if (system === 'monitored')
    return monitored.some(({ riskCleared }) => riskCleared === '未消除') ? '为风险未消除的监测对象' : null
  if (monitored.length > 0) return null
  const states = members.flatMap((member) =>
    recordsOf(member, 'registered-poor').map(({ povertyState }) => povertyState),
  )
  return states.includes('返贫') ? '登记为返贫' : null
}
