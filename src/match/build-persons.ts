import { compareText } from '../domain/compare-text.js'
import { birthDateOf, sexOf } from '../domain/id-number.js'
import type { Place } from '../domain/place.js'
import type { PersonRecord } from '../ingest/source.js'
import type { OpenPerson } from './households.js'
import { isDoubtful } from './names/name-evidence.js'
import type { NameBook } from './names/name-form.js'
import type { Candidate, ComparedLevel, Grade, Household, Link, Person } from './person.js'
import type { RosterSets } from './roster-sets.js'
import { byOrigin, damagedPattern, type Unit } from './unit.js'

/** A person whose candidates are still being filled in. */
export type DraftPerson = OpenPerson & { key: string; candidates: readonly Candidate[] }

/** How a unit came to its person: by its id number alone, by a judgement, or by a link with this score and these levels. */
export interface Joined {
  readonly unit: Unit
  readonly by: 'id-number' | 'judgement' | { readonly score: number; readonly levels: readonly ComparedLevel[] }
}

/** Stands for certainty where weights are printed; finite, so that it survives JSON. */
const exactBits = 60

const byIdNumber: readonly ComparedLevel[] = [
  { comparison: 'identity-number', level: 'same-id', words: '公民身份号码一致', weight: exactBits },
]
// A number typed twice the same way is hardly ever two people's, and brothers are a small part of those.
const doubtfulScore = 0.99
const byDoubtfulName: readonly ComparedLevel[] = [
  { comparison: 'identity-number', level: 'same-id', words: '公民身份号码一致', weight: exactBits },
  { comparison: 'person-name', level: 'one-other', words: '姓名有一字不同', weight: 0 },
]
const byJudgement: readonly ComparedLevel[] = [
  { comparison: 'judgement', level: 'same', words: '人工确认为同一人', weight: exactBits },
]
const ownRow: readonly ComparedLevel[] = []
const noCandidates: readonly Candidate[] = []
const noHouseholds: readonly Household[] = []

/**
 * A row that the number alone makes the person's, as nearly all rows are. Only the row is its own and the rest stands once for all of them: a county has a
 * million, and every garbage collection reads them. Spreading one into another object leaves that rest behind.
 */
class IdLink implements Link {
  readonly record: PersonRecord

  constructor(record: PersonRecord) {
    this.record = record
  }

  get grade(): Grade {
    return 'exact'
  }

  get score(): number {
    return 1
  }

  get levels(): readonly ComparedLevel[] {
    return byIdNumber
  }
}

/** Makes a person of one unit: what nearly all people are made of. */
export function buildSingle(key: string, unit: Unit, book: NameBook, rosters: RosterSets): DraftPerson {
  if (unit.idNumber === null || unit.rivals.length > 0)
    return buildPerson(key, [{ unit, by: 'id-number' }], book, rosters)
  const { idNumber, records, past } = unit
  const known = records.length > 0 ? records : past
  // Nearly always all rows give the one name of the unit, and none has to be asked for its own.
  const isOneName = unit.otherForms.length === 0 && past.length === 0
  const name = isOneName ? (unit.form?.text ?? null) : bestName(known, book)
  const links = isOneName ? idLinks(records) : records.map((record) => idLink(record, name, book))
  const { rosters: named, enrolled } = standing(links, rosters)
  return {
    key,
    idNumber,
    name,
    sex: sexOf(idNumber),
    birthDate: birthDateOf(idNumber),
    place: bestPlace(known),
    grade: 'exact',
    links,
    rosters: named,
    enrolled,
    duplicates: unit.duplicates,
    past,
    candidates: noCandidates,
    households: noHouseholds,
  }
}

/** Whether a row is surely the person's. */
export function isExact({ grade }: Link): boolean {
  return grade === 'exact'
}

// Nearly everybody's links are all exact, and one set serves for both. What an allowance says of its members is looked at when their households are known.
function standing(links: readonly Link[], rosters: RosterSets): Pick<Person, 'rosters' | 'enrolled'> {
  const named = rosters(links)
  return { rosters: named, enrolled: links.every(isExact) ? named : rosters(links, isExact) }
}

function idLinks(records: readonly PersonRecord[]): readonly Link[] {
  const links: Link[] = new Array(records.length)
  for (let i = 0; i < links.length; i++) links[i] = new IdLink(records[i] as PersonRecord)
  return links
}

