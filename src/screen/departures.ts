import type { RecordOf } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import { recordsOf } from './standing.js'

/** A row of 停保及自然减员汇总. */
export type Departure = RecordOf<'departures'>

/** True when the row stops a whole household, though it names only the head. The head's death or imprisonment stops only the head (domain T05). */
export function coversHousehold({ reason, wholeHousehold }: Departure): boolean {
  if (wholeHousehold !== null) return /整户|全户|全家/.test(wholeHousehold)
  return reason !== '死亡' && reason !== '服刑服役'
}

/** The first departure row of any of the people that gives one of the reasons, or undefined. */
export function departureFor(
  people: readonly Person[],
  reasons: readonly Departure['reason'][],
): Departure | undefined {
  return people.flatMap((person) => recordsOf(person, 'departures')).find(({ reason }) => reasons.includes(reason))
}
