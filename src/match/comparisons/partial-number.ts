import { type Comparison, nullLevel, placesOf } from '../linkage/comparison.js'
import { compareBirth, hasNumber, isPartial, sameArea } from '../number-parts.js'
import type { Profile } from '../profile.js'

const levels = [
  { id: 'ends', words: '出生日期和号码后四位一致', prior: { m: 0.3, u: 1e-8 } },
  { id: 'tail-lost', words: '号码末几位丢失，其余一致', prior: { m: 0.4, u: 8e-6 } },
  { id: 'tail', words: '号码未脱敏的后四位一致', prior: { m: 0.12, u: 2e-4 } },
  { id: 'birth-and-area', words: '出生日期和地区码一致，其余不明', prior: { m: 0.1, u: 4e-5 } },
  { id: 'birth', words: '出生日期一致，号码其余不明', prior: { m: 0.02, u: 4e-5 } },
  { id: 'masked', words: '号码未脱敏的各位一致', prior: { m: 0.04, u: 0.015 } },
  { id: 'birth-unlike', words: '出生日期一致，号码未丢失的其余各位不同', prior: { m: 0.005, u: 4e-5 } },
  { id: 'birth-slip', words: '出生日期差一位或月日颠倒', prior: { m: 0.01, u: 1.5e-3 } },
  { id: 'different', words: '号码未丢失的各位或出生日期不同', prior: { m: 0.01, u: 0.98 } },
] as const

const at = placesOf(levels)

/** What is left of numbers that lost characters (masked, cut off, the area left out), with a birth-date column where it stands in for them. */
export default {
  id: 'partial-number',
  title: '残缺的公民身份号码',
  levels,
  compare(a, b) {
    if (!hasNumber(a) || !hasNumber(b) || !(isPartial(a) || isPartial(b))) return nullLevel
    const seen = agreement(a.pattern, b.pattern)
    const birth = compareBirth(a, b)
    if (birth === null) return withoutBirth(seen)
    if (birth !== 'same') return birth === 'slip' ? at['birth-slip'] : at.different
    if (seen === null) return at['birth-unlike']
    if (seen.isTailKnown) return at.ends
    if (seen.beyondBirth > 0) return at['tail-lost']
    return sameArea(a, b) ? at['birth-and-area'] : at.birth
  },
} satisfies Comparison<Profile>

function withoutBirth(seen: Agreement | null): number {
  if (seen === null) return at.different
  if (seen.isTailKnown) return at.tail
  return seen.beyondArea >= 4 ? at.masked : nullLevel
}

/** Places, from the seventh and from the fifteenth on, at which both numbers can be read. */
interface Agreement {
  readonly beyondArea: number
  readonly beyondBirth: number
  readonly isTailKnown: boolean
}

// Null when a character that both show is not the same.
function agreement(a: string, b: string): Agreement | null {
  let [beyondArea, beyondBirth] = [0, 0]
  for (let i = 0; i < 18; i++) {
    if (a[i] === '?' || b[i] === '?') continue
    if (a[i] !== b[i]) return null
    if (i >= 6) beyondArea++
    if (i >= 14) beyondBirth++
  }
  return { beyondArea, beyondBirth, isTailKnown: beyondBirth === 4 }
}
