import { type Comparison, nullLevel } from '../linkage/comparison.js'
import { meet, type Profile } from '../profile.js'

/** The family: somebody of one side's household is in the other's, the same number inside one system, or a head of the same name. */
export default {
  id: 'household',
  title: '家庭',
  levels: [
    { id: 'member', words: '同户另有成员或户主证号一致', prior: { m: 0.45, u: 2e-5 } },
    { id: 'number', words: '同一系统内户编号相同', prior: { m: 0.1, u: 2e-5 } },
    { id: 'head-name', words: '户主姓名相同', prior: { m: 0.2, u: 1e-3 } },
    { id: 'different', words: '家庭不同', prior: { m: 0.25, u: 0.998 } },
  ],
  compare(a, b) {
    if (meet(a.kin, b.kin) || meet(a.headIds, b.headIds)) return 0
    if (meet(a.householdNumbers, b.householdNumbers)) return 1
    if (meet(a.headNames, b.headNames)) return 2
    const known = (profile: Profile) => profile.kin.length + profile.headNames.length + profile.headIds.length > 0
    return known(a) && known(b) ? 3 : nullLevel
  },
} satisfies Comparison<Profile>
