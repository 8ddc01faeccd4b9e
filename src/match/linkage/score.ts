import type { CandidatePairs } from './blocking.js'
import type { Comparison, Frequencies } from './comparison.js'
import { type LinkageModel, levelWeight, priorWeight, rarityWeight } from './model.js'

/** The level of every comparison for every pair: `levels[pair * comparisons + c]`, `nullLevel` where a side does not say. */
export type LevelTable = Int8Array

/** Frequencies by comparison id, for those that have a rarity. */
export type FrequencyTable = Readonly<Record<string, Frequencies>>

/** Compares every candidate pair in every respect. */
export function compareAll<R>(
  pairs: CandidatePairs,
  item: (index: number) => R,
  comparisons: readonly Comparison<R>[],
): LevelTable {
  const levels = new Int8Array(pairs.length * comparisons.length)
  for (let i = 0; i < pairs.length; i++) {
    const [left, right] = [item(pairs.left[i] as number), item(pairs.right[i] as number)]
    for (const [c, comparison] of comparisons.entries())
      levels[i * comparisons.length + c] = comparison.compare(left, right)
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
  const width = comparisons.length
  const table = comparisons.map(({ levels: of }, c) => of.map((_, level) => levelWeight(model, c, level)))
  const start = priorWeight(model.lambda)
  const weights = new Float64Array(pairs.length)
  for (let i = 0; i < pairs.length; i++) {
    let weight = start
    for (let c = 0; c < width; c++) {
      const level = levels[i * width + c] as number
      if (level >= 0) weight += table[c]?.[level] as number
    }
    weights[i] = weight + rarity(pairs, i, levels, item, comparisons, model, frequencies)
  }
  return weights
}

function rarity<R>(
  pairs: CandidatePairs,
  i: number,
  levels: LevelTable,
  item: (index: number) => R,
  comparisons: readonly Comparison<R>[],
  model: LinkageModel,
  frequencies: FrequencyTable,
): number {
  let sum = 0
  for (const [c, comparison] of comparisons.entries()) {
    if (!comparison.rarity) continue
    const level = levels[i * comparisons.length + c] as number
    const pair = [item(pairs.left[i] as number), item(pairs.right[i] as number)] as const
    sum += rarityWeight(model, c, comparison, level, pair, frequencies[comparison.id])
  }
  return sum
}
