import { type Comparison, nullLevel } from '../linkage/comparison.js'
import { meet, type Profile } from '../profile.js'

/** The telephone; families share one, so it says less than it seems. */
export default {
  id: 'phone',
  title: '联系电话',
  levels: [
    { id: 'same', words: '电话相同', prior: { m: 0.5, u: 5e-5 } },
    { id: 'different', words: '电话不同', prior: { m: 0.5, u: 0.99995 } },
  ],
  compare(a, b) {
    const [left, right] = [a.phones, b.phones]
    if (left.length === 0 || right.length === 0) return nullLevel
    return meet(left, right) ? 0 : 1
  },
} satisfies Comparison<Profile>
