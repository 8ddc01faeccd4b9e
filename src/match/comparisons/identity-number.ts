import { type Comparison, nullLevel, placesOf } from '../linkage/comparison.js'
import { compareBirth, hasNumber, isPartial, sameArea } from '../number-parts.js'
import type { Profile } from '../profile.js'

const levels = [
  { id: 'equal', words: '残缺号码完全相同', prior: { m: 0.08, u: 1e-9 } },
  { id: 'former', words: '一方登记的旧号就是另一方的号码', prior: { m: 0.02, u: 1e-9 } },
  { id: 'one-digit', words: '号码只差一位', prior: { m: 0.49, u: 3e-8 } },
  { id: 'swapped', words: '号码相邻两位颠倒', prior: { m: 0.16, u: 1e-8 } },
  { id: 'missing-digit', words: '号码多一位或少一位', prior: { m: 0.12, u: 5e-8 } },
  { id: 'area', words: '号码地区码不同，其余各位一致', prior: { m: 0.01, u: 2e-7 } },
  { id: 'month-day', words: '号码中出生月日颠倒', prior: { m: 0.01, u: 1e-8 } },
  { id: 'shifted', words: '号码漏一位、另多一位', prior: { m: 0.015, u: 1e-7 } },
  { id: 'shifted-tail', words: '号码后几位漏一位、另多一位', prior: { m: 0.005, u: 1e-6 } },
  { id: 'two-digits', words: '号码差两位', prior: { m: 0.06, u: 1e-6 } },
  { id: 'birth-and-area', words: '出生日期和地区码一致，顺序码不同', prior: { m: 0.01, u: 4e-5 } },
  { id: 'birth', words: '出生日期一致，号码不同', prior: { m: 0.01, u: 4e-5 } },
  { id: 'birth-slip', words: '出生日期差一位或月日颠倒，号码不同', prior: { m: 0.005, u: 1.5e-3 } },
  { id: 'different', words: '号码和出生日期不同', prior: { m: 0.005, u: 0.998 } },
] as const

const at = placesOf(levels)

/**
 * Two id numbers of which nothing was lost, together with the birth date inside them: one comparison, since they are one fact (design §3). Where a side's
 * number has lost characters `partial-number` speaks, where a side has none `birth-date`: never two of the three, since a masked number that agrees
 * is to be judged among masked numbers, and all of them agree that belong together.
 */
export default {
  id: 'identity-number',
  title: '公民身份号码',
  levels,
  compare(a, b) {
    if (isFormer(a, b) || isFormer(b, a)) return at.former
    if (!hasNumber(a) || !hasNumber(b) || isPartial(a) || isPartial(b)) return nullLevel
    const digits = digitLevel(a.pattern, b.pattern)
    if (digits !== null) return digits
    const birth = compareBirth(a, b)
    // What is no date is no number's date either: a number too far from the other to be a slip of it speaks against it as well.
    if (birth === null) return at.different
    if (birth === 'same') return sameArea(a, b) ? at['birth-and-area'] : at.birth
    return birth === 'slip' ? at['birth-slip'] : at.different
  },
} satisfies Comparison<Profile>

function isFormer(a: Profile, b: Profile): boolean {
  return a.unit.idNumber !== null && b.formerIds.includes(a.unit.idNumber)
}

// Null when the digits say nothing that the birth date does not say.
function digitLevel(a: string, b: string): number | null {
  if (a === b) return at.equal
  if (a.length !== b.length) return Math.abs(a.length - b.length) === 1 && oneLeftOut(a, b) ? at['missing-digit'] : null
  if (a.length !== 18) return null
  // The first and the last unlike digit, and how many there are.
  let [i, j, unlike] = [-1, -1, 0]
  for (let k = 0; k < 18; k++) {
    if (a[k] === b[k]) continue
    if (unlike === 0) i = k
    j = k
    unlike++
  }
  if (unlike === 1) return at['one-digit']
  if (unlike === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i]) return at.swapped
  if (j < 6) return at.area
  if (i >= 10 && j < 14 && isAlike(a, 10, b, 12, 2) && isAlike(a, 12, b, 10, 2)) return at['month-day']
  const isShifted = isAlike(a, i + 1, b, i, j - i) || isAlike(b, i + 1, a, i, j - i)
  // Twins' numbers are the same up to the last four, and a few digits moved up happen to fit: it takes more of them, the birth date's too.
  if (isShifted) return j - i < 4 ? at['shifted-tail'] : at.shifted
  return unlike === 2 ? at['two-digits'] : null
}

// Whether `count` characters of two texts are the same.
function isAlike(a: string, from: number, b: string, other: number, count: number): boolean {
  for (let k = 0; k < count; k++) if (a[from + k] !== b[other + k]) return false
  return true
}

function oneLeftOut(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(i) === long.slice(i + 1)
}
