import { allowance, povertyRosters } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import { field, recordsIn } from './standing.js'

const statingHealth = [...allowance, ...povertyRosters, 'marginal'] as const

/** The rows that state 大病 or 重病 as the person's health; what counts as one is for the county's own list to say. */
export function rowsOfGraveIllness(person: Person): readonly PersonRecord[] {
  return recordsIn(person, statingHealth).filter((row) => /大病|重病/.test(field(row, 'health') ?? ''))
}
