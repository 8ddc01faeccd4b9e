import { type ExtraList, isExtraList } from '../../src/domain/extra-lists.js'
import { birthDateOf, checkDigit, type Damage, type IdNumber, sexOf } from '../../src/domain/id-number.js'
import type { Place } from '../../src/domain/place.js'
import type { Programme } from '../../src/domain/programme.js'
import type { Standard } from '../../src/domain/standards.js'
import type { Delivery } from '../../src/ingest/delivery.js'
import type { PersonRecord } from '../../src/ingest/source.js'
import { allSources, type RecordOf, type SourceId } from '../../src/ingest/sources/all.js'
import { enrolledBy } from '../../src/ingest/support-state.js'
import { enrolledIn } from '../../src/match/enrolment.js'
import type { Candidate, Grade, Household, Link, PastRecord, Person } from '../../src/match/person.js'
import { rosterSets } from '../../src/match/roster-sets.js'
import type { ScreeningInput, ScreeningSettings } from '../../src/screen/context.js'

// Invented people as matching hands them to screening, made from what each roster says of them.

/** The month every case is judged in, and the one before. */
export const month = '2026-11'
const previousMonth = '2026-10'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
/** What rosters say of a person: source id → the fields given, or several rows. */
export type Rosters = { readonly [Id in SourceId]?: Partial<RecordOf<Id>> | readonly Partial<RecordOf<Id>>[] }

/** What a case says of a person beside the rosters. */
export interface Particulars {
  readonly key?: string
  readonly name?: string
  readonly birth?: string
  /** Different for everybody unless given. */
  readonly idNumber?: string | null
  readonly place?: Place
  readonly grade?: Grade
  /** Grade of the links; default exact. */
  readonly linked?: Grade
  /** Last month's rosters. */
  readonly past?: Rosters
  readonly candidates?: readonly Person[]
}

let serial = 0

