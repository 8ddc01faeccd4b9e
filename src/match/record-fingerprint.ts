import { birthDateOf } from '../domain/id-number.js'
import type { PersonRecord } from '../ingest/source.js'
import { rowContent } from './exact.js'
import { hashText } from './linkage/content-hash.js'
import { damagedPattern, settledId } from './unit.js'

/**
 * The fingerprint of a row: what it says of the person, without where it stands, so that it holds in the next month too. Where name and number tell the
 * person, nothing of the household counts: a county that renumbers its households is not asked everything again.
 */
export function recordFingerprint(record: PersonRecord): string {
  return hashText('r', contentOf(record))
}

/** The key of somebody whom one row without a usable number names: no namesake of the village gets it, and nothing that was judged of it. */
export function keyOfRow(record: PersonRecord): string {
  return hashText('p', contentOf(record))
}

/** Whether a name in a judgement is a record's fingerprint, and not the key of a person. */
export function isRow(name: string): boolean {
  return name.startsWith('r')
}

/** Whether what is left of a number tells its person among the namesakes of a village: the birth date or the last four characters do, a year does not. */
export function tellsPerson(pattern: string): boolean {
  return birthDateOf(pattern) !== null || (pattern.length === 18 && !pattern.slice(14).includes('?'))
}

function contentOf(record: PersonRecord): string {
  const [settled, damaged] = [settledId(record), damagedPattern(record)]
  const isTold = settled !== null || (damaged !== null && tellsPerson(damaged))
  if (record.name === null || !isTold) return `${settled}|${rowContent(record)}`
  const { source, name, birthDate, sex, place } = record
  return [settled, damaged, source, name, birthDate, sex, place.village].join('|')
}
