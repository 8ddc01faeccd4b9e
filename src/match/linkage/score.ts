import type { CandidatePairs } from './blocking.js'
import type { Comparison, Frequencies } from './comparison.js'
import { type LinkageModel, levelWeight, priorWeight, rarityWeight } from './model.js'

/** The level of every comparison for every pair: `levels[pair * comparisons + c]`, `nullLevel` where a side does not say. */
export type LevelTable = Int8Array

/** Frequencies by comparison id, for those that have a rarity. */
export type FrequencyTable = Readonly<Record<string, Frequencies>>

/** Compares every candidate pair in every respect. Pairs that follow each other with one left side fetch it once. */
export function compareAll<R>(
  pairs: CandidatePairs,
  item: (index: number) => R,
  comparisons: readonly Comparison<R>[],
): LevelTable {
  const levels = new Int8Array(pairs.length * comparisons.length)
  let left: R | null = null
  for (let i = 0; i < pairs.length; i++) {
    if (left === null || pairs.left[i] !== pairs.left[i - 1]) left = item(pairs.left[i] as number)
    const right = item(pairs.right[i] as number)
    for (let c = 0; c < comparisons.length; c++)
      levels[i * comparisons.length + c] = (comparisons[c] as Comparison<R>).compare(left, right)
  }
  return levels
}

/** The match weight in bits of every pair: what chance alone gives, plus each comparison's weight, plus what rarity adds. */
export function weigh<R>(
  pairs: CandidatePairs,
  levels: LevelTable,
  item: (index: number) => R,
  comparisons: readonly Comparison<R>[],
  model: LinkageModel,
  frequencies: FrequencyTable,
): Float64Array {
  const weightOf = weigher(item, comparisons, model, frequencies)
  const weights = new Float64Array(pairs.length)
  for (let i = 0; i < pairs.length; i++)
    weights[i] = weightOf(pairs.left[i] as number, pairs.right[i] as number, levels, i * comparisons.length)
  return weights
}

/** Gives the weight of any two items whose levels stand in `levels` from `at`. */
function weigher<R>(
  item: (index: number) => R,
  comparisons: readonly Comparison<R>[],
  model: LinkageModel,
  frequencies: FrequencyTable,
): (left: number, right: number, levels: LevelTable, at: number) => number {
  const table = comparisons.map(({ levels: of }, c) => of.map((_, level) => levelWeight(model, c, level)))
  const start = priorWeight(model.lambda)
  const rare = comparisons.flatMap((comparison, c) =>
    comparison.rarity ? [{ comparison, c, strength: comparison.rarity.strength }] : [],
  )
  return (left, right, levels, at) => {
    let weight = start
    for (let c = 0; c < comparisons.length; c++) {
      const level = levels[at + c] as number
      if (level >= 0) weight += table[c]?.[level] as number
    }
    for (const { comparison, c, strength } of rare) {
      const level = levels[at + c] as number
      // Most pairs are at a level that rarity says nothing of, and their sides need not be fetched.
      if (!strength[level]) continue
      const sides = [item(left), item(right)] as const
      weight += rarityWeight(model, c, comparison, level, sides, frequencies[comparison.id])
    }
    return weight
  }
}
