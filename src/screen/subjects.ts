import type { Programme } from '../domain/programme.js'
import type { Household, Person } from '../match/person.js'
import type { Among, HouseholdRule, PersonRule } from './rule.js'

/** What a rule carries through the walk over its subjects. */
interface Asking<R> {
  readonly rule: R
}

/**
 * Calls `visit` for each person with each rule that may speak of them: who stands in one of each group that the rule needs; without groups those
 * it speaks of `among` all, or everybody. An uncertain link counts; the rule looks at certain ones only. One walk for all rules: fetching some
 * hundred thousand people costs more than most rules do. Persons come in their order, and so do the rules of each.
 */
export function visitPersons<A extends Asking<PersonRule>>(
  persons: readonly Person[],
  asking: readonly A[],
  visit: (asking: A, person: Person) => void,
): void {
  const concerned = concernedBy(asking)
  for (const person of persons) for (const each of concerned(person)) visit(each, person)
}

// By the rosters, then by the circles that somebody is of: whom each rule concerns is worked out once for all people who are alike.
function concernedBy<A extends Asking<PersonRule>>(asking: readonly A[]): (person: Person) => readonly A[] {
  const circles = (Object.keys(tests) as Among[]).filter((who) =>
    asking.some(({ rule }) => rule.needs.length === 0 && rule.among === who),
  )
  const known = new Map<Person['rosters'], (readonly A[])[]>()
  const concernedIn = (rosters: Person['rosters'], of: number) => {
    const mayBeOf = (who: Among) => (of & (1 << circles.indexOf(who))) !== 0
    const concerned = asking.filter(({ rule }) => isConcerned(rule, rosters, mayBeOf))
    const byCircle = known.get(rosters) ?? []
    byCircle[of] = concerned
    known.set(rosters, byCircle)
    return concerned
  }
  return (person) => {
    const of = circlesOf(person, circles)
    return known.get(person.rosters)?.[of] ?? concernedIn(person.rosters, of)
  }
}

// One bit for each circle.
function circlesOf(person: Person, circles: readonly Among[]): number {
  let of = 0
  for (let i = 0; i < circles.length; i++) if (tests[circles[i] as Among](person)) of |= 1 << i
  return of
}

function isConcerned({ needs, among }: PersonRule, rosters: Person['rosters'], isOf: (who: Among) => boolean): boolean {
  if (needs.length > 0) return needs.every((group) => group.some((programme) => rosters.has(programme)))
  return among === undefined || isOf(among)
}

/** Calls `visit` for each household with each rule that judges households of its system, in the order of the households, then of the rules. */
export function visitHouseholds<A extends Asking<HouseholdRule>>(
  households: readonly Household[],
  asking: readonly A[],
  visit: (asking: A, household: Household) => void,
): void {
  const bySystem = new Map<Programme, A[]>()
  for (const each of asking)
    for (const system of new Set(each.rule.systems)) bySystem.set(system, [...(bySystem.get(system) ?? []), each])
  for (const household of households) for (const each of bySystem.get(household.system) ?? []) visit(each, household)
}

const tests: Readonly<Record<Among, (person: Person) => boolean>> = {
  'faulty-number': ({ links }) => {
    for (const { record } of links) if (record.idNumber?.state !== 'intact') return true
    return false
  },
  'left-a-roster': ({ past, enrolled }) => {
    for (const { programmes: stood } of past) for (const programme of stood) if (!enrolled.has(programme)) return true
    return false
  },
}
