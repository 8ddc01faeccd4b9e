import { type Programme, programmes } from '../domain/programme.js'
import type { Household, Person } from '../match/person.js'
import type { ScreeningInput } from './context.js'
import type { Among, AnyOf } from './rule.js'
import { inProgramme } from './standing.js'

/** Persons by roster and households by system, so that a rule visits only those it may speak of. */
export interface Subjects {
  /** Persons who stand in one of each group, in the order of the run; without groups those it speaks of `among` all, or everybody. */
  persons(needs: readonly AnyOf[], among?: Among): readonly Person[]
  households(systems: readonly Programme[]): readonly Household[]
}

/** Indexes the run once: which rosters name each person, one bit a roster. An uncertain link counts; the rule looks at certain ones only. */
export function subjectsOf(input: ScreeningInput): Subjects {
  const standing = new Int32Array(input.persons.length)
  input.persons.forEach((person, position) => {
    let bits = 0
    for (const { record } of person.links) bits |= bitsOf(record.programmes)
    standing[position] = bits
  })
  const narrowed = new Map<Among, readonly Person[]>()
  const among = (who: Among) => {
    const found = narrowed.get(who) ?? input.persons.filter(tests[who])
    narrowed.set(who, found)
    return found
  }
  return {
    persons: (needs, who) => {
      if (needs.length === 0) return who === undefined ? input.persons : among(who)
      const groups = needs.map(bitsOf)
      const found: Person[] = []
      for (let position = 0; position < standing.length; position++)
        if (meetsAll(standing[position] as number, groups)) found.push(input.persons[position] as Person)
      return found
    },
    households: (systems) => input.households.filter((household) => systems.includes(household.system)),
  }
}

const tests: Readonly<Record<Among, (person: Person) => boolean>> = {
  'faulty-number': (person) => person.links.some(({ record }) => record.idNumber?.state !== 'intact'),
  'left-a-roster': (person) =>
    person.past.some((record) => record.programmes.some((programme) => !inProgramme(person, [programme]))),
}

function meetsAll(bits: number, groups: readonly number[]): boolean {
  for (const group of groups) if ((bits & group) === 0) return false
  return true
}

function bitsOf(list: readonly Programme[]): number {
  let bits = 0
  for (const programme of list) bits |= bitOf[programme]
  return bits
}

const bitOf = Object.fromEntries(
  Object.keys(programmes).map((programme, position) => [programme, 1 << position]),
) as Record<Programme, number>
