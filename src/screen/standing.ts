import type { Evidence } from '../domain/finding.js'
import { ageIn } from '../domain/id-number.js'
import type { Month } from '../domain/month.js'
import { type Programme, programmes } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { RecordOf, SourceId } from '../ingest/sources/all.js'
import { isFamilyList, statedSupport, surelySupported } from '../match/enrolment.js'
import type { Grade, Household, PastRecord, Person } from '../match/person.js'

// What rules and exceptions ask of a person. Everything here rests on links of grade exact: what is merely probable neither accuses nor
// excuses, and `mayStandIn` is the one place that looks at it.

/** Any record, with the fields of whichever source it came from. */
type AnyRecord = RecordOf<SourceId>
type FieldName = AnyRecord extends infer R ? (R extends unknown ? keyof R : never) : never
type FieldValue<K extends PropertyKey> = AnyRecord extends infer R
  ? R extends { readonly [P in K]: infer V }
    ? V
    : never
  : never

/** A field that only some sources have; null when this record's source has no such column or the cell is blank. */
export function field<K extends FieldName>(record: PersonRecord, name: K): FieldValue<K> | null {
  return ((record as unknown as Record<FieldName, unknown>)[name] as FieldValue<K> | undefined) ?? null
}

/** The person's own records of a source, typed. */
export function recordsOf<Id extends SourceId>(person: Person, source: Id): readonly RecordOf<Id>[] {
  let found: RecordOf<Id>[] | null = null
  for (const { grade, record } of person.links) {
    if (grade !== 'exact' || record.source !== source) continue
    if (found) found.push(record as RecordOf<Id>)
    else found = [record as RecordOf<Id>]
  }
  return found ?? nothing
}

/** A household's rows of a source, typed: its members as its own system lists them. */
export function rowsOf<Id extends SourceId>(household: Household, source: Id): readonly RecordOf<Id>[] {
  return household.records.filter((record) => record.source === source) as unknown as readonly RecordOf<Id>[]
}

/** What a household's own rows state in a column: the first that is not blank, or null. */
export function statedBy<K extends FieldName>({ records }: Household, name: K): FieldValue<K> | null {
  for (const record of records) {
    const value = field(record, name)
    if (value !== null) return value
  }
  return null
}

/** The records that enrol the person in one of the programmes, by record index. Listed but unsupported household members have none. */
export function recordsIn(person: Person, list: readonly Programme[]): readonly PersonRecord[] {
  if (!inProgramme(person, list)) return nothing
  let found: PersonRecord[] | null = null
  for (const { grade, record } of person.links) {
    if (grade !== 'exact' || !enrols(person, record, list)) continue
    if (found) found.push(record)
    else found = [record]
  }
  return found ?? nothing
}

/**
 * The records that enrol the person in one of the programmes, and beside them the household export's of the same household. That one enrols
 * nobody where a member export says who is supported, but it alone may state the household's size, money and account.
 */
export function rosterRows(person: Person, list: readonly Programme[]): readonly PersonRecord[] {
  const enrolling = recordsIn(person, list)
  if (enrolling.length === 0) return enrolling
  const rows: PersonRecord[] = []
  for (const { grade, record } of person.links)
    if (grade === 'exact' && (enrolling.includes(record) || standsBeside(record, enrolling))) rows.push(record)
  return rows
}

function standsBeside(record: PersonRecord, enrolling: readonly PersonRecord[]): boolean {
  if (record.programmes.length > 0 || !isFamilyList(record.source)) return false
  return enrolling.some(
    (one) => one.system === record.system && (one.householdNumber ?? record.householdNumber) === record.householdNumber,
  )
}

/** True when a certain record enrols the person in one of the programmes. */
export function inProgramme({ enrolled }: Person, list: readonly Programme[]): boolean {
  for (const programme of list) if (enrolled.has(programme)) return true
  return false
}

/** The records of any grade that name the person in one of the programmes: for what leaves a doubt, never for what accuses. */
export function possibleRecordsIn(person: Person, list: readonly Programme[]): readonly PersonRecord[] {
  if (!isNamedIn(person, list)) return nothing
  let found: PersonRecord[] | null = null
  for (const { record } of person.links) {
    if (!names(person, record, list)) continue
    if (found) found.push(record)
    else found = [record]
  }
  return found ?? nothing
}

