import { standsForMonthOf } from '../domain/month.js'
import { meet, type Profile } from './profile.js'

/** A profile with an id number, whole or not. */
export type Numbered = Profile & { readonly pattern: string }

/** Shortest text that is taken for an id number, or for what is left of one; passports and the like are shorter. */
const leastLength = 15

/** Whether there is an id number, usable or not, with or without lost characters. */
export function hasNumber(profile: Profile): profile is Numbered {
  return profile.pattern !== null && profile.pattern.length >= leastLength
}

/** Whether characters of the number are lost or masked. */
export function isPartial({ pattern }: Numbered): boolean {
  return pattern.includes('?')
}

/** Whether two numbers begin with the same area code. */
export function sameArea(a: Numbered, b: Numbered): boolean {
  return a.pattern.length === b.pattern.length && a.pattern.slice(0, 6) === b.pattern.slice(0, 6)
}

/**
 * How the birth dates of two sides stand to each other, the best of all that each gives in a number or a column: a slip is one digit of eight, or month
 * and day exchanged. Null where a side gives none, and where they agree in the month and one is its first day: that stands for a month without a day.
 */
export function compareBirth(a: Profile, b: Profile): 'same' | 'slip' | 'different' | null {
  const [left, right] = [a.birthDates, b.birthDates]
  if (left.length === 0 || right.length === 0) return null
  if (meet(left, right)) return 'same'
  if (left.some((date) => right.some((other) => standsForMonthOf(date, other) || standsForMonthOf(other, date))))
    return null
  return left.some((date) => right.some((other) => isSlip(date, other))) ? 'slip' : 'different'
}

// Of dates written YYYY-MM-DD.
function isSlip(a: string, b: string): boolean {
  let unlike = 0
  for (let i = 0; i < 10; i++) if (a[i] !== b[i]) unlike++
  if (unlike === 1) return true
  for (let i = 0; i < 5; i++) if (a[i] !== b[i]) return false
  return a[5] === b[8] && a[6] === b[9] && a[8] === b[5] && a[9] === b[6]
}
