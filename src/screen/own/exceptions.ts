import { compareText } from '../../domain/compare-text.js'
import { coverage, type Programme } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import { backPaymentBeforeDeath } from '../exceptions/back-payment.js'
import { conversionMonth } from '../exceptions/conversion-month.js'
import { deathInRosterMonth } from '../exceptions/death-in-roster-month.js'
import { anyDepartureRecorded, departureRecorded } from '../exceptions/departure-recorded.js'
import { paymentStopped, supportStopped } from '../exceptions/stop-stated.js'
import type { Exception } from '../rule.js'
import { allRules } from '../rules/all.js'
import type { OwnRule } from './own-rule.js'

/** The exceptions that speak of certain programmes: an own rule gets them for the programmes it needs. */
const made: readonly ((list: readonly Programme[]) => Exception<Person>)[] = [
  backPaymentBeforeDeath,
  conversionMonth,
  deathInRosterMonth,
  (list) => (isAboutPayments(list) ? anyDepartureRecorded : departureRecorded),
  (list) => (isAboutPayments(list) ? paymentStopped : supportStopped),
]

// A stop of 低保 explains no subsidy that ended, nor the other way round.
function isAboutPayments(list: readonly Programme[]): boolean {
  return list.length > 0 && !list.some((programme) => (coverage as readonly Programme[]).includes(programme))
}

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
