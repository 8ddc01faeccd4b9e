import type { Month } from '../domain/month.js'
import { allowance, type Programme } from '../domain/programme.js'
import type { PastRecord, Person } from '../match/person.js'
import { type Departure, latestFirst, mayEndAllowance } from './departures.js'
import type { GraceFacts } from './grace.js'
import { field, recordsOf } from './standing.js'

/** A person whose support the departure list stops for too high an income. */
export interface IncomeStop {
  readonly member: Person
  readonly record: Departure
  readonly month: Month | null
}

/** The person's stops for income, the latest first and those without a month last. 特困 has no 渐退期; the list names the programme where it has the column. */
export function incomeStopsOf(member: Person): IncomeStop[] {
  const stops = recordsOf(member, 'departures').filter(
    (record) => record.reason === '收入超标' && mayEndAllowance(record),
  )
  return latestFirst(stops).map((record) => ({ member, record, month: record.stopMonth }))
}

/** The stops of the latest month among them: the list goes on over years, and an earlier stop has had its own 渐退期. */
export function latestStops(stops: readonly IncomeStop[]): readonly IncomeStop[] {
  const months = stops.map(({ month }) => month).filter((month) => month !== null)
  const last = months.sort().at(-1) ?? null
  return stops.filter(({ month }) => month === last)
}

// By system: a list of households beside one of its members enrols nobody, and it is where the 渐退起始月 stands.
function pastAllowanceRows({ past }: Person): readonly PastRecord[] {
  return past.filter(({ system }) => (allowance as readonly Programme[]).includes(system))
}

/** What the stops' rows and last month's rosters say of when the 渐退期 of those stopped began. */
export function graceFactsOf(stops: readonly IncomeStop[]): GraceFacts {
  const stated = stops.flatMap(({ member, record }) => [
    record.graceStart,
    ...pastAllowanceRows(member).map((past) => field(past, 'graceStart')),
  ])
  const starts = stops.flatMap(({ member }) => pastAllowanceRows(member).map((past) => field(past, 'startMonth')))
  return {
    graceStart: stated.find((month) => month !== null) ?? null,
    firstSupported: starts.filter((month) => month !== null).sort()[0] ?? null,
  }
}
