import { compareText } from '../domain/compare-text.js'
import { buildPerson, buildSingle, type DraftPerson, isExact, type Joined } from './build-persons.js'
import type { Verdicts } from './judgements.js'
import type { NameBook } from './names/name-form.js'
import { describePair } from './pair-words.js'
import type { Candidate, ComparedLevel, Person } from './person.js'
import {
  baseKey,
  changesOf,
  contentOf,
  type IsNot,
  type KeptKeys,
  type KeyChange,
  keepKeys,
  keyContent,
  keyOfNumber,
} from './person-key.js'
import type { Resolved } from './resolve.js'
import type { RosterSets } from './roster-sets.js'
import { orderOfKeys } from './sort-by-key.js'
import { rowsOf, type Unit } from './unit.js'
import type { Units } from './units.js'

/** Persons by key, and the way from a unit to its person. */
export interface Assembled {
  readonly persons: readonly DraftPerson[]
  /** Those of them that leave something to ask: with a link that is not exact or with candidates. By key. */
  readonly open: readonly DraftPerson[]
  readonly personOfUnit: (unit: number) => DraftPerson
  readonly keyChanges: readonly KeyChange[]
}

/** Makes persons of the decided clusters, gives them keys and enters each other's candidates, with the names and roster sets of the run. */
export function assemble(
  units: Units,
  resolved: Resolved,
  { verdicts, isNot }: { readonly verdicts: Verdicts; readonly isNot: IsNot | null },
  { book, rosters }: { readonly book: NameBook; readonly rosters: RosterSets },
): Assembled {
  const groups = groupsOf(units, resolved)
  const earlier = groups.map((group) => (hasPast(group, units) ? unitsIn(group, units) : null))
  const kept = keepKeys(
    earlier.filter((group) => group !== null),
    isNot,
  )
  const keys = groups.map((group, i) => keyOf(group, earlier[i] ?? null, units, { kept, isNot }, book))
  const placeOf = inverse(separateKeys(groups, units, keys, kept))
  letGoOfRivals(units, verdicts)
  const byUnit: DraftPerson[] = new Array(units.length)
  const changes: KeyChange[] = []
  const persons: DraftPerson[] = new Array(groups.length)
  const open = new Set<DraftPerson>()
  const rivals: Unit[] = []
  // In the order of the rows, not of the keys: what lies together in memory is read and made together.
  for (let i = 0; i < groups.length; i++) {
    const [group, key] = [groups[i] as Group, keys[i] as string]
    const person = personOf(key, group, units, resolved, book, rosters)
    persons[placeOf[i] as number] = person
    if (!person.links.every(isExact)) open.add(person)
    if (typeof group === 'number') enterUnit(units, group, person, byUnit, rivals)
    else for (const { at } of group) enterUnit(units, at, person, byUnit, rivals)
    const claimants = earlier[i] ?? null
    if (claimants !== null) changes.push(...changesOf(claimants, key, kept))
  }
  changes.push(...changesByJudgement(verdicts, persons, byUnit, changes))
  for (const person of enterCandidates(rivals, byUnit, resolved, verdicts)) open.add(person)
  return {
    persons,
    open: [...open].sort((a, b) => compareText(a.key, b.key)),
    personOfUnit: (unit) => byUnit[unit] as DraftPerson,
    keyChanges: changes.sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)),
  }
}

// A number that two people had is one person's alone once no roster of the month names the other, where somebody judged that they are two.
function letGoOfRivals(units: Units, verdicts: Verdicts): void {
  for (let i = 0; i < units.length; i++) {
    if (!units.hasRivals(i)) continue
    const unit = units.at(i)
    unit.rivals = unit.rivals.filter(({ at }) => !units.isGone(at) || verdicts.between(i, at) !== 'different')
  }
}

