import { type Comparison, nullLevel } from '../linkage/comparison.js'
import type { Profile } from '../profile.js'

/** The telephone; families share one, so it says less than it seems. */
export default {
  id: 'phone',
  title: '联系电话',
  levels: [
    { id: 'same', words: '电话相同', prior: { m: 0.5, u: 5e-5 } },
    { id: 'different', words: '电话不同', prior: { m: 0.5, u: 0.99995 } },
  ],
  compare(a, b) {
    if (a.phones.length === 0 || b.phones.length === 0) return nullLevel
    return a.phones.some((phone) => b.phones.includes(phone)) ? 0 : 1
  },
} satisfies Comparison<Profile>
