import { compareText } from '../domain/compare-text.js'
import type { Evidence } from '../domain/finding.js'
import { type Month, monthOf, monthsBetween } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { RecordOf } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import { departureFor } from './departures.js'
import { rosterMonth } from './roster-month.js'
import type { Context } from './rule.js'
import { evidence, inProgramme, mayHaveRow, recordsIn, recordsOf } from './standing.js'

/** When a person died, as the death list says. `by`: the column it was read from; a cremation is never before the death. */
export interface Death {
  readonly record: RecordOf<'deaths'>
  readonly month: Month
  readonly by: '死亡日期' | '火化日期'
}

/** True when a list tells of the person's death, dated or not: the death list, or a departure row that gives it as the reason. */
export function hasDied(person: Person): boolean {
  return inProgramme(person, ['death']) || departureFor([person], ['死亡']) !== undefined
}

/** True when a row that tells of a death may be the person's, by a weaker link or a number that is still to be settled. */
export function mayHaveDied(person: Person): boolean {
  return (
    mayHaveRow(person, 'deaths', ({ programmes }) => programmes.includes('death')) ||
    mayHaveRow(person, 'departures', ({ reason }) => reason === '死亡')
  )
}

/** The person's death, or null without a dated death record. Where several records differ, the latest: it accuses least. */
export function deathMonthOf(person: Person): Death | null {
  const deaths = recordsOf(person, 'deaths').flatMap((record): Death[] => {
    // A register office lists whom it struck off for other reasons too.
    if (!record.programmes.includes('death')) return []
    if (record.diedOn !== null) return [{ record, month: monthOf(record.diedOn), by: '死亡日期' }]
    return record.crematedOn === null ? [] : [{ record, month: monthOf(record.crematedOn), by: '火化日期' }]
  })
  // Of two rows of one day the one that gives the day of death.
  return deaths.sort((a, b) => compareText(dayOf(b), dayOf(a)) || compareText(a.by, b.by))[0] ?? null
}

function dayOf({ record, by }: Death): string {
  return (by === '死亡日期' ? record.diedOn : record.crematedOn) ?? ''
}

/** 多领月数: roster month less month of death, over the programmes' rosters that still hold the person; 0 or less when none was too long. */
export function overpaidMonths(person: Person, list: readonly Programme[], context: Context): number {
  const death = deathMonthOf(person)
  if (!death) return 0
  const months = recordsIn(person, list).map((record) => monthsBetween(death.month, rosterMonth(record, context)))
  return Math.max(...months, Number.NEGATIVE_INFINITY)
}

/** Evidence of the death, with the column it was read from. */
export function deathEvidence(death: Death): Evidence {
  return evidence(death.record, `${death.by} ${dayOf(death)}`)
}
