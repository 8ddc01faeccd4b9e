import { type Comparison, nullLevel, placesOf } from '../linkage/comparison.js'
import { compareBirth, hasNumber } from '../number-parts.js'
import type { Profile } from '../profile.js'

const levels = [
  { id: 'same', words: '出生日期一致', prior: { m: 0.94, u: 4e-5 } },
  { id: 'slip', words: '出生日期差一位或月日颠倒', prior: { m: 0.03, u: 1.5e-3 } },
  { id: 'different', words: '出生日期不同', prior: { m: 0.03, u: 0.998 } },
] as const

const at = placesOf(levels)

/** The birth date where a side has no id number to compare; a day that many rows give (the first of January, say) proves less. */
export default {
  id: 'birth-date',
  title: '出生日期',
  levels,
  compare(a, b) {
    const birth = hasNumber(a) && hasNumber(b) ? null : compareBirth(a, b)
    return birth === null ? nullLevel : at[birth]
  },
  rarity: { value: (profile) => profile.birthDates[0] ?? null, strength: [1, 0, 0] },
} satisfies Comparison<Profile>
