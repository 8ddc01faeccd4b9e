import { compareText } from '../domain/compare-text.js'
import type { Month } from '../domain/month.js'
import { birthFrequencies } from './birth-frequencies.js'
import { blockingRules } from './blocking-rules.js'
import { type BlockingView, blockingViews } from './blocking-view.js'
import { allComparisons } from './comparisons/all.js'
import { type Deciding, type Decisions, decide } from './decide.js'
import { foundLevels, mustAsk } from './evidence.js'
import type { Verdicts } from './judgements.js'
import { chooseModel, learnModel } from './learn-model.js'
import { type BlockCount, type CandidatePairs, candidatePairs } from './linkage/blocking.js'
import { type LinkageModel, priorWeight } from './linkage/model.js'
import { compareAll, type FrequencyTable, type LevelTable, weigh } from './linkage/score.js'
import type { NameBook } from './names/name-form.js'
import type { NameUses } from './names/name-uses.js'
import { keyContent } from './person-key.js'
import { probesAmong } from './probes.js'
import { type Profile, profileOf } from './profile.js'
import { countRosters, type RosterCounts } from './rosters.js'
import { isAnothers, rowsOf, type Unit } from './unit.js'
import type { Units } from './units.js'

/** What the error-tolerant stage works on. */
export interface Resolving {
  readonly units: Units
  readonly book: NameBook
  readonly nameUses: NameUses
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
  readonly profileAt: (unit: number) => Profile
}

/** Most pairs that one block may bring before it is split. */
const maxBlockPairs = 20_000

/** Chance is never taken for likelier than among this many people: a test of three rows is not a county. */
const leastUnits = 100

/** Two usable numbers are one person's far less often than a damaged one is a usable one's: 疑改号 is about one in a thousand. */
const changedIdPenalty = -10

/** The error-tolerant stage: blocks, compares, weighs and decides all pairs that the exact stage left open. */
export function resolve(task: Resolving): Resolved {
  const { units } = task
  const profileAt = profilesOf(units, task.book)
  const pairs = blockUnits(units, task.book)
  units.forgetKeys()
  const levels = compareAll(pairs, profileAt, allComparisons)
  const frequencies = { 'birth-date': birthFrequencies(units), 'person-name': task.nameUses.frequencies() }
  const rosters = countRosters(units)
  const { shareRoster } = rosters
  const lambda = rosters.overlap / Math.max(units.length, leastUnits)
  const model = chooseModel(task.known, learnModel(units, pairs, levels, profileAt, lambda, task.month))
  const adjustment = adjustmentFor(units, rosters, priorWeight(model.lambda))
  const weightsOf = (some: CandidatePairs, at: LevelTable) => {
    const weights = weigh(some, at, profileAt, allComparisons, model, frequencies)
    return weights.map((weight, i) => weight + adjustment(some.left[i] as number, some.right[i] as number))
  }
  const weights = weightsOf(pairs, levels)
  const weightBetween = (a: number, b: number) => {
    const single = { length: 1, left: Int32Array.of(a), right: Int32Array.of(b), rules: Int32Array.of(0), counts: [] }
    return weightsOf(single, compareAll(single, profileAt, allComparisons))[0] as number
  }
  const decisions = decide(decidingTask(task, { pairs, levels, weights, profileAt, weightBetween, shareRoster }))
  const counts = pairs.counts
  return { pairs, levels, weights, decisions, model, counts, frequencies, profileAt }
}

// Made anew for each pair: a profile is a small thing that works out what it is asked for.
function profilesOf(units: Units, book: NameBook): (i: number) => Profile {
  return (i) => profileOf(units.at(i), book)
}

function blockUnits(units: Units, book: NameBook): CandidatePairs {
  const probes = probesAmong(units, book)
  return candidatePairs<BlockingView>({
    count: units.length,
    item: blockingViews(units, book),
    isProbe: (i) => probes[i] === 1,
    // Units of one usable number are rivals by name; the exact stage has settled what they are.
    mayPair: (a, b) => units.idNumberOf(a) === null || units.idNumberOf(a) !== units.idNumberOf(b),
    order: contentOrder(units),
    rules: blockingRules,
    maxBlockPairs,
  })
}

// What no comparison sees: a roster that lists a person once, rosters that hold much the same people, and two usable numbers.
function adjustmentFor(
  units: Units,
  { duplicatePenalty: penalty, shareRoster, weightBetween }: RosterCounts,
  prior: number,
): (a: number, b: number) => number {
  const most = -Math.log2(leastUnits)
  // A number that goes by two names is already known to stand wrongly with one of them.
  const isSettled = (unit: number) => units.idNumberOf(unit) !== null && !units.hasRivals(unit)
  return (a, b) => {
    if (isSettled(a) && isSettled(b)) return (shareRoster(a, b) ? penalty : 0) + changedIdPenalty
    const overlap = weightBetween(a, b)
    return overlap === null ? penalty : Math.max(0, Math.min(overlap, most) - prior)
  }
}

type Weighed = Pick<Resolved, 'pairs' | 'levels' | 'weights' | 'profileAt'> &
  Pick<Deciding, 'weightBetween' | 'shareRoster'>

function decidingTask({ units, verdicts }: Resolving, weighed: Weighed): Deciding {
  const { pairs, levels, weights, profileAt, weightBetween, shareRoster } = weighed
  const width = allComparisons.length
  const nameAt = allComparisons.findIndex(({ id }) => id === 'person-name')
  return {
    units: units.length,
    pairs: pairs.length,
    sidesOf: (pair) => [pairs.left[pair] as number, pairs.right[pair] as number],
    weightOf: (pair) => weights[pair] as number,
    foundIn: foundLevels(levels),
    weightBetween,
    hasId: (unit) => units.idNumberOf(unit) !== null,
    hasAnothersId: (unit) => rowsOf(units.at(unit)).every(isAnothers),
    shareRoster,
    staysAlone: (unit) => isDeathWithoutNumber(units.at(unit)),
    verdict: verdicts.between,
    same: verdicts.same,
    mustAsk: (pair) => {
      const name = levels[pair * width + nameAt] as number
      const isSame = name === 0 || name === 1
      return isSame && mustAsk(profileAt(pairs.left[pair] as number), profileAt(pairs.right[pair] as number))
    },
    order: contentOrder(units),
  }
}

// A row of the death roster that has no number, or next to nothing of one: a namesake's death marks nobody dead.
function isDeathWithoutNumber(unit: Unit): boolean {
  if (unit.idNumber !== null) return false
  return rowsOf(unit).some((record) => {
    const known = record.idNumber?.pattern.replaceAll('?', '').length ?? 0
    return record.system === 'death' && known < 12
  })
}

function contentOrder(units: Units): (a: number, b: number) => number {
  return (a, b) => {
    const [left, right] = [units.at(a), units.at(b)]
    // Usable numbers first, rows of this month first: the order in which units stand for their person.
    const rank = (unit: Unit) => Number(unit.idNumber === null) * 2 + Number(unit.records.length === 0)
    return (
      rank(left) - rank(right) ||
      compareText(left.idNumber ?? '', right.idNumber ?? '') ||
      compareText(keyContent(left), keyContent(right))
    )
  }
}