// The number says it, unless the name is one that a brother may have.
function idLink(record: PersonRecord, name: string | null, book: NameBook): Link {
  if (record.name === name || record.name === null || name === null || !isDoubtful(book.of(record.name), book.of(name)))
    return new IdLink(record)
  return { record, grade: 'probable', score: doubtfulScore, levels: byDoubtfulName }
}

/** Makes a person of its units, the main one first. */
export function buildPerson(key: string, joined: readonly Joined[], book: NameBook, rosters: RosterSets): DraftPerson {
  const main = (joined[0] as Joined).unit
  const rows = joined.length === 1 ? main.records : joined.flatMap(({ unit }) => unit.records)
  const past = joined.length === 1 ? main.past : joined.flatMap(({ unit }) => unit.past)
  const known = rows.length > 0 ? rows : past
  const name = bestName(known, book)
  const links = linksOf(joined, name, book)
  const { rosters: named, enrolled } = standing(links, rosters)
  const idNumber = main.idNumber ?? joined.find(({ unit }) => unit.idNumber !== null)?.unit.idNumber ?? null
  return {
    key,
    idNumber,
    name,
    sex: idNumber === null ? (known.find(({ sex }) => sex !== null)?.sex ?? null) : sexOf(idNumber),
    birthDate: idNumber === null ? looseBirthDate(known) : birthDateOf(idNumber),
    place: bestPlace(known),
    grade: gradeOf(joined),
    links,
    rosters: named,
    enrolled,
    duplicates: joined.length === 1 ? main.duplicates : joined.flatMap(({ unit }) => unit.duplicates),
    past,
    candidates: noCandidates,
    households: noHouseholds,
  }
}

// The column before what is left of a damaged number, whose error may stand in the birth date.
function looseBirthDate(rows: readonly PersonRecord[]): string | null {
  const column = rows.find(({ birthDate }) => birthDate !== null)?.birthDate
  if (column) return column
  for (const row of rows) {
    const pattern = damagedPattern(row)
    const birthDate = pattern === null ? null : birthDateOf(pattern)
    if (birthDate !== null) return birthDate
  }
  return null
}

function gradeOf(joined: readonly Joined[]): 'exact' | 'probable' | 'possible' | 'conflict' {
  const main = (joined[0] as Joined).unit
  if (main.rivals.length > 0 && !joined.some(({ by }) => by === 'judgement')) return 'conflict'
  if (main.idNumber !== null) return 'exact'
  if (joined.some(({ by }) => by === 'judgement')) return 'exact'
  return joined.length > 1 ? 'probable' : 'possible'
}

function linksOf(joined: readonly Joined[], name: string | null, book: NameBook): Link[] {
  const conflict = gradeOf(joined) === 'conflict'
  const { unit, by } = joined[0] as Joined
  if (joined.length === 1) return unit.records.map((record) => linkOf(unit, by, record, conflict, name, book))
  const links = joined.flatMap((one) =>
    one.unit.records.map((record) => linkOf(one.unit, one.by, record, conflict, name, book)),
  )
  return links.sort((a, b) => byOrigin(a.record, b.record))
}

function linkOf(
  unit: Unit,
  by: Joined['by'],
  record: PersonRecord,
  conflict: boolean,
  name: string | null,
  book: NameBook,
): Link {
  if (by === 'judgement') return { record, grade: 'exact', score: 1, levels: byJudgement }
  if (by !== 'id-number') return { record, grade: 'probable', score: by.score, levels: by.levels }
  if (unit.idNumber === null) return { record, grade: 'possible', score: 1, levels: ownRow }
  return conflict ? { record, grade: 'conflict', score: 1, levels: byIdNumber } : idLink(record, name, book)
}

// The name that most rows have; whole names before those with a lost or masked character.
function bestName(rows: readonly PersonRecord[], book: NameBook): string | null {
  const first = rows[0]?.name ?? null
  if (rows.length === 1 || rows.every(({ name }) => name === first)) return first
  const counts = new Map<string, number>()
  for (const { name } of rows) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  const broken = (name: string) => Number(/[?*a-z]/.test(book.of(name).standard))
  const names = [...counts].sort(
    ([a, n], [b, m]) => broken(a) - broken(b) || m - n || b.length - a.length || compareText(a, b),
  )
  return names[0]?.[0] ?? null
}

function bestPlace(rows: readonly PersonRecord[]): Place {
  const first = rows[0]?.place
  if (first?.village != null) return first
  const row = rows.find(({ place }) => place.village !== null) ?? rows.find(({ place }) => place.township !== null)
  return row?.place ?? first ?? { township: null, village: null }
}
