import { type Comparison, nullLevel } from '../linkage/comparison.js'
import { birthSlip, hasNumber, knowBirth, sameBirth } from '../number-parts.js'
import type { Profile } from '../profile.js'

/** The birth date where a side has no id number to compare; a day that many rows give (the first of January, say) proves less. */
export default {
  id: 'birth-date',
  title: '出生日期',
  levels: [
    { id: 'same', words: '出生日期一致', prior: { m: 0.94, u: 4e-5 } },
    { id: 'slip', words: '出生日期差一位或月日颠倒', prior: { m: 0.03, u: 1.5e-3 } },
    { id: 'different', words: '出生日期不同', prior: { m: 0.03, u: 0.998 } },
  ],
  compare(a, b) {
    if ((hasNumber(a) && hasNumber(b)) || !knowBirth(a, b)) return nullLevel
    if (sameBirth(a, b)) return 0
    return birthSlip(a, b) ? 1 : 2
  },
  rarity: { value: (profile) => profile.birthDates[0] ?? null, strength: [1, 0, 0] },
} satisfies Comparison<Profile>
