import { type Programme, programmes } from '../domain/programme.js'
import { allSources } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import { amongTests, isOfAge } from './concern.js'
import type { Context, HouseholdRule, PersonRule, RowTest } from './rule.js'
import { isRefused } from './standing.js'

/** What a rule carries through the walk over its subjects. */
export interface Asking<R> {
  readonly rule: R
}

/** Tells which rules may speak of a subject: its people are looked at one by one, then the rules are taken. */
export interface Sieve<A> {
  lookAt(person: Person): void
  /** The rules that may speak of all whom it looked at since the last time, in their order. */
  take(): readonly A[]
}

/**
 * A sieve for these rules. It lets a rule through where the people stand in one of each group that the rule needs, and surely in none that it is
 * outside of, and pass its tests (`among`, `ages`, `rows`). An uncertain link is enough for what is needed: the rule itself looks at certain ones
 * only. What is kept back would be clear: it narrows what is visited and never what is found. One look serves all rules, since fetching some
 * hundred thousand people costs more than most rules do.
 */
export function sieveOf<A extends Asking<PersonRule | HouseholdRule>>(
  asking: readonly A[],
  context: Context,
): Sieve<A> {
  const tests = testsOf(asking, context)
  const wanted = asking.map((each) => ({ each, mesh: meshOf(each.rule, tests) }))
  const marks = new Int32Array(Math.ceil((firstTest + tests.count) / bitsInWord))
  const known: Branch<A> = { next: new Map(), asked: null }
  return {
    lookAt: (person) => look(person, marks, tests, context),
    take: () => {
      let branch = known
      for (const word of marks) branch = branch.next.get(word) ?? grow(branch, word)
      branch.asked ??= wanted.filter(({ mesh }) => passes(marks, mesh)).map(({ each }) => each)
      marks.fill(0)
      return branch.asked
    },
  }
}

// The marks that were met, as a tree over their words: a county's people stand in some thousand different sets of rosters, and whom each set
// concerns is worked out once a set and not once a person.
interface Branch<A> {
  readonly next: Map<number, Branch<A>>
  asked: readonly A[] | null
}

function grow<A>(branch: Branch<A>, word: number): Branch<A> {
  const grown: Branch<A> = { next: new Map(), asked: null }
  branch.next.set(word, grown)
  return grown
}

function look(person: Person, marks: Int32Array, tests: Tests, context: Context): void {
  for (const { grade, record } of person.links) {
    for (const programme of record.programmes) {
      const place = placeOf[programme]
      mark(marks, place)
      if (grade === 'exact' && !isRefused(person, record)) mark(marks, place + count)
    }
    for (const { place, picks } of tests.bySource.get(record.source) ?? [])
      if (!isMarked(marks, place) && picks(record, context)) mark(marks, place)
  }
  for (const { place, holds } of tests.ofPerson) if (holds(person)) mark(marks, place)
}

/** What rules ask of a person or a row beside the rosters, each with the place of its mark. */
interface Tests {
  readonly count: number
  readonly ofPerson: readonly { readonly place: number; readonly holds: (person: Person) => boolean }[]
  /** By the export that the row comes from. */
  readonly bySource: ReadonlyMap<string, readonly { readonly place: number; readonly picks: RowTest['picks'] }[]>
  readonly placesOf: ReadonlyMap<PersonRule | HouseholdRule, readonly number[]>
}

function testsOf(asking: readonly Asking<PersonRule | HouseholdRule>[], { month }: Context): Tests {
  const ofPerson: { place: number; holds: (person: Person) => boolean }[] = []
  const ofRow: { place: number; test: RowTest }[] = []
  const places = new Map<unknown, number>()
  const placeFor = (asked: unknown, enter: (place: number) => void): number => {
    const place = places.get(asked) ?? firstTest + places.size
    if (!places.has(asked)) enter(place)
    places.set(asked, place)
    return place
  }
  const placesFor = ({ among, ages, rows }: PersonRule): readonly number[] => {
    const own: number[] = []
    if (among) own.push(placeFor(among, (place) => ofPerson.push({ place, holds: amongTests[among] })))
    if (ages) own.push(placeFor(ages, (place) => ofPerson.push({ place, holds: (one) => isOfAge(one, ages, month) })))
    // Where a circle narrows the rule already, its rows are looked at when it is asked.
    if (rows && !among) own.push(placeFor(rows, (place) => ofRow.push({ place, test: rows })))
    return own
  }
  const placesOf = new Map(asking.map(({ rule }) => [rule, rule.unit === 'person' ? placesFor(rule) : []]))
  return { count: places.size, ofPerson, bySource: rowTestsBySource(ofRow), placesOf }
}

function rowTestsBySource(ofRow: readonly { readonly place: number; readonly test: RowTest }[]): Tests['bySource'] {
  return new Map(
    allSources.map(({ id, columns }) => [
      id as string,
      ofRow
        .filter(({ test }) => test.columns === undefined || test.columns.some((column) => column in columns))
        .map(({ place, test }) => ({ place, picks: test.picks })),
    ]),
  )
}

/** What marks a rule wants: one of each group, and none of those that rule it out. */
interface Mesh {
  readonly groups: readonly (readonly number[])[]
  readonly out: readonly number[]
}

function meshOf(rule: PersonRule | HouseholdRule, tests: Tests): Mesh {
  // A household stands in its own system, also where its rows say that nobody of it is supported.
  const given: readonly Programme[] = rule.unit === 'household' ? rule.systems : []
  const needs = rule.needs.filter((group) => !group.some((programme) => given.includes(programme)))
  const needed = needs.map((group) => group.map((programme) => placeOf[programme]))
  const tested = (tests.placesOf.get(rule) ?? []).map((place) => [place])
  return { groups: [...needed, ...tested], out: (rule.outside ?? []).map((programme) => placeOf[programme] + count) }
}

function passes(marks: Int32Array, { groups, out }: Mesh): boolean {
  const isThere = (place: number) => isMarked(marks, place)
  return groups.every((group) => group.some(isThere)) && !out.some(isThere)
}

function mark(marks: Int32Array, place: number): void {
  const word = Math.floor(place / bitsInWord)
  marks[word] = (marks[word] as number) | (1 << (place % bitsInWord))
}

function isMarked(marks: Int32Array, place: number): boolean {
  return ((marks[Math.floor(place / bitsInWord)] as number) & (1 << (place % bitsInWord))) !== 0
}

// One mark for each roster that names the person, one for each that surely does, then the tests'. Bitwise operators see 32 bits.
const bitsInWord = 32
const all = Object.keys(programmes) as readonly Programme[]
const count = all.length
const firstTest = 2 * count
const placeOf = Object.fromEntries(all.map((programme, place) => [programme, place])) as Record<Programme, number>
