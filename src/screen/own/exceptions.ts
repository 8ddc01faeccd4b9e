import { compareText } from '../../domain/compare-text.js'
import type { Programme } from '../../domain/programme.js'
import { backPaymentBeforeDeath } from '../exceptions/back-payment.js'
import { conversionMonth } from '../exceptions/conversion-month.js'
import { deathInRosterMonth } from '../exceptions/death-in-roster-month.js'
import type { Exception } from '../rule.js'
import { allRules } from '../rules/all.js'
import type { OwnRule } from './own-rule.js'

/** The exceptions that speak of certain programmes: an own rule gets them for the programmes it needs. */
const made = [backPaymentBeforeDeath, conversionMonth, deathInRosterMonth]

/**
 * The exceptions that an own rule of the unit may choose, by id: those that the catalogue's rules of that unit use. `list`: the programmes that the
 * rule is about.
 */
export function exceptionsFor(
  unit: OwnRule['unit'],
  list: readonly Programme[],
): ReadonlyMap<string, Exception<never>> {
  const used = allRules
    .filter((rule) => rule.unit === unit)
    .flatMap((rule): readonly Exception<never>[] => rule.exceptions)
  const known = new Map(used.map((exception) => [exception.id, exception]))
  for (const make of made) {
    const exception = make(list)
    if (known.has(exception.id)) known.set(exception.id, exception)
  }
  return new Map([...known].sort(([a], [b]) => compareText(a, b)))
}
