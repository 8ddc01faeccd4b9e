import { type Comparison, nullLevel } from '../linkage/comparison.js'
import type { Profile } from '../profile.js'

/** Where the person lives; aliases are already resolved by towns.csv. The best of all places that each side is known at. */
export default {
  id: 'place',
  title: '乡镇和村',
  levels: [
    { id: 'village', words: '同村', prior: { m: 0.85, u: 0.006 } },
    { id: 'township', words: '同乡镇', prior: { m: 0.11, u: 0.08 } },
    { id: 'different', words: '乡镇不同', prior: { m: 0.04, u: 0.914 } },
  ],
  compare(a, b) {
    let best = nullLevel as number
    const rights = b.places
    for (const left of a.places)
      for (const right of rights) {
        const level = compareTownship(left.township, right.township, left.village, right.village)
        if (level === 0) return 0
        if (level !== nullLevel) best = best === nullLevel ? level : Math.min(best, level)
      }
    return best
  },
} satisfies Comparison<Profile>

function compareTownship(a: string | null, b: string | null, villageA: string | null, villageB: string | null): number {
  if (a === null || b === null) return nullLevel
  if (a !== b) return 2
  return villageA !== null && villageA === villageB ? 0 : 1
}