/**
 * Whether absence from the programmes may be claimed. 'stands': a certain record names the person, even in a household list that does not say
 * whom it supports. 'uncertain': a weaker link does, or someone who may be the same person stands there. Only 'absent' is absence.
 */
export function mayStandIn(person: Person, list: readonly Programme[]): 'stands' | 'uncertain' | 'absent' {
  const named = possibleGradeIn(person, list)
  if (named !== null) return named === 'exact' ? 'stands' : 'uncertain'
  for (const candidate of person.candidates) if (possibleGradeIn(candidate.person, list) !== null) return 'uncertain'
  return 'absent'
}

/**
 * Whether a row that fits may be the person's, though nobody knows: a row of the source with a weaker link, or one of somebody who may be the same
 * person. What rests on there being none could not be checked then.
 */
export function mayHaveRow<Id extends SourceId>(
  person: Person,
  source: Id,
  fits: (record: RecordOf<Id>) => boolean,
): boolean {
  const isOne = (record: PersonRecord) => record.source === source && fits(record as RecordOf<Id>)
  return (
    person.links.some(({ grade, record }) => grade !== 'exact' && isOne(record)) ||
    person.candidates.some((candidate) => candidate.person.links.some(({ record }) => isOne(record)))
  )
}

/** Last month's records in which the person was enrolled in one of the programmes. */
export function pastRecordsIn(person: Person, list: readonly Programme[]): readonly PastRecord[] {
  let found: PastRecord[] | null = null
  for (const record of person.past) {
    if (!feeds(record, list) || wasRefused(person.past, record.system)) continue
    if (found) found.push(record)
    else found = [record]
  }
  return found ?? nothing
}

/** The person's age on the last day of the month, or null when the birth date is unknown. */
export function ageOf(person: Person, month: Month): number | null {
  return person.birthDate === null ? null : ageIn(month, person.birthDate)
}

/** The household of one of the systems that the person is listed in, supported or not; null when there is none. */
export function householdIn(person: Person, systems: readonly Programme[]): Household | null {
  return person.households.find((household) => systems.includes(household.system)) ?? null
}

/** The person, and everybody whom a roster of any system lists in one household with them. The person first. */
export function peopleAround(person: Person): readonly Person[] {
  return [...new Set([person, ...person.households.flatMap(({ members }) => members)])]
}

/** Evidence that a record gives. `fact` is Chinese without ids and is put behind the programme's name. */
export function evidence(record: PersonRecord, fact: string): Evidence {
  const programme = record.programmes[0] ?? record.system
  return { programme, fact: `${programmes[programme]}：${fact}`, origin: record.origin }
}

/** Evidence that the person is on the roll, with the start month where the roster gives one. */
export function onTheRoll(record: PersonRecord): Evidence {
  const start = field(record, 'startMonth')
  return evidence(record, start ? `在册，${start} 起` : '在册')
}

function enrols(person: Person, record: PersonRecord, list: readonly Programme[]): boolean {
  return feeds(record, list) && surelySupported(person, record)
}

// These are asked of everybody by most rules, and nearly always of somebody who has no such row: plain loops, and no list for nobody.
const nothing: readonly never[] = []

function feeds({ programmes: stood }: PersonRecord, list: readonly Programme[]): boolean {
  for (const programme of stood) if (list.includes(programme)) return true
  return false
}

// Whatever the row says of support: who is not even named is asked about no further.
function isNamedIn({ rosters }: Person, list: readonly Programme[]): boolean {
  for (const programme of list) if (rosters.has(programme)) return true
  return false
}

// The best grade of a row that names the person in one of the programmes; null when none does.
function possibleGradeIn(person: Person, list: readonly Programme[]): Grade | null {
  if (!isNamedIn(person, list)) return null
  let named: Grade | null = null
  for (const { grade, record } of person.links) {
    if (!names(person, record, list)) continue
    if (grade === 'exact') return grade
    named ??= grade
  }
  return named
}

// A member export that says 不保障 outweighs a household list that names everybody.
function names(person: Person, record: PersonRecord, list: readonly Programme[]): boolean {
  if (!feeds(record, list)) return false
  return statedSupport(person, record) !== false
}

function wasRefused(past: readonly PastRecord[], system: Programme): boolean {
  for (const record of past) if (record.system === system && field(record, 'insured') === false) return true
  return false
}
