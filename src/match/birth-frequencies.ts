import type { Frequencies } from './linkage/comparison.js'
import { dayCode } from './number-codes.js'
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
    if (units.idNumberOf(i) !== null) enter(units.birthDayOf(i))
    else for (const date of birthDatesOf(units.look(i))) enter(dayCode(date))
  }
  return { share: (date) => Math.max(usualShare, ((uses.get(dayCode(date)) ?? 0) - 2) / units.length) }
}
