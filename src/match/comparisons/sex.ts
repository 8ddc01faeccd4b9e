import { type Comparison, nullLevel } from '../linkage/comparison.js'
import type { Profile } from '../profile.js'

/** The sex, from a usable id number or else from the row's column. */
export default {
  id: 'sex',
  title: '性别',
  levels: [
    { id: 'same', words: '性别相同', prior: { m: 0.99, u: 0.5 } },
    { id: 'different', words: '性别不同', prior: { m: 0.01, u: 0.5 } },
  ],
  compare(a, b) {
    if (a.sex === null || b.sex === null) return nullLevel
    return a.sex === b.sex ? 0 : 1
  },
} satisfies Comparison<Profile>
