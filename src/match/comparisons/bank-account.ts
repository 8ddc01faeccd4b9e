import { type Comparison, nullLevel } from '../linkage/comparison.js'
import { meet, type Profile } from '../profile.js'

/** The account that money is paid to; one account may serve a whole household. */
export default {
  id: 'bank-account',
  title: '银行账号',
  levels: [
    { id: 'same', words: '银行账号相同', prior: { m: 0.6, u: 3e-5 } },
    { id: 'different', words: '银行账号不同', prior: { m: 0.4, u: 0.99997 } },
  ],
  compare(a, b) {
    const [left, right] = [a.bankAccounts, b.bankAccounts]
    if (left.length === 0 || right.length === 0) return nullLevel
    return meet(left, right) ? 0 : 1
  },
} satisfies Comparison<Profile>