/** An id of the unused area 340199 for someone born on `birth`. */
export function idFor(birth: string, sequence: number): string {
  const digits = `340199${birth.replaceAll('-', '')}${String(sequence % 1000).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

/** An intact id cell's value. */
export function intact(value: string): IdNumber {
  return { state: 'intact', value, pattern: value }
}

/** A person who stands in these rosters, each with the fields given and every other blank. */
export function person(rosters: Rosters, about: Particulars = {}): Person {
  serial += 1
  const birth = about.birth ?? '1980-03-05'
  const idNumber = about.idNumber === undefined ? idFor(birth, serial) : about.idNumber
  const made: Mutable<Person> = {
    key: about.key ?? `P${String(serial).padStart(6, '0')}`,
    idNumber,
    name: about.name ?? '张三',
    sex: idNumber === null ? null : sexOf(idNumber),
    birthDate: idNumber === null ? (about.birth ?? null) : birthDateOf(idNumber),
    place: about.place ?? { township: '水湖镇', village: '东村' },
    grade: about.grade ?? 'exact',
    links: [],
    rosters: new Set(),
    enrolled: new Set(),
    duplicates: [],
    past: [],
    candidates: [],
    households: [],
  }
  made.links = recordsFrom(rosters, made).map(
    (record): Link => ({ record, grade: about.linked ?? 'exact', score: 1, levels: [] }),
  )
  made.rosters = rosterSets()(made.links)
  made.enrolled = enrolledIn(made, rosterSets())
  made.past = recordsFrom(about.past ?? {}, made).map(
    (record): PastRecord => ({ ...record, month: previousMonth, personKey: made.key }),
  )
  for (const other of about.candidates ?? []) asCandidates(made, other)
  return made
}

/** Lists two persons as perhaps the same. */
export function asCandidates(a: Person, b: Person, grade: Candidate['grade'] = 'possible'): void {
  ;(a.candidates as Candidate[]).push({ person: b, grade, score: 0.6, levels: [] })
  ;(b.candidates as Candidate[]).push({ person: a, grade, score: 0.6, levels: [] })
}

/** An id cell's value that lost something; `pattern` is what is left. */
export function damaged(damage: Damage, pattern = '340199????????????'): IdNumber {
  return { state: 'damaged', value: null, pattern, damage }
}

/** Puts persons, the head first, into one household of a system and returns them. */
export function household(
  system: Programme,
  members: readonly Person[],
  number: string | null = null,
): readonly Person[] {
  const records = members.flatMap((member) =>
    member.links.map((link) => link.record).filter((record) => record.system === system),
  )
  const made: Household = {
    key: `${system}:${number ?? members[0]?.idNumber}`,
    system,
    number,
    head: members[0] ?? null,
    members,
    records,
    place: members[0]?.place ?? { township: null, village: null },
    untold: false,
  }
  for (const member of members as readonly Mutable<Person>[]) {
    member.households = [...member.households, made]
    member.enrolled = enrolledIn(member, rosterSets())
  }
  return members
}

/** What a case changes of the month. */
export type Changes = Partial<Omit<ScreeningInput, 'settings'>> & {
  readonly settings?: Partial<ScreeningSettings>
  /** Rosters that did not arrive. */
  readonly missing?: readonly Programme[]
  /** Lists of other offices that the county declares; they arrive unless missing. */
  readonly lists?: readonly ExtraList[]
}

/** What screening gets, with every roster delivered, no list of another office declared, last month known and nothing stopped. */
export function month2026(persons: readonly Person[], changes: Changes = {}): ScreeningInput {
  const { missing = [], lists = [], settings = {}, ...rest } = changes
  return {
    persons,
    households: [...new Set(persons.flatMap((each) => each.households))],
    deliveries: allDeliveries(missing, lists),
    month,
    previousMonth,
    stops: [],
    standards,
    ...rest,
    settings: {
      county: '示例县',
      areaCode: '340199',
      notHeld: [],
      lists: lists.map((kind) => ({ name: `${kind}.xlsx`, kind })),
      rules: { on: [], off: [], settings: {} },
      ...settings,
    },
  }
}

/** One delivery of each source, but for those that feed a missing roster; of lists of other offices the ones given. */
export function allDeliveries(
  missing: readonly Programme[] = [],
  lists: readonly ExtraList[] = [],
): readonly Delivery[] {
  return allSources
    .filter(({ id }) => !isExtraList(id) || lists.includes(id))
    .filter((source) => !source.feeds.some((programme) => missing.includes(programme)))
    .map((source) => delivery(source.id))
}

/** A delivery of a source with the changes given. */
export function delivery(id: SourceId, changes: Partial<Delivery> = {}): Delivery {
  const source = allSources.find((each) => each.id === id)
  if (!source) throw new Error(`no source ${id}`)
  return {
    source: id,
    department: source.department,
    programmes: source.feeds,
    file: `${id}.xlsx`,
    sheet: 'Sheet1',
    sha256: '',
    format: 'xlsx',
    encoding: null,
    dataMonth: month,
    rowsRead: 100,
    rowsUsed: 100,
    rowsRejected: 0,
    rowsDuplicate: 0,
    rowsSkipped: 0,
    records: 100,
    byTownship: { 水湖镇: 60, 庄墓镇: 40 },
    rolling: source.rolling,
    ...changes,
  }
}

/** Invented standards, the same for every month. */
export const standards: readonly Standard[] = [
  { key: 'subsistence.rural', from: '2020-01', value: 700, unit: '元/月', document: '测试' },
  { key: 'subsistence.urban', from: '2020-01', value: 800, unit: '元/月', document: '测试' },
  { key: 'marginal.multiplier', from: '2020-01', value: 1.5, unit: '倍', document: '测试' },
  { key: 'subsidy.living.1-2', from: '2020-01', value: 277, unit: '元/月', document: '测试' },
  { key: 'subsidy.living.3-4', from: '2020-01', value: 185, unit: '元/月', document: '测试' },
  { key: 'subsidy.care', from: '2020-01', value: 280, unit: '元/月', document: '测试' },
  { key: 'orphan.scattered', from: '2020-01', value: 1500, unit: '元/月', document: '测试' },
  { key: 'small-aid.limit', from: '2020-01', value: 2000, unit: '元', document: '测试' },
  { key: 'grace.months', from: '2020-01', value: 12, unit: '月', document: '测试' },
]

let nextIndex = 0

function recordsFrom(rosters: Rosters, owner: Person): PersonRecord[] {
  return (Object.keys(rosters) as SourceId[]).flatMap((id) => {
    const given = rosters[id]
    const list = (Array.isArray(given) ? given : [given]) as readonly Partial<PersonRecord>[]
    return list.map((fields) => recordOf(id, fields, owner))
  })
}

function recordOf(id: SourceId, fields: Partial<PersonRecord>, owner: Person): PersonRecord {
  const source = allSources.find((each) => each.id === id)
  if (!source) throw new Error(`no source ${id}`)
  nextIndex += 1
  const blank = Object.fromEntries(Object.keys(source.columns).map((column) => [column, null]))
  const record = {
    ...blank,
    index: nextIndex,
    source: id,
    origin: { file: `${id}.xlsx`, sheet: 'Sheet1', row: nextIndex, column: null },
    programmes: source.feeds,
    system: source.feeds[0],
    place: owner.place,
    idNumber: owner.idNumber === null ? null : intact(owner.idNumber),
    name: owner.name,
    sex: null,
    birthDate: null,
    householdNumber: null,
    headIdNumber: null,
    headName: null,
    relation: null,
    phone: null,
    bankAccount: null,
    formerIdNumber: null,
    formerName: null,
    ...fields,
  }
  const programmes = fields.programmes ?? enrolledBy(source, record)
  return { ...record, programmes } as PersonRecord
}
