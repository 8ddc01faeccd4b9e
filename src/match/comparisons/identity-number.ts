import { birthDateOf } from '../../domain/id-number.js'
import { type Comparison, nullLevel } from '../linkage/comparison.js'
import type { Profile } from '../profile.js'

const levels = [
  { id: 'equal', words: '残缺号码完全相同', prior: { m: 0.06, u: 1e-9 } },
  { id: 'former', words: '一方登记的旧号就是另一方的号码', prior: { m: 0.02, u: 1e-9 } },
  { id: 'one-digit', words: '号码只差一位', prior: { m: 0.3, u: 3e-8 } },
  { id: 'swapped', words: '号码相邻两位颠倒', prior: { m: 0.1, u: 1e-8 } },
  { id: 'missing-digit', words: '号码多一位或少一位', prior: { m: 0.08, u: 5e-8 } },
  { id: 'month-day', words: '号码中出生月日颠倒', prior: { m: 0.01, u: 1e-8 } },
  { id: 'shifted', words: '号码漏一位、另多一位', prior: { m: 0.02, u: 1e-7 } },
  { id: 'tail-lost', words: '号码末几位丢失，其余一致', prior: { m: 0.12, u: 8e-6 } },
  { id: 'masked', words: '号码未脱敏的各位一致', prior: { m: 0.06, u: 1e-4 } },
  { id: 'two-digits', words: '号码差两位', prior: { m: 0.04, u: 1e-6 } },
  { id: 'birth-and-area', words: '出生日期和地区码一致，顺序码不同', prior: { m: 0.01, u: 4e-5 } },
  { id: 'birth', words: '出生日期一致', prior: { m: 0.15, u: 4e-5 } },
  { id: 'birth-slip', words: '出生日期差一位或月日颠倒', prior: { m: 0.03, u: 1.5e-3 } },
  { id: 'different', words: '号码和出生日期不同', prior: { m: 0.01, u: 0.998 } },
] as const

const at = Object.fromEntries(levels.map(({ id }, i) => [id, i])) as Record<(typeof levels)[number]['id'], number>

/** The id number together with the birth date inside it: one comparison, since they are one fact (design §3). */
export default {
  id: 'identity-number',
  title: '公民身份号码与出生日期',
  levels,
  compare(a, b) {
    if (isFormer(a, b) || isFormer(b, a)) return at.former
    const digits = a.pattern === null || b.pattern === null ? null : digitLevel(a.pattern, b.pattern)
    if (digits !== null) return digits
    if (a.birthDates.length === 0 || b.birthDates.length === 0) return nullLevel
    if (a.birthDates.some((date) => b.birthDates.includes(date)))
      return sameArea(a.pattern, b.pattern) ? at['birth-and-area'] : at.birth
    const slip = a.birthDates.some((date) => b.birthDates.some((other) => birthSlip(date, other)))
    return slip ? at['birth-slip'] : at.different
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
  const unlike: number[] = []
  let known = 0
  for (let i = 0; i < 18; i++) {
    if (a[i] === '?' || b[i] === '?') continue
    known++
    if (a[i] !== b[i]) unlike.push(i)
  }
  if (unlike.length === 0) return lostLevel(a, b, known)
  return known < 18 ? null : wholeLevel(a, b, unlike)
}

// Two whole numbers of eighteen characters that are unlike at these places.
function wholeLevel(a: string, b: string, unlike: readonly number[]): number | null {
  const [i, j] = [unlike[0] as number, unlike.at(-1) as number]
  if (unlike.length === 1) return at['one-digit']
  if (unlike.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i]) return at.swapped
  const monthDay = a.slice(10, 12) === b.slice(12, 14) && a.slice(12, 14) === b.slice(10, 12)
  if (monthDay && i >= 10 && j < 14) return at['month-day']
  if (a.slice(i + 1, j + 1) === b.slice(i, j) || b.slice(i + 1, j + 1) === a.slice(i, j)) return at.shifted
  return unlike.length === 2 ? at['two-digits'] : null
}

// What is visible agrees. With the birth date among it the tail is lost; otherwise enough beyond the area code must be visible.
function lostLevel(a: string, b: string, known: number): number | null {
  const birthKnown = birthDateOf(a) !== null && birthDateOf(b) !== null
  if (birthKnown && known >= 15) return at['tail-lost']
  const beyondArea = [...a.slice(6)].filter((digit, i) => digit !== '?' && b[6 + i] !== '?').length
  return !birthKnown && beyondArea >= 4 ? at.masked : null
}

function oneLeftOut(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 15 || short.includes('?') || long.includes('?')) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(i) === long.slice(i + 1)
}

function sameArea(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.length === b.length && a.slice(0, 6) === b.slice(0, 6)
}

// One digit of eight, or month and day exchanged, or the eve of the lunar muddle left out: that is no slip of the hand.
function birthSlip(a: string, b: string): boolean {
  const [left, right] = [a.replaceAll('-', ''), b.replaceAll('-', '')]
  let unlike = 0
  for (let i = 0; i < 8; i++) if (left[i] !== right[i]) unlike++
  if (unlike === 1) return true
  return left === right.slice(0, 4) + right.slice(6, 8) + right.slice(4, 6)
}
