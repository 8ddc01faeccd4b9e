import { buildPerson, type DraftPerson, type Joined } from './build-persons.js'
import { allComparisons } from './comparisons/all.js'
import type { Verdicts } from './judgements.js'
import { nullLevel } from './linkage/comparison.js'
import { type LinkageModel, levelWeight } from './linkage/model.js'
import type { NameBook } from './names/name-form.js'
import type { Candidate, ComparedLevel, Person } from './person.js'
import { baseKey, changesOf, contentOf, type KeptKeys, type KeyChange, keepKeys, keyContent } from './person-key.js'
import type { Resolved } from './resolve.js'
import { sortByKey } from './sort-by-key.js'
import { compareText, type Unit } from './unit.js'

/** Persons by key, and the way from a unit to its person. */
export interface Assembled {
  readonly persons: readonly DraftPerson[]
  readonly personOfUnit: (unit: Unit) => DraftPerson
  readonly keyChanges: readonly KeyChange[]
}

/** Makes persons of the decided clusters, gives them keys and enters each other's candidates. */
export function assemble(units: readonly Unit[], resolved: Resolved, verdicts: Verdicts, book: NameBook): Assembled {
  const clusters = clustersOf(units, resolved)
  const groups: (readonly Unit[])[] = []
  for (let i = 0; i < units.length; i++) {
    const cluster = clusters.get(i)
    if (cluster) groups.push(cluster.map((unit) => units[unit] as Unit))
    else if (resolved.decisions.clusterOf(i) === i) groups.push([units[i] as Unit])
  }
  const kept = keepKeys(groups.filter((group) => group.some(({ past }) => past.length > 0)))
  const byUnit: DraftPerson[] = new Array(units.length)
  const drafts = groups.map((group): Draft => {
    const earlier = group.some(({ past }) => past.length > 0) ? kept.keyOf(group) : null
    const key = earlier ?? baseKey(group[0] as Unit, book)
    const joined = group.map((unit): Joined => ({ unit, by: reason(unit, group, resolved) }))
    const person = buildPerson(key, joined, book)
    for (const unit of group) byUnit[unit.at] = person
    return { person, group, isKept: earlier !== null }
  })
  const persons = sortByKey(drafts, ({ person }) => person.key)
  separateKeys(persons, kept)
  const keyChanges = persons.flatMap(({ person, group }) =>
    group.some(({ past }) => past.length > 0) ? changesOf(group, person.key, kept) : [],
  )
  enterCandidates(units, byUnit, resolved, verdicts)
  return {
    persons: sortByKey(persons, ({ person }) => person.key).map(({ person }) => person),
    personOfUnit: (unit) => byUnit[unit.at] as DraftPerson,
    keyChanges: keyChanges.sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)),
  }
}

interface Draft {
  readonly person: DraftPerson
  readonly group: readonly Unit[]
  readonly isKept: boolean
}

// Clusters of more than one unit, by the number of the unit that stands for them, which comes first.
function clustersOf(units: readonly Unit[], { decisions }: Resolved): ReadonlyMap<number, readonly number[]> {
  const clusters = new Map<number, number[]>()
  for (let unit = 0; unit < units.length; unit++) {
    const root = decisions.clusterOf(unit)
    if (root === unit) continue
    const cluster = clusters.get(root) ?? [root]
    cluster.push(unit)
    clusters.set(root, cluster)
  }
  for (const [root, cluster] of clusters) {
    const content = (unit: number) => keyContent(units[unit] as Unit)
    cluster.sort((a, b) => Number(b === root) - Number(a === root) || compareText(content(a), content(b)))
  }
  return clusters
}

// People with the same key (namesakes without a number, mostly) get -2, -3 … in the order of their content; a kept key stays as it is.
function separateKeys(sorted: readonly Draft[], kept: KeptKeys): void {
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1
    while (end < sorted.length && sorted[end]?.person.key === sorted[i]?.person.key) end++
    if (end > i + 1) {
      const same = sorted
        .slice(i, end)
        .map((draft) => ({ draft, content: contentOf(draft.group) }))
        .sort((a, b) => Number(b.draft.isKept) - Number(a.draft.isKept) || compareText(a.content, b.content))
      let n = 2
      for (const { draft } of same.slice(1)) {
        while (kept.isKept(`${draft.person.key}-${n}`)) n++
        draft.person.key = `${draft.person.key}-${n++}`
      }
    }
    i = end
  }
}

function reason(unit: Unit, group: readonly Unit[], resolved: Resolved): Joined['by'] {
  if (group.length === 1) return 'id-number'
  if (resolved.decisions.judged.has(unit.at)) return 'judgement'
  const link = resolved.decisions.links.get(unit.at)
  const standsForAll = unit === group[0] && unit.idNumber !== null
  if (!link || standsForAll) return 'id-number'
  return { score: link.score, levels: describe(resolved, link.pair) }
}

/** The levels of a compared pair in words, null levels left out. */
export function describe({ levels, model }: { levels: Int8Array; model: LinkageModel }, pair: number): ComparedLevel[] {
  const width = allComparisons.length
  return allComparisons.flatMap((comparison, c) => {
    const level = levels[pair * width + c] as number
    const found = level === nullLevel ? undefined : comparison.levels[level]
    if (!found) return []
    return { comparison: comparison.id, level: found.id, words: found.words, weight: levelWeight(model, c, level) }
  })
}

function enterCandidates(
  units: readonly Unit[],
  byUnit: readonly DraftPerson[],
  resolved: Resolved,
  verdicts: Verdicts,
): void {
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
    const levels = describe(resolved, pair)
    enter(a, { person: b, grade, score, levels })
    enter(b, { person: a, grade, score, levels })
  }
  for (const unit of units) enterRivals(unit, byUnit, verdicts, enter)
  for (const [person, candidates] of best)
    person.candidates = [...candidates.values()].sort(
      (a, b) => b.score - a.score || compareText(a.person.key, b.person.key),
    )
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
