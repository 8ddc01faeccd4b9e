import type { Month } from '../domain/month.js'
import { blockingRules } from './blocking-rules.js'
import { allComparisons } from './comparisons/all.js'
import { rowContent } from './exact.js'
import type { CandidatePairs } from './linkage/blocking.js'
import { hash53 } from './linkage/content-hash.js'
import { countPatterns, learn } from './linkage/learn.js'
import { fits, type LevelModel, type LinkageModel } from './linkage/model.js'
import { randomPairs } from './linkage/random-pairs.js'
import { compareAll, type LevelTable } from './linkage/score.js'
import type { Profile } from './profile.js'
import { rowsOf } from './unit.js'
import type { Units } from './units.js'

/** Pairs for u: enough to see every level that is not rare; for the rare ones the priors stand. */
const randomTarget = 60_000

/** How many true pairs the priors of m weigh. A township's worth of damaged ids moves them, a village's does not. */
const priorPairs = 30

/** A model is learned anew when a comparison's mean weight for true pairs moved by more bits than this since it was written. */
const driftBits = 1.5

/** Fewest matches that let a newly learned model replace a known one. */
const leastSupport = 100

// What a session's blocking rules fix, its comparisons cannot be learned from it. There is none by telephone or household: who shares these is mostly
// another member of the family, and EM would learn to find families.
const sessions: readonly { readonly rules: readonly string[]; readonly fixed: readonly string[] }[] = [
  { rules: ['name-and-village'], fixed: ['person-name', 'place'] },
  {
    rules: ['last-nine', 'first-nine-last-four', 'last-eight'],
    fixed: ['birth-date', 'identity-number', 'partial-number', 'sex'],
  },
]

/** Learns a model from this month's candidate pairs, those with an unusable number on a side: only they are what the model is for. */
export function learnModel(
  units: Units,
  pairs: CandidatePairs,
  levels: LevelTable,
  profileOf: (unit: number) => Profile,
  lambda: number,
  month: Month,
): LinkageModel {
  const width = allComparisons.length
  const random = randomPairs(units.length, (i) => contentHash(units, i), randomTarget)
  const isLoose = (unit: number) => units.idNumberOf(unit) === null
  return learn({
    comparisons: allComparisons,
    learnedIn: month,
    lambda,
    random: countPatterns(compareAll(random, profileOf, allComparisons), width, random.length, () => true),
    sessions: sessions.map(({ rules, fixed }) => {
      const mask = rules.reduce((bits, id) => bits | (1 << blockingRules.findIndex((rule) => rule.id === id)), 0)
      const isIncluded = (pair: number) =>
        ((pairs.rules[pair] as number) & mask) !== 0 &&
        (isLoose(pairs.left[pair] as number) || isLoose(pairs.right[pair] as number))
      return { fixed, patterns: countPatterns(levels, width, pairs.length, isIncluded) }
    }),
    priorPairs,
  })
}

/** The model to use: the known one as long as it fits and the new one does not contradict it, so that scores stay the same from month to month. */
export function chooseModel(known: LinkageModel | null, learned: LinkageModel): LinkageModel {
  if (!known || !fits(known, allComparisons)) return learned
  const drifted = learned.support.matches >= leastSupport && drift(known, learned) > driftBits
  return drifted ? learned : { ...known, lambda: learned.lambda }
}

/** How far two models of the same comparisons are apart: the largest change of a comparison's mean weight among true pairs, in bits. */
export function drift(known: LinkageModel, learned: LinkageModel): number {
  return Math.max(
    ...learned.comparisons.map(({ levels }, c) =>
      levels.reduce((sum, level, k) => {
        const before = known.comparisons[c]?.levels[k]
        return before ? sum + level.m * Math.abs(weightOf(level) - weightOf(before)) : sum
      }, 0),
    ),
  )
}

function weightOf({ m, u }: LevelModel): number {
  return Math.log2(m / u)
}

// By what the unit says and not by where it stands: a file that is named otherwise or sorted anew gives the same weights.
function contentHash(units: Units, i: number): number {
  const idNumber = units.idNumberOf(i)
  if (idNumber !== null) return hash53(idNumber, 5)
  const [row] = rowsOf(units.look(i))
  return hash53(row === undefined ? '' : rowContent(row), 5)
}
