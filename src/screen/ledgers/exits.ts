import { addMonths, type Month } from '../../domain/month.js'
import { coverage, nearSupport, type Programme } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { ScreeningInput } from '../context.js'
import { type Departure, namesSubsidy } from '../departures.js'
import { type Grace, graceOf } from '../grace.js'
import { type Ledger, missingRoster } from '../ledger.js'
import type { Context } from '../rule.js'
import { inProgramme, mayStandIn, recordsOf } from '../standing.js'
import { departuresOf } from './stops.js'

/** Someone who left 低保 or 特困 within half a year, and what carries the person now (退出对象兜底情况, domain T04). */
export interface ExitEntry {
  readonly record: Departure
  readonly person: Person
  readonly grace: Grace | null
  /** 转入: programmes that carry the person now; empty: 直接退出, unless `uncertain`. */
  readonly carriedBy: readonly Programme[]
  /** True when someone who may be the person stands in such a programme: nothing can be said before the identity is settled. */
  readonly uncertain: boolean
  /** 监测对象 whose risk is not cleared, 未脱贫, 返贫 …; null when none. */
  readonly atRisk: string | null
}

/** Months back from this one, this one included, of which the form speaks. */
const span = 6
const carriers: readonly Programme[] = [...coverage, ...nearSupport]

/** 退出对象兜底情况纠治表: exits of the last half year; those still at risk and carried by nothing first. */
export function exitLedger(input: ScreeningInput, context: Context): Ledger<ExitEntry> {
  const since = addMonths(context.month, 1 - span)
  const months = context.standardIfAny('grace.months')?.value ?? null
  const entries = input.persons.flatMap((person) =>
    departuresOf(person)
      .filter((record) => isExit(record, since, context.month))
      .map((record): ExitEntry => {
        const facts = { graceStart: record.graceStart, firstSupported: null }
        const grace = months === null ? null : graceOf(facts, months, false)
        const carriedBy = carriers.filter((programme) => inProgramme(person, [programme]))
        const uncertain = carriedBy.length === 0 && mayStandIn(person, carriers) === 'uncertain'
        return { record, person, grace, carriedBy, uncertain, atRisk: riskOf(person) }
      }),
  )
  return { entries: entries.sort(byNeed), open: missingRoster(['departure'], context) }
}

function isExit(record: Departure, since: Month, month: Month): boolean {
  const { reason, stopMonth } = record
  if (reason === '死亡' || stopMonth === null || stopMonth < since || stopMonth > month) return false
  return !namesSubsidy(record)
}

function riskOf(person: Person): string | null {
  const monitored = recordsOf(person, 'monitored-households').find(({ riskCleared }) => riskCleared !== '已消除')
  if (monitored) return `${monitored.monitoredKind ?? '监测对象'}，风险${monitored.riskCleared ?? '是否消除未填'}`
  const poor = recordsOf(person, 'registered-poor').find(({ povertyState }) =>
    ['未脱贫', '返贫', '新增'].includes(povertyState ?? ''),
  )
  return poor?.povertyState ?? null
}

function byNeed(a: ExitEntry, b: ExitEntry): number {
  return need(a) - need(b) || a.record.index - b.record.index
}

// Who moved away is another county's to carry, unless the poverty office still watches the person here.
function need({ record, carriedBy, atRisk }: ExitEntry): number {
  if (carriedBy.length > 0) return 2
  if (atRisk !== null) return 0
  return record.reason === '户籍迁移' ? 3 : 1
}
