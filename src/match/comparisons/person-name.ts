import { type Comparison, nullLevel } from '../linkage/comparison.js'
import { compareNames, type NameEvidence, nameEvidence } from '../names/name-evidence.js'
import type { Profile } from '../profile.js'

const words: Record<NameEvidence, { words: string; m: number; u: number }> = {
  equal: { words: '姓名相同', m: 0.94, u: 6e-4 },
  'other-writing': { words: '姓名是同一字的繁体、异体或另一写法', m: 0.01, u: 2e-5 },
  'same-sound': { words: '姓名同音', m: 0.02, u: 1.2e-3 },
  'look-alike': { words: '姓名有一字形近', m: 0.01, u: 8e-4 },
  'missing-character': { words: '姓名缺一字或有一字无法显示', m: 0.01, u: 2e-3 },
  'one-other': { words: '姓名有一字不同', m: 0.005, u: 2e-2 },
  different: { words: '姓名不同', m: 0.005, u: 0.97 },
}

/** The name, weighted by how common the full name is; the best of all names that each side is known by. */
export default {
  id: 'person-name',
  title: '姓名',
  levels: nameEvidence.map((id) => ({ id, words: words[id].words, prior: { m: words[id].m, u: words[id].u } })),
  compare(a, b) {
    if (a.names.length === 0 || b.names.length === 0) return nullLevel
    let best: number = nameEvidence.length - 1
    for (const left of a.names)
      for (const right of b.names) {
        best = Math.min(best, nameEvidence.indexOf(compareNames(left, right)))
        if (best === 0) return 0
      }
    return best
  },
  rarity: { value: (profile) => profile.names[0]?.standard ?? null, strength: [1, 1, 0.5, 0.5, 0, 0, 0] },
} satisfies Comparison<Profile>
