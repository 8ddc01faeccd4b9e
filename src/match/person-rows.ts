import type { PersonRecord } from '../ingest/source.js'
import type { Person } from './person.js'

/** All rows that a person is made of, this month's first. */
export function rowsOfPerson(person: Person): readonly PersonRecord[] {
  return [...person.links.map(({ record }) => record), ...person.past]
}