// The rows of last month say what became of their keys. A key that they do not carry, since its person was judged to be another one only after the
// month that asked, gives way here: its cases and its rows of older months follow.
function changesByJudgement(
  verdicts: Verdicts,
  persons: readonly DraftPerson[],
  byUnit: readonly DraftPerson[],
  told: readonly KeyChange[],
): readonly KeyChange[] {
  if (verdicts.keys.length === 0) return []
  const ends = new Map(verdicts.keys.map(([key, unit]) => [key, (byUnit[unit] as DraftPerson).key]))
  for (const { from } of told) ends.delete(from)
  for (const { key } of persons) ends.delete(key)
  return [...ends].map(([from, to]) => ({ kind: 'merged', from, to }))
}

function enterUnit(units: Units, unit: number, person: DraftPerson, byUnit: DraftPerson[], rivals: Unit[]): void {
  byUnit[unit] = person
  if (units.hasRivals(unit)) rivals.push(units.at(unit))
}

function personOf(
  key: string,
  group: Group,
  units: Units,
  resolved: Resolved,
  book: NameBook,
  rosters: RosterSets,
): DraftPerson {
  // The person keeps the list of earlier rows; whoever has none needs no unit.
  if (typeof group === 'number')
    return buildSingle(key, units.hasPast(group) ? units.at(group) : units.look(group), book, rosters)
  const joined = group.map((unit): Joined => ({ unit, by: reason(unit, group, resolved) }))
  return buildPerson(key, joined, book, rosters)
}

function inverse(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length)
  for (let place = 0; place < order.length; place++) places[order[place] as number] = place
  return places
}

/** One person's units, the one that stands for it first, or the number of its only one: nearly all people have one, and a million small lists cost. */
type Group = number | readonly Unit[]

function unitsIn(group: Group, units: Units): readonly Unit[] {
  return typeof group === 'number' ? [units.at(group)] : group
}

function hasPast(group: Group, units: Units): boolean {
  return typeof group === 'number' ? units.hasPast(group) : group.some(({ past }) => past.length > 0)
}

// The key of an earlier month for those who have one, or a new one.
function keyOf(
  group: Group,
  earlier: readonly Unit[] | null,
  units: Units,
  { kept, isNot }: { readonly kept: KeptKeys; readonly isNot: IsNot | null },
  book: NameBook,
): string {
  const own = earlier === null ? null : kept.keyOf(earlier)
  if (own !== null) return own
  const main = typeof group === 'number' ? group : (group[0] as Unit).at
  const idNumber = units.idNumberOf(main)
  const isLone = idNumber !== null && !units.hasRivals(main)
  const isLeft = idNumber !== null && !isLone && isNot !== null && isLeftWithNumber(units.at(main), isNot)
  const key = idNumber === null ? null : keyOfNumber(idNumber)
  if (key !== null && (isLone || (isLeft && !kept.isKept(key)))) return key
  return baseKey(units.look(main), book)
}

// Of the names that a number goes by, the one that it was judged to belong to has its key, also when he comes back to the rosters.
function isLeftWithNumber(unit: Unit, isNot: IsNot): boolean {
  const key = keyOfNumber(unit.idNumber as string)
  const isDenied = (one: Unit) => rowsOf(one).some((row) => isNot(row, key))
  return !isDenied(unit) && unit.rivals.every(isDenied)
}

// By number as far as it goes: nearly all units are a group of their own.
function groupsOf(units: Units, { decisions }: Resolved): readonly Group[] {
  const clusters = new Map<number, Unit[]>()
  const [isMember, isRoot] = [new Uint8Array(units.length), new Uint8Array(units.length)]
  for (let i = 0; i < units.length; i++) {
    const root = decisions.clusterOf(i)
    if (root === i) continue
    const cluster = clusters.get(root) ?? [units.at(root)]
    cluster.push(units.at(i))
    clusters.set(root, cluster)
    isMember[i] = 1
    isRoot[root] = 1
  }
  for (const [root, cluster] of clusters)
    cluster.sort((a, b) => Number(b.at === root) - Number(a.at === root) || compareText(keyContent(a), keyContent(b)))
  const groups: Group[] = []
  for (let i = 0; i < units.length; i++)
    if (isMember[i] === 0) groups.push(isRoot[i] === 1 ? (clusters.get(i) as Unit[]) : i)
  return groups
}

