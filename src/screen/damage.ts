import type { Evidence } from '../domain/finding.js'
import { type Damage, maskIdNumber } from '../domain/id-number.js'
import type { PersonRecord } from '../ingest/source.js'
import { allSources } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import { evidence } from './standing.js'

// Data rules speak of what a roster wrote, so they look at every record held to be the person's, certain or not.

/** The person's records whose id is damaged in one of these ways. */
export function damagedRecords(person: Person, damages: readonly Damage[]): readonly PersonRecord[] {
  return recordsWith(person, ({ idNumber }) => idNumber?.state === 'damaged' && damages.includes(idNumber.damage))
}

/** All records of the person that fit, by record index. */
export function recordsWith(person: Person, fits: (record: PersonRecord) => boolean): readonly PersonRecord[] {
  let found: PersonRecord[] | null = null
  for (const { record } of person.links) {
    if (!fits(record)) continue
    if (found) found.push(record)
    else found = [record]
  }
  return found ?? nothing
}

// Nearly everybody has none: no list of their own is made for them.
const nothing: readonly PersonRecord[] = []

/** Evidence of the id that a record has, masked. */
export function numberEvidence(record: PersonRecord): Evidence {
  return evidence(record, record.idNumber === null ? '没有号码' : `号码 ${maskIdNumber(record.idNumber.pattern)}`)
}

/** What the clerk calls the rosters of these records: `农村低保人员查询、持证残疾人名单`. */
export function rosterTitles(records: readonly PersonRecord[]): string {
  return [...new Set(records.map((record) => titles.get(record.source) ?? record.source))].join('、')
}

/** True for rosters that know people by name only (留守老人登记表). */
export function hasNoNumbers(record: PersonRecord): boolean {
  return nameOnly.has(record.source)
}

const titles = new Map<string, string>(allSources.map((source) => [source.id, source.title]))
const nameOnly = new Set<string>(allSources.filter((source) => source.identity === 'name').map((source) => source.id))
