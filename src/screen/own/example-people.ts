import { birthDateOf, checkDigit } from '../../domain/id-number.js'
import { addMonths, type Month } from '../../domain/month.js'
import type { Programme } from '../../domain/programme.js'
import type { PersonRecord } from '../../ingest/source.js'
import { allSources, type SourceId } from '../../ingest/sources/all.js'
import { enrolledBy } from '../../ingest/support-state.js'
import { enrolledIn } from '../../match/enrolment.js'
import type { Household, Person } from '../../match/person.js'
import { rosterSets } from '../../match/roster-sets.js'
import { inner } from './condition.js'
import { ownRuleField } from './fields.js'
import type { Example, OwnRule } from './own-rule.js'
import type { Value } from './reading.js'

/** The invented people of one example, as matching would hand them to screening. */
export interface ExamplePeople {
  readonly persons: readonly Person[]
  readonly households: readonly Household[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Facts = Readonly<Record<string, Value>>
interface Row {
  readonly source: SourceId
  readonly cells: Readonly<Record<string, unknown>>
}

/** The export that an example's rows of a programme are taken to come from. */
const exportOf: Readonly<Record<Programme, SourceId>> = Object.fromEntries(
  [...allSources].reverse().flatMap((source) => source.feeds.map((programme) => [programme, source.id])),
) as Record<Programme, SourceId>

const preferred: Readonly<Partial<Record<Programme, SourceId>>> = {
  'rural-allowance': 'rural-allowance-members',
  'urban-allowance': 'urban-allowance-members',
  destitute: 'destitute-persons',
  marginal: 'marginal-members',
  'living-subsidy': 'living-subsidies',
  'care-subsidy': 'care-subsidies',
}

/** The people that an example of the rule describes: one person, or a household of each of the rule's first system. */
export function examplePeople(rule: OwnRule, example: Example): ExamplePeople {
  if (rule.unit === 'person') {
    const person = personOf(example, example.month, 0)
    return { persons: [person], households: [] }
  }
  const system = rule.systems?.[0] as Programme
  const members = (example.members ?? []).map((member, position) => {
    const listed = { in: [...new Set([system, ...member.in])], facts: member.facts }
    return personOf(listed, example.month, position, { system, facts: example.facts })
  })
  return { persons: members, households: [householdOf(system, members)] }
}

interface Home {
  readonly system: Programme
  readonly facts: Facts
}

function personOf(said: Pick<Example, 'in' | 'facts'>, month: Month, position: number, home?: Home): Person {
  const idNumber = numberOf(said.facts, month, position)
  const person: Mutable<Person> = {
    key: `example-${position}`,
    idNumber,
    name: `例${position + 1}`,
    sex: said.facts.sex === '女' ? '女' : '男',
    birthDate: birthDateOf(idNumber),
    place: placeOf({ ...home?.facts, ...said.facts }),
    grade: 'exact',
    links: [],
    rosters: new Set(),
    enrolled: new Set(),
    duplicates: [],
    past: [],
    candidates: [],
    households: [],
  }
  const rows = rowsOf(said, month, home)
  person.links = rows.map((row, at) => {
    return { record: recordOf(row, person, position * 100 + at), grade: 'exact' as const, score: 1, levels: [] }
  })
  person.rosters = rosterSets()(person.links)
  person.enrolled = enrolledIn(person, rosterSets())
  return person
}

// Of the unused area 340199; whoever states no age is 40, born in the example's month.
function numberOf(facts: Facts, month: Month, position: number): string {
  const age = typeof facts.age === 'number' ? facts.age : 40
  const born = addMonths(month, -12 * age)
  const sequence = String(position * 2 + (facts.sex === '女' ? 0 : 1)).padStart(3, '0')
  const digits = `340199${born.replace('-', '')}01${sequence}`
  return digits + checkDigit(digits)
}

function placeOf({ township, village }: Facts): Person['place'] {
  return {
    township: township === undefined ? '示例乡' : String(township),
    village: village === undefined ? null : String(village),
  }
}

function rowsOf({ in: list, facts }: Pick<Example, 'in' | 'facts'>, month: Month, home?: Home): readonly Row[] {
  const standing = list.map((programme) => ({ programme, cells: cellsFor(programme, list, facts, month) }))
  const rows = standing.map(({ programme, cells }): Row => {
    const shared = home?.system === programme ? cellsFor(programme, [programme], home.facts, month) : {}
    const kind = programme === 'unattended-child' ? { childKind: '事实无人抚养儿童' } : {}
    return { source: preferred[programme] ?? exportOf[programme], cells: { ...kind, ...shared, ...cells } }
  })
  const times = typeof facts['aid-times'] === 'number' ? facts['aid-times'] : 1
  return rows.flatMap((row) => (row.source === 'temporary-aid' ? Array<Row>(Math.min(times, 50)).fill(row) : [row]))
}

// A fact goes into the first roster of its own in which the person stands.
function cellsFor(programme: Programme, list: readonly Programme[], facts: Facts, month: Month): Row['cells'] {
  const cells = Object.entries(facts).flatMap(([id, value]) => {
    const field = ownRuleField(id)
    const first = field && list.find((each) => field.rosters.includes(each))
    return field?.cells && first === programme ? Object.entries(field.cells(inner(field, value), month)) : []
  })
  return Object.fromEntries(cells)
}

function recordOf({ source: id, cells }: Row, person: Person, index: number): PersonRecord {
  const source = allSources.find((each) => each.id === id) as (typeof allSources)[number]
  const record = {
    ...Object.fromEntries(Object.keys(source.columns).map((column) => [column, null])),
    index,
    source: id,
    origin: { file: `例子·${source.title}`, sheet: '', row: index + 1, column: null },
    programmes: source.feeds,
    system: source.feeds[0],
    place: person.place,
    idNumber: person.idNumber === null ? null : { state: 'intact', value: person.idNumber, pattern: person.idNumber },
    name: person.name,
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
    ...cells,
  }
  return { ...record, programmes: enrolledBy(source, record) } as unknown as PersonRecord
}

function householdOf(system: Programme, members: readonly Person[]): Household {
  const home: Household = {
    key: `${system}:例`,
    system,
    number: '例',
    head: members[0] ?? null,
    members,
    records: members.flatMap((member) =>
      member.links.map(({ record }) => record).filter((record) => record.system === system),
    ),
    place: members[0]?.place ?? { township: null, village: null },
    untold: false,
  }
  for (const member of members as readonly Mutable<Person>[]) {
    member.households = [home]
    member.enrolled = enrolledIn(member, rosterSets())
  }
  return home
}
