import type { Comparison, Frequencies } from './comparison.js'
import { nullLevel } from './comparison.js'

/** What was learned of one level. */
export interface LevelModel {
  readonly id: string
  /** Share of true pairs at this level. */
  readonly m: number
  /** Share of chance pairs at this level. */
  readonly u: number
}

/** A Fellegi–Sunter model as plain data: it is written with the run and read back the next month. */
export interface LinkageModel {
  readonly version: 1
  /** Where it comes from: the month it was learned in, or `prior`. */
  readonly learnedIn: string
  /** The probability that two records taken at random are a true pair. */
  readonly lambda: number
  /** Number of candidate pairs and the matches expected among them when it was learned; 0 for priors. */
  readonly support: { readonly pairs: number; readonly matches: number }
  readonly comparisons: readonly { readonly id: string; readonly levels: readonly LevelModel[] }[]
}

/** The model before anything is learned: the comparisons' own priors. */
export function priorModel(comparisons: readonly Comparison<never>[], lambda: number): LinkageModel {
  return {
    version: 1,
    learnedIn: 'prior',
    lambda,
    support: { pairs: 0, matches: 0 },
    comparisons: comparisons.map(({ id, levels }) => ({
      id,
      levels: levels.map((level) => ({ id: level.id, ...level.prior })),
    })),
  }
}

/** True when a stored model speaks of exactly these comparisons and levels, so that it can be used again. */
export function fits(model: LinkageModel, comparisons: readonly Comparison<never>[]): boolean {
  if (model.version !== 1 || model.comparisons.length !== comparisons.length) return false
  return comparisons.every((comparison, i) => {
    const known = model.comparisons[i]
    if (known?.id !== comparison.id || known.levels.length !== comparison.levels.length) return false
    return comparison.levels.every((level, k) => level.id === known.levels[k]?.id)
  })
}

/** The match weight in bits of comparison `c` at `level` (0 for null). */
export function levelWeight(model: LinkageModel, c: number, level: number): number {
  if (level === nullLevel) return 0
  const known = model.comparisons[c]?.levels[level]
  return known ? Math.log2(known.m / known.u) : 0
}

/** What rarity adds to comparison `c` at `level`: common values take away, rare ones give (peers: term frequency). In bits. */
export function rarityWeight<R>(
  model: LinkageModel,
  c: number,
  comparison: Comparison<R>,
  level: number,
  pair: readonly [R, R],
  frequencies: Frequencies | undefined,
): number {
  const strength = level === nullLevel ? 0 : (comparison.rarity?.strength[level] ?? 0)
  if (strength === 0 || !comparison.rarity || !frequencies) return 0
  const [left, right] = [comparison.rarity.value(pair[0]), comparison.rarity.value(pair[1])]
  if (left === null && right === null) return 0
  const share = Math.max(left === null ? 0 : frequencies.share(left), right === null ? 0 : frequencies.share(right))
  const usual = model.comparisons[c]?.levels[0]?.u as number
  return strength * (Math.log2(usual) - Math.log2(share))
}

/** log2 of the odds that two records taken at random are a true pair. */
export function priorWeight(lambda: number): number {
  return Math.log2(lambda / (1 - lambda))
}

/** The probability that belongs to a match weight in bits. */
export function probability(weight: number): number {
  return weight >= 0 ? 1 / (1 + 2 ** -weight) : 2 ** weight / (1 + 2 ** weight)
}
