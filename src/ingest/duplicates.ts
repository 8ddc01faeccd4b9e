import type { PersonRecord } from './source.js'

// Differences in these do not make two rows different statements about the person.
const incidental = new Set(['index', 'origin', 'place', 'phone', 'address', 'age', 'remark', 'contact'])

/** Rows that say the same of the same person twice. */
export interface Duplicate {
  readonly record: PersonRecord
  /** The record that is kept. */
  readonly of: PersonRecord
}

/**
 * Splits the records of one source into those kept and those that repeat an earlier one: same id, same name, same household, same facts. A record in
 * another household or with other facts is no duplicate; rules C02, D06 and D07 need it. Without a usable id every column has to agree, phone and
 * address too, and there must be a household or a village to tell namesakes apart.
 */
export function splitDuplicates(records: readonly PersonRecord[]): { kept: PersonRecord[]; duplicates: Duplicate[] } {
  const kept: PersonRecord[] = []
  const duplicates: Duplicate[] = []
  const byPerson = new Map<string, PersonRecord | PersonRecord[]>()
  for (const record of records) {
    const key = personKey(record)
    const earlier = key === null ? undefined : byPerson.get(key)
    const same = earlier === undefined ? undefined : asArray(earlier).find((other) => saysTheSame(other, record))
    if (same) {
      duplicates.push({ record, of: same })
      continue
    }
    kept.push(record)
    if (key !== null) byPerson.set(key, earlier === undefined ? record : [...asArray(earlier), record])
  }
  return { kept, duplicates }
}

function asArray(records: PersonRecord | PersonRecord[]): PersonRecord[] {
  return Array.isArray(records) ? records : [records]
}

function personKey(record: PersonRecord): string | null {
  if (record.idNumber?.value) return record.idNumber.value
  if (record.name === null) return null
  const known = record.householdNumber ?? record.headIdNumber?.value ?? record.place.village
  return known === null ? null : `${record.name}|${record.idNumber?.pattern ?? ''}|${known}`
}

function saysTheSame(a: PersonRecord, b: PersonRecord): boolean {
  const strict = !a.idNumber?.value
  for (const field of Object.keys(a)) {
    if (incidental.has(field) && !(strict && field !== 'index' && field !== 'origin')) continue
    if (!isEqual(a[field as keyof PersonRecord], b[field as keyof PersonRecord])) return false
  }
  return true
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  // An id repaired from its 15 digits is the same id.
  if ('pattern' in a && 'pattern' in b) return a.pattern === b.pattern
  return JSON.stringify(a) === JSON.stringify(b)
}
