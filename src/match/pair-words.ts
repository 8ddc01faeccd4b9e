import { allComparisons } from './comparisons/all.js'
import { type Frequencies, nullLevel } from './linkage/comparison.js'
import { levelWeight, rarityWeight } from './linkage/model.js'
import type { ComparedLevel } from './person.js'
import type { Resolved } from './resolve.js'

/** The levels of a compared pair in words, null levels left out; what the rarity of the name adds stands on its own. */
export function describePair(resolved: Resolved, pair: number): readonly ComparedLevel[] {
  const { levels, model, pairs, profileAt, frequencies } = resolved
  const width = allComparisons.length
  const sides = [profileAt(pairs.left[pair] as number), profileAt(pairs.right[pair] as number)] as const
  return allComparisons.flatMap((comparison, c) => {
    const level = levels[pair * width + c] as number
    const found = level === nullLevel ? undefined : comparison.levels[level]
    if (!found) return []
    const own = { comparison: comparison.id, level: found.id, words: found.words, weight: levelWeight(model, c, level) }
    const rarity = rarityWeight(model, c, comparison, level, sides, frequencies[comparison.id])
    if (rarity === 0) return [own]
    const values = sides.flatMap((side) => comparison.rarity?.value(side) ?? [])
    const words = `此${comparison.title}在本县${rarityWords(rarity, values, frequencies[comparison.id])}`
    return [
      own,
      { comparison: `${comparison.id}-rarity`, level: rarity > 0 ? 'rare' : 'common', words, weight: rarity },
    ]
  })
}

// What weighs against them in a small county may still be nobody else's: a value that is only the two's has the least share there is.
function rarityWords(weight: number, values: readonly string[], frequencies: Frequencies | undefined): string {
  if (weight > 0) return '少见'
  const least = frequencies?.share('') ?? 0
  return values.every((value) => (frequencies?.share(value) ?? 0) <= least) ? '别无他人' : '常见'
}
