import { type Programme, povertyRosters } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { field, recordsIn } from './standing.js'

const schoolRosters: readonly Programme[] = [...povertyRosters, 'orphan', 'unattended-child']

/** What the poverty system says of the person's schooling, or else the children's own roster; null when neither says anything. */
export function schoolingOf(person: Person): string | null {
  for (const record of recordsIn(person, schoolRosters)) {
    const text = field(record, 'schooling')
    if (text !== null) return text
  }
  return null
}

/**
 * In a school that keeps a grown child dependent: 普通高中 up to 本科, 中职 and 高职 among them (domain A L04, C06). A list that only says that somebody is
 * at school (是否在校) does not say at which; of a grown child it is one of these.
 */
export function inSchool(person: Person): boolean {
  const text = schoolingOf(person) ?? ''
  return (
    /高中|高[一二三]|中职|中专|职高|技校|高职|高专|大专|大[一二三四五]|本科|大学|^(是|在校生?|在读)$/.test(text) &&
    !left.test(text)
  )
}

const left = /毕业|辍学|退学|肄业|非在校|不在校/
