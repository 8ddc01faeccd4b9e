import type { Month } from '../domain/month.js'
import { blockingRules } from './blocking-rules.js'
import { allComparisons } from './comparisons/all.js'
import { type Decisions, decide } from './decide.js'
import { foundLevels, mustAsk } from './evidence.js'
import type { Verdicts } from './judgements.js'
import { chooseModel, learnModel } from './learn-model.js'
import { type BlockCount, type CandidatePairs, candidatePairs } from './linkage/blocking.js'
import { frequenciesOf } from './linkage/comparison.js'
import type { LinkageModel } from './linkage/model.js'
import { compareAll, type FrequencyTable, type LevelTable, weigh } from './linkage/score.js'
import type { NameBook } from './names/name-form.js'
import { keyContent } from './person-key.js'
import { type Profile, profileOf } from './profile.js'
import { duplicatePenalty, overlap, shareRoster } from './rosters.js'
import { compareText, rowsOf, type Unit } from './unit.js'

/** What the error-tolerant stage works on. */
export interface Resolving {
  readonly units: readonly Unit[]
  readonly kin: ReadonlyMap<Unit, readonly string[]>
  readonly book: NameBook
  readonly verdicts: Verdicts
  readonly month: Month
  readonly known: LinkageModel | null
}

/** Candidate pairs with their evidence and what was decided about them. */
export interface Resolved {
  readonly pairs: CandidatePairs
  readonly levels: LevelTable
  readonly weights: Float64Array
  readonly decisions: Decisions
  readonly model: LinkageModel
  readonly counts: readonly BlockCount[]
  readonly frequencies: FrequencyTable
}

/** Most pairs that one block may bring before it is split. */
const maxBlockPairs = 20_000

/** Chance is never taken for likelier than among this many people: a test of three rows is not a county. */
const leastUnits = 100

/** Two usable numbers are one person's far less often than a damaged one is a usable one's: 疑改号 is about one in a thousand. */
const changedIdPenalty = -10

/** The error-tolerant stage: blocks, compares, weighs and decides all pairs that the exact stage left open. */
export function resolve(task: Resolving): Resolved {
  const { units, book, verdicts } = task
  const profiles = new Map<number, Profile>()
  const profileAt = (i: number): Profile => {
    const known = profiles.get(i)
    if (known) return known
    const unit = units[i] as Unit
    const made = profileOf(unit, book, task.kin.get(unit) ?? [])
    profiles.set(i, made)
    return made
  }
  const order = contentOrder(units)
  const pairs = candidatePairs<Profile>({
    count: units.length,
    item: (i) => profiles.get(i) ?? profileOf(units[i] as Unit, book, task.kin.get(units[i] as Unit) ?? []),
    isProbe: isProbe(units, book),
    mayPair: (a, b) => !sameSettled(units[a] as Unit, units[b] as Unit),
    order,
    rules: blockingRules,
    maxBlockPairs,
  })
  const levels = compareAll(pairs, profileAt, allComparisons)
  const frequencies = nameFrequencies(units, book)
  const lambda = overlap(units) / Math.max(units.length, leastUnits)
  const model = chooseModel(task.known, learnModel(units, pairs, levels, profileAt, lambda, task.month))
  const weights = weigh(pairs, levels, profileAt, allComparisons, model, frequencies)
  const penalty = duplicatePenalty(units)
  const adjust = (a: number, b: number) =>
    (shareRoster(units[a] as Unit, units[b] as Unit) ? penalty : 0) +
    (units[a]?.idNumber != null && units[b]?.idNumber != null ? changedIdPenalty : 0)
  for (let i = 0; i < pairs.length; i++)
    weights[i] = (weights[i] as number) + adjust(pairs.left[i] as number, pairs.right[i] as number)
  const width = allComparisons.length
  const decisions = decide({
    units: units.length,
    pairs: pairs.length,
    sidesOf: (pair) => [pairs.left[pair] as number, pairs.right[pair] as number],
    weightOf: (pair) => weights[pair] as number,
    foundIn: (pair) => foundLevels(levels.subarray(pair * width, (pair + 1) * width)),
    weightBetween: (a, b) => {
      const single = { length: 1, left: Int32Array.of(a), right: Int32Array.of(b), rules: Int32Array.of(0), counts: [] }
      const one = compareAll(single, profileAt, allComparisons)
      return (weigh(single, one, profileAt, allComparisons, model, frequencies)[0] as number) + adjust(a, b)
    },
    hasId: (unit) => units[unit]?.idNumber != null,
    shareRoster: (a, b) => shareRoster(units[a] as Unit, units[b] as Unit),
    staysAlone: (unit) => isDeathWithoutNumber(units[unit] as Unit),
    verdict: verdicts.between,
    same: verdicts.same,
    mustAsk: (a, b) => mustAsk(profileAt(a), profileAt(b)),
    order,
  })
  return { pairs, levels, weights, decisions, model, counts: pairs.counts, frequencies }
}

// A row of the death roster that has no number, or next to nothing of one: a namesake's death marks nobody dead.
function isDeathWithoutNumber(unit: Unit): boolean {
  if (unit.idNumber !== null) return false
  return rowsOf(unit).some((record) => {
    const known = record.idNumber?.pattern.replaceAll('?', '').length ?? 0
    return record.system === 'death' && known < 12
  })
}

function sameSettled(a: Unit, b: Unit): boolean {
  return a.idNumber !== null && a.idNumber === b.idNumber
}

// What exact ids leave open: no usable number; gone this month; a former number; or the same name and birth date under two numbers.
function isProbe(units: readonly Unit[], book: NameBook): (i: number) => boolean {
  const twice = sharedNameAndBirth(units, book)
  return (i) => {
    const unit = units[i] as Unit
    if (unit.idNumber === null || unit.records.length === 0 || twice.has(i)) return true
    return rowsOf(unit).some((record) => record.formerIdNumber?.value != null)
  }
}

function sharedNameAndBirth(units: readonly Unit[], book: NameBook): ReadonlySet<number> {
  const first = new Map<string, number>()
  const shared = new Set<number>()
  for (const [i, unit] of units.entries()) {
    if (unit.idNumber === null) continue
    const name = rowsOf(unit)[0]?.name
    if (!name) continue
    const key = unit.idNumber.slice(6, 14) + book(name).standard
    const other = first.get(key)
    if (other === undefined) first.set(key, i)
    else shared.add(i).add(other)
  }
  return shared
}

function nameFrequencies(units: readonly Unit[], book: NameBook): FrequencyTable {
  const counts = new Map<string, number>()
  let total = 0
  for (const unit of units) {
    const name = rowsOf(unit)[0]?.name
    if (!name) continue
    const { standard } = book(name)
    counts.set(standard, (counts.get(standard) ?? 0) + 1)
    total++
  }
  return { 'person-name': frequenciesOf(counts, total) }
}

function contentOrder(units: readonly Unit[]): (a: number, b: number) => number {
  return (a, b) => {
    const [left, right] = [units[a] as Unit, units[b] as Unit]
    // Usable numbers first, rows of this month first: the order in which units stand for their person.
    const rank = (unit: Unit) => Number(unit.idNumber === null) * 2 + Number(unit.records.length === 0)
    return (
      rank(left) - rank(right) ||
      compareText(left.idNumber ?? '', right.idNumber ?? '') ||
      compareText(keyContent(left), keyContent(right))
    )
  }
}
