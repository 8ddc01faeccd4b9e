import { type Programme, programmes } from '../domain/programme.js'
import type { Household, Person } from '../match/person.js'
import type { Among, HouseholdRule, PersonRule } from './rule.js'
import { inProgramme } from './standing.js'

/** What a rule carries through the walk over its subjects. */
interface Asking<R> {
  readonly rule: R
}

/**
 * Calls `visit` for each person with each rule that may speak of them: who stands in one of each group that the rule needs; without groups those
 * it speaks of `among` all, or everybody. An uncertain link counts; the rule looks at certain ones only. One walk for all rules: fetching some
 * hundred thousand people costs more than most rules do. Persons come in their order, and so do the rules of each.
 */
export function visitPersons<A extends Asking<PersonRule>>(
  persons: readonly Person[],
  asking: readonly A[],
  visit: (asking: A, person: Person) => void,
): void {
  const askingOf = askingBySignature(asking)
  const narrowed = Object.keys(tests) as Among[]
  const asked = narrowed.filter((who) => asking.some(({ rule }) => rule.needs.length === 0 && rule.among === who))
  const marks = new Int32Array(words)
  for (const person of persons) {
    marks.fill(0)
    markRosters(marks, person)
    for (const who of asked) if (tests[who](person)) mark(marks, placeOf[who])
    for (const each of askingOf(marks)) visit(each, person)
  }
}

// A county's people stand in a few hundred different sets of rosters: whom each concerns is worked out once a set and not once a person. The sets
// that were met are a tree over their words.
function askingBySignature<A extends Asking<PersonRule>>(asking: readonly A[]): (marks: Int32Array) => readonly A[] {
  const wanted = asking.map((each) => ({ each, groups: groupsOf(each.rule) }))
  const root: Branch<A> = { next: new Map(), asked: null }
  return (marks) => {
    let branch = root
    for (const word of marks) branch = branch.next.get(word) ?? grown(branch, word)
    branch.asked ??= wanted.filter(({ groups }) => meetsAll(marks, groups)).map(({ each }) => each)
    return branch.asked
  }
}

interface Branch<A> {
  readonly next: Map<number, Branch<A>>
  asked: readonly A[] | null
}

function grown<A>(branch: Branch<A>, word: number): Branch<A> {
  const made: Branch<A> = { next: new Map(), asked: null }
  branch.next.set(word, made)
  return made
}

/** Calls `visit` for each household with each rule that judges households of its system, in the order of the households, then of the rules. */
export function visitHouseholds<A extends Asking<HouseholdRule>>(
  households: readonly Household[],
  asking: readonly A[],
  visit: (asking: A, household: Household) => void,
): void {
  const bySystem = new Map<Programme, A[]>()
  for (const each of asking)
    for (const system of new Set(each.rule.systems)) bySystem.set(system, [...(bySystem.get(system) ?? []), each])
  for (const household of households) for (const each of bySystem.get(household.system) ?? []) visit(each, household)
}

const tests: Readonly<Record<Among, (person: Person) => boolean>> = {
  'faulty-number': ({ links }) => {
    for (const { record } of links) if (record.idNumber?.state !== 'intact') return true
    return false
  },
  'left-a-roster': (person) => {
    for (const { programmes: stood } of person.past) if (!isInAll(person, stood)) return true
    return false
  },
}

// Nearly every row is of one programme, and the list it brings serves as it is.
function isInAll(person: Person, stood: readonly Programme[]): boolean {
  if (stood.length === 1) return inProgramme(person, stood)
  return stood.every((programme) => inProgramme(person, [programme]))
}

function markRosters(marks: Int32Array, person: Person): void {
  for (const { record } of person.links) for (const programme of record.programmes) mark(marks, placeOf[programme])
}

function mark(marks: Int32Array, { word, bit }: Bit): void {
  marks[word] = (marks[word] as number) | bit
}

function groupsOf({ needs, among }: PersonRule): readonly Int32Array[] {
  if (needs.length > 0) return needs.map(maskOf)
  return among === undefined ? [] : [maskOf([among])]
}

function maskOf(list: readonly (Programme | Among)[]): Int32Array {
  const mask = new Int32Array(words)
  for (const each of list) mark(mask, placeOf[each])
  return mask
}

function meetsAll(marks: Int32Array, groups: readonly Int32Array[]): boolean {
  for (const group of groups) {
    let meets = false
    for (let word = 0; word < words; word++) {
      if (((marks[word] as number) & (group[word] as number)) !== 0) meets = true
    }
    if (!meets) return false
  }
  return true
}

interface Bit {
  readonly word: number
  readonly bit: number
}

// One bit a roster, and one for each narrower circle. Bitwise operators see 32 bits, and there are more kinds of lists than that.
const bitsInWord = 32
const marked = [...Object.keys(programmes), ...Object.keys(tests)]
const words = Math.ceil(marked.length / bitsInWord)
const placeOf = Object.fromEntries(
  marked.map((name, position): [string, Bit] => [
    name,
    { word: Math.floor(position / bitsInWord), bit: 1 << (position % bitsInWord) },
  ]),
) as Record<Programme | Among, Bit>
