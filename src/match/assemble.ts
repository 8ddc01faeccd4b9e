import { buildPerson, type DraftPerson, type Joined } from './build-persons.js'
import { allComparisons } from './comparisons/all.js'
import type { Verdicts } from './judgements.js'
import { nullLevel } from './linkage/comparison.js'
import { type LinkageModel, levelWeight } from './linkage/model.js'
import type { NameBook } from './names/name-form.js'
import type { Candidate, ComparedLevel, Person } from './person.js'
import { assignKeys, type KeyChange } from './person-key.js'
import type { Resolved } from './resolve.js'
import { compareText, type Unit } from './unit.js'

/** Persons by key, and the way from a unit to its person. */
export interface Assembled {
  readonly persons: readonly DraftPerson[]
  readonly personOfUnit: (unit: Unit) => DraftPerson
  readonly keyChanges: readonly KeyChange[]
}

/** Makes persons of the decided clusters, gives them keys and enters each other's candidates. */
export function assemble(units: readonly Unit[], resolved: Resolved, verdicts: Verdicts, book: NameBook): Assembled {
  const groups = groupUnits(units, resolved)
  const { keys, changes } = assignKeys(
    groups.map((group) => ({ units: group.map((unit) => units[unit] as Unit) })),
    book,
  )
  const byUnit: DraftPerson[] = new Array(units.length)
  const persons = groups.map((group, g) => {
    const joined = group.map(
      (unit): Joined => ({ unit: units[unit] as Unit, by: reason(unit, group, units, resolved) }),
    )
    const person = buildPerson(keys[g] as string, joined, book)
    for (const unit of group) byUnit[unit] = person
    return person
  })
  enterCandidates(units, byUnit, resolved, verdicts)
  return {
    persons: persons.sort((a, b) => compareText(a.key, b.key)),
    personOfUnit: (unit) => byUnit[unit.at] as DraftPerson,
    keyChanges: changes,
  }
}

// Units of one person, the one that stands for it first; the others in the order of their content, which `clusterOf` already rests on.
function groupUnits(units: readonly Unit[], { decisions }: Resolved): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>()
  for (let unit = 0; unit < units.length; unit++) {
    const root = decisions.clusterOf(unit)
    const group = groups.get(root)
    if (!group) groups.set(root, unit === root ? [unit] : [root, unit])
    else if (unit !== root) group.push(unit)
  }
  return [...groups.values()]
}

function reason(unit: number, group: readonly number[], units: readonly Unit[], resolved: Resolved): Joined['by'] {
  if (group.length === 1) return 'id-number'
  if (resolved.decisions.judged.has(unit)) return 'judgement'
  const link = resolved.decisions.links.get(unit)
  const standsForAll = unit === group[0] && units[unit]?.idNumber != null
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
    person.candidates.push(
      ...[...candidates.values()].sort((a, b) => b.score - a.score || compareText(a.person.key, b.person.key)),
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
