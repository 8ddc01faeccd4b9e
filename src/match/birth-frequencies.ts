import type { Frequencies } from './linkage/comparison.js'
import { birthDatesOf } from './profile.js'
import type { Units } from './units.js'

/** What a day's share is when it is nobody's favourite: people of a county were born on some twenty-five thousand days. */
const usualShare = 4e-5

/**
 * How many people other than two give a birth date, as a share of all units: offices fill in the first of January where they do not know, and such a day
 * says little. No day counts as rarer than usual.
 */
export function birthFrequencies(units: Units): Frequencies {
  const uses = new Map<number, number>()
  const enter = (day: number) => uses.set(day, (uses.get(day) ?? 0) + 1)
  for (let i = 0; i < units.length; i++) {
    const idNumber = units.idNumberOf(i)
    if (idNumber !== null) enter(dayNumber(idNumber, 6))
    else for (const date of birthDatesOf(units.look(i))) enter(dayNumber(date, 0))
  }
  return { share: (date) => Math.max(usualShare, ((uses.get(dayNumber(date, 0)) ?? 0) - 2) / units.length) }
}

// YYYYMMDD of a text from a place on, dashes left out.
function dayNumber(text: string, from: number): number {
  let day = 0
  for (let i = from, digits = 0; digits < 8 && i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0) continue
    day = day * 10 + digit
    digits++
  }
  return day
}
