import { type Comparison, nullLevel } from './comparison.js'
import type { LevelModel, LinkageModel } from './model.js'
import type { LevelTable } from './score.js'

/** Pairs with the same levels everywhere, counted. */
export interface Pattern {
  readonly levels: readonly number[]
  readonly count: number
}

/** Pairs that share one blocking key: what the key already says of them must not be learned from them. */
interface Session {
  readonly patterns: readonly Pattern[]
  /** Ids of the comparisons that the blocking key fixes; they are left out. */
  readonly fixed: readonly string[]
}

/** What a model is learned from. */
export interface LearningTask<R> {
  readonly comparisons: readonly Comparison<R>[]
  readonly learnedIn: string
  /** Known before: the probability that two records taken at random are a true pair. EM never touches it. */
  readonly lambda: number
  /** Random pairs, nearly all of them not true. */
  readonly random: readonly Pattern[]
  readonly sessions: readonly Session[]
  /** How many true pairs the priors of m weigh: small counties lean on them, large ones forget them. */
  readonly priorPairs: number
}

/** Fewest expected true pairs of a session that has a say in m. */
const leastMatches = 20
const mostRounds = 100
const converged = 1e-5

/** Five bits a comparison, in a number that is exact up to 2^53. */
const mostComparisons = 10

/**
 * Groups pairs by their levels. Patterns in the order of their levels, so that sums come out the same whatever the order of pairs. Throws for more
 * comparisons than a pattern holds.
 */
export function countPatterns(
  levels: LevelTable,
  width: number,
  pairs: number,
  isIncluded: (pair: number) => boolean,
): readonly Pattern[] {
  if (width > mostComparisons) throw new RangeError(`${width} comparisons: a pattern holds ${mostComparisons} at most`)
  const counts = new Map<number, number>()
  for (let pair = 0; pair < pairs; pair++) {
    if (!isIncluded(pair)) continue
    let code = 0
    for (let c = 0; c < width; c++) code = code * 32 + (levels[pair * width + c] as number) + 1
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([code, count]) => {
      const of: number[] = []
      let rest = code
      for (let c = 0; c < width; c++) {
        of.unshift((rest % 32) - 1)
        rest = Math.floor(rest / 32)
      }
      return { levels: of, count }
    })
}

/**
 * Learns a model without a single labelled pair: u from random pairs, m by expectation maximisation over each session, the median of the sessions
 * for each level (Fellegi and Sunter 1969; Winkler 1988; the arrangement in sessions follows Splink).
 */
export function learn<R>(task: LearningTask<R>): LinkageModel {
  const u = task.comparisons.map((comparison, c) => learnU(comparison, c, task.random))
  const sessions = task.sessions.map((session) => maximise(task, session, u))
  const trusted = sessions.filter(({ matches }) => matches >= leastMatches)
  return {
    version: 1,
    learnedIn: task.learnedIn,
    lambda: task.lambda,
    support: {
      pairs: task.sessions.reduce((sum, { patterns }) => sum + sizeOf(patterns), 0),
      matches: Math.round(trusted.reduce((most, { matches }) => Math.max(most, matches), 0)),
    },
    comparisons: task.comparisons.map((comparison, c) => {
      const found = trusted.flatMap(({ m }) => (m[c] ? [m[c]] : []))
      const shares = found.length === 0 ? priors(comparison) : normalised(medians(found))
      return {
        id: comparison.id,
        levels: comparison.levels.map(
          ({ id }, k): LevelModel => ({ id, m: shares[k] as number, u: u[c]?.[k] as number }),
        ),
      }
    }),
  }
}

// One imagined pair at each level: where the sample is too small to see a level the prior stands, where it is large the count does.
function learnU<R>(comparison: Comparison<R>, c: number, random: readonly Pattern[]): readonly number[] {
  const counts = comparison.levels.map(() => 0)
  let total = 0
  for (const { levels, count } of random) {
    const level = levels[c] as number
    if (level === nullLevel) continue
    counts[level] = (counts[level] as number) + count
    total += count
  }
  return normalised(comparison.levels.map(({ prior }, k) => ((counts[k] as number) + 1) / (total + 1 / prior.u)))
}

interface Maximised {
  /** By comparison; null for fixed ones. */
  readonly m: readonly (readonly number[] | null)[]
  readonly matches: number
}

function maximise<R>(task: LearningTask<R>, session: Session, u: readonly (readonly number[])[]): Maximised {
  const free = task.comparisons.map(({ id }) => !session.fixed.includes(id))
  let m = task.comparisons.map(priors)
  let lambda = startingLambda(task, session, u)
  let matches = 0
  for (let round = 0; round < mostRounds; round++) {
    const sums = task.comparisons.map(({ levels }) => levels.map(() => 0))
    matches = 0
    for (const { levels, count } of session.patterns) {
      const share = count * expectation(levels, m, u, free, lambda)
      matches += share
      for (const [c, level] of levels.entries())
        if (level !== nullLevel) (sums[c] as number[])[level] = (sums[c]?.[level] as number) + share
    }
    const next = task.comparisons.map((comparison, c) => posterior(sums[c] as number[], comparison, task.priorPairs))
    const moved = Math.max(...next.map((shares, c) => largestStep(shares, m[c] as readonly number[])))
    m = next
    lambda = Math.min(0.999, Math.max(1e-9, matches / Math.max(sizeOf(session.patterns), 1)))
    if (moved < converged) break
  }
  return { m: m.map((shares, c) => (free[c] ? shares : null)), matches }
}

// Pairs of a session agree on its key, so that far more of them are true than of random ones.
function startingLambda<R>(task: LearningTask<R>, session: Session, u: readonly (readonly number[])[]): number {
  let odds = task.lambda / (1 - task.lambda)
  for (const [c, comparison] of task.comparisons.entries())
    if (session.fixed.includes(comparison.id)) odds *= (comparison.levels[0]?.prior.m as number) / (u[c]?.[0] as number)
  return Math.min(0.9, Math.max(1e-6, odds / (1 + odds)))
}

function expectation(
  levels: readonly number[],
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  free: readonly boolean[],
  lambda: number,
): number {
  let odds = lambda / (1 - lambda)
  for (const [c, level] of levels.entries())
    if (free[c] && level !== nullLevel) odds *= (m[c]?.[level] as number) / (u[c]?.[level] as number)
  return odds / (1 + odds)
}

function posterior<R>(sums: readonly number[], { levels }: Comparison<R>, priorPairs: number): number[] {
  const total = sums.reduce((sum, share) => sum + share, 0)
  return normalised(levels.map(({ prior }, k) => ((sums[k] as number) + priorPairs * prior.m) / (total + priorPairs)))
}

function priors<R>({ levels }: Comparison<R>): number[] {
  return normalised(levels.map(({ prior }) => prior.m))
}

function normalised(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}

function largestStep(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((share, k) => Math.abs(share - (b[k] as number))))
}

function medians(found: readonly (readonly number[])[]): number[] {
  return (found[0] as readonly number[]).map((_, k) => {
    const sorted = found.map((shares) => shares[k] as number).sort((a, b) => a - b)
    const middle = Math.floor(sorted.length / 2)
    return sorted.length % 2 === 1
      ? (sorted[middle] as number)
      : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
  })
}

function sizeOf(patterns: readonly Pattern[]): number {
  return patterns.reduce((sum, { count }) => sum + count, 0)
}
