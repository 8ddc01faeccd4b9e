import { type Comparison, nullLevel, placesOf } from '../linkage/comparison.js'
import { compareNames, shareSurnameAlone } from '../names/name-evidence.js'
import type { NameForm } from '../names/name-form.js'
import type { Profile } from '../profile.js'

const levels = [
  { id: 'equal', words: '姓名相同', prior: { m: 0.94, u: 6e-4 } },
  { id: 'other-writing', words: '姓名是同一字的繁体、异体或另一写法', prior: { m: 0.01, u: 2e-5 } },
  { id: 'same-sound', words: '姓名同音', prior: { m: 0.02, u: 1.2e-3 } },
  { id: 'look-alike', words: '姓名有一字形近', prior: { m: 0.01, u: 8e-4 } },
  { id: 'missing-character', words: '姓名缺一字或有一字无法显示', prior: { m: 0.01, u: 2e-3 } },
  { id: 'one-other', words: '姓名有一字不同', prior: { m: 0.004, u: 2e-2 } },
  { id: 'short-other', words: '两字姓名，姓同名不同', prior: { m: 0.002, u: 2e-3 } },
  { id: 'different', words: '姓名不同', prior: { m: 0.004, u: 0.97 } },
] as const

const at = placesOf(levels)

/** The name, weighted by how common the full name is; the best of all names that each side is known by. */
export default {
  id: 'person-name',
  title: '姓名',
  levels,
  compare(a, b) {
    const [lefts, rights] = [a.names, b.names]
    if (lefts.length === 0 || rights.length === 0) return nullLevel
    let best = at.different
    for (const left of lefts)
      for (const right of rights) {
        best = Math.min(best, levelOf(left, right))
        if (best === 0) return 0
      }
    return best
  },
  rarity: { value: (profile) => profile.names[0]?.standard ?? null, strength: [1, 1, 0.5, 0.5, 0, 0, 0, 0] },
} satisfies Comparison<Profile>

function levelOf(left: NameForm, right: NameForm): number {
  const evidence = compareNames(left, right)
  return evidence === 'different' && shareSurnameAlone(left, right) ? at['short-other'] : at[evidence]
}
