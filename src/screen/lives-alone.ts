import type { Person } from '../match/person.js'
import { field } from './standing.js'

/**
 * True where every household that lists the person, of whatever system, lists nobody else, and there is one. One that states a larger size has members
 * its export left out.
 */
export function livesAlone({ households }: Person): boolean {
  return (
    households.length > 0 &&
    households.every(
      ({ members, records }) =>
        members.length === 1 && records.every((row) => (field(row, 'householdSize') ?? 1) === 1),
    )
  )
}
