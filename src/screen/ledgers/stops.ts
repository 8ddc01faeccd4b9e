import { addMonths } from '../../domain/month.js'
import { basicSupport } from '../../domain/programme.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { PastRecord, Person } from '../../match/person.js'
import type { ScreeningInput } from '../context.js'
import { recordsWith } from '../damage.js'
import { coversHousehold, type Departure } from '../departures.js'
import { type Ledger, missingRoster } from '../ledger.js'
import type { Context } from '../rule.js'
import { field, pastRecordsIn } from '../standing.js'

/** One row of 停保及自然减员汇总 with what last month's roster said of the person. */
export interface StopEntry {
  readonly record: Departure
  readonly person: Person
  readonly past: PastRecord | null
  readonly wholeHousehold: boolean
  /** The stop is of an earlier month, and last month's list did not have it yet. */
  readonly reportedLate: boolean
}

/** 停保汇总: who the departure list stops in this month, deaths apart. By township and origin. */
export function stopLedger(input: ScreeningInput, context: Context): Ledger<StopEntry> {
  const entries = input.persons.flatMap((person) =>
    departuresOf(person)
      .filter((record) => record.reason !== '死亡' && isOfMonth(record, person, context))
      .map(
        (record): StopEntry => ({
          record,
          person,
          past: pastRecordsIn(person, basicSupport)[0] ?? null,
          wholeHousehold: coversHousehold(record),
          reportedLate: record.stopMonth !== null && record.stopMonth < context.month,
        }),
      ),
  )
  return {
    entries: entries.sort((a, b) => a.record.index - b.record.index),
    open: missingRoster(['departure'], context),
  }
}

/** The person's departure rows, whatever the grade of the link: a monthly form repeats the list and accuses nobody. */
export function departuresOf(person: Person): readonly Departure[] {
  return recordsWith(person, isDeparture) as readonly PersonRecord[] as readonly Departure[]
}

function isDeparture({ source }: PersonRecord): boolean {
  return source === 'departures'
}

// A row of the rolling list belongs to this month's form when its month is this one, or when it is of an earlier one and new on the list. Without
// last month's list only the month itself counts.
function isOfMonth(record: Departure, person: Person, { month, previousMonth }: Context): boolean {
  if (record.stopMonth === month) return true
  if (previousMonth === null) return false
  if (record.stopMonth !== null && record.stopMonth > addMonths(month, 1)) return false
  return !person.past.some((past) => past.source === 'departures' && field(past, 'stopMonth') === record.stopMonth)
}