// People with the same key (namesakes without a number, mostly) get -2, -3 … in the order of their content; a kept key stays as it is.
// Gives back the order of the keys.
function separateKeys(groups: readonly Group[], units: Units, keys: string[], kept: KeptKeys): Int32Array {
  const { order, repeated } = orderOfKeys(keys)
  for (let r = 0; r < repeated.length; ) {
    const from = (repeated[r] as number) - 1
    let to = from + 1
    while (repeated[r] === to) {
      to++
      r++
    }
    numberSame([...order.subarray(from, to)], groups, units, keys, kept)
  }
  return repeated.length > 0 ? orderOfKeys(keys).order : order
}

function numberSame(
  same: readonly number[],
  groups: readonly Group[],
  units: Units,
  keys: string[],
  kept: KeptKeys,
): void {
  const ranked = same
    .map((i) => {
      const group = unitsIn(groups[i] as Group, units)
      return { i, isKept: kept.keyOf(group) !== null, content: contentOf(group) }
    })
    .sort((a, b) => Number(b.isKept) - Number(a.isKept) || compareText(a.content, b.content))
  let n = 2
  for (const { i } of ranked.slice(1)) {
    while (kept.isKept(`${keys[i]}-${n}`)) n++
    keys[i] = `${keys[i]}-${n++}`
  }
}

function reason(unit: Unit, group: readonly Unit[], resolved: Resolved): Joined['by'] {
  if (group.length === 1) return 'id-number'
  const standsForAll = unit === group[0] && unit.idNumber !== null
  if (standsForAll) return 'id-number'
  if (resolved.decisions.judged.has(unit.at)) return 'judgement'
  const link = resolved.decisions.links.get(unit.at)
  if (!link) return 'id-number'
  return { score: link.score, levels: describePair(resolved, link.pair) }
}

// Gives back the persons that have any.
function enterCandidates(
  rivals: readonly Unit[],
  byUnit: readonly DraftPerson[],
  resolved: Resolved,
  verdicts: Verdicts,
): Iterable<DraftPerson> {
  const best = new Map<DraftPerson, Map<Person, Candidate>>()
  const enter = (from: DraftPerson, candidate: Candidate) => {
    const known = best.get(from) ?? new Map<Person, Candidate>()
    best.set(from, known)
    const other = known.get(candidate.person)
    if (!other || candidate.grade === 'conflict' || candidate.score > other.score)
      known.set(candidate.person, candidate)
  }
  for (const { pair, grade, score } of resolved.decisions.questions) {
    const [a, b] = [byUnit[resolved.pairs.left[pair] as number], byUnit[resolved.pairs.right[pair] as number]]
    if (!a || !b || a === b) continue
    const levels = describePair(resolved, pair)
    enter(a, { person: b, grade, score, levels })
    enter(b, { person: a, grade, score, levels })
  }
  for (const unit of rivals) enterRivals(unit, byUnit, verdicts, enter)
  for (const [person, candidates] of best)
    person.candidates = [...candidates.values()].sort(
      (a, b) => b.score - a.score || compareText(a.person.key, b.person.key),
    )
  return best.keys()
}

// One number with two names: the model has no say, so the score is even.
const rivalLevels: readonly ComparedLevel[] = [
  { comparison: 'identity-number', level: 'same-id', words: '公民身份号码一致', weight: 0 },
  { comparison: 'person-name', level: 'different', words: '姓名不同', weight: 0 },
]

function enterRivals(
  unit: Unit,
  byUnit: readonly DraftPerson[],
  verdicts: Verdicts,
  enter: (from: DraftPerson, candidate: Candidate) => void,
): void {
  for (const rival of unit.rivals) {
    const [person, against] = [byUnit[unit.at], byUnit[rival.at]]
    if (!person || !against || person === against || verdicts.between(unit.at, rival.at) === 'different') continue
    enter(person, { person: against, grade: 'conflict', score: 0.5, levels: rivalLevels })
  }
}
