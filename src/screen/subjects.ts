import type { Programme } from '../domain/programme.js'
import type { Household, Person } from '../match/person.js'
import type { Context, HouseholdRule, PersonRule } from './rule.js'
import { type Asking, type Sieve, sieveOf } from './sieve.js'

/** Calls `visit` for each person with each rule that may speak of them, in the order of the persons, then of the rules. */
export function visitPersons<A extends Asking<PersonRule>>(
  persons: readonly Person[],
  asking: readonly A[],
  context: Context,
  visit: (asking: A, person: Person) => void,
): void {
  const sieve = sieveOf(asking, context)
  for (const person of persons) {
    sieve.lookAt(person)
    for (const each of sieve.take()) visit(each, person)
  }
}

/**
 * Calls `visit` for each household with each rule that judges households of its system and may speak of its members, in the order of the
 * households, then of the rules.
 */
export function visitHouseholds<A extends Asking<HouseholdRule>>(
  households: readonly Household[],
  asking: readonly A[],
  context: Context,
  visit: (asking: A, household: Household) => void,
): void {
  const sieves = new Map<Programme, Sieve<A>>()
  for (const system of new Set(asking.flatMap(({ rule }) => rule.systems))) {
    const judging = asking.filter(({ rule }) => rule.systems.includes(system))
    sieves.set(system, sieveOf(judging, context))
  }
  for (const household of households) {
    const sieve = sieves.get(household.system)
    if (!sieve) continue
    for (const member of household.members) sieve.lookAt(member)
    for (const each of sieve.take()) visit(each, household)
  }
}
