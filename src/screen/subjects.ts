import type { Programme } from '../domain/programme.js'
import type { Household, Person } from '../match/person.js'
import type { ScreeningInput } from './context.js'
import type { AnyOf } from './rule.js'

/** Persons by roster and households by system, so that a rule visits only those it may speak of. */
export interface Subjects {
  /** Persons who stand in one of each group, in the order of the run; everybody when there are no groups. */
  persons(needs: readonly AnyOf[]): readonly Person[]
  households(systems: readonly Programme[]): readonly Household[]
}

/** Indexes the run once. An uncertain link counts: the rule itself looks only at certain ones. */
export function subjectsOf(input: ScreeningInput): Subjects {
  const byProgramme = new Map<Programme, number[]>()
  input.persons.forEach((person, position) => {
    for (const { record } of person.links)
      for (const programme of record.programmes) {
        const list = byProgramme.get(programme)
        if (!list) byProgramme.set(programme, [position])
        else if (list.at(-1) !== position) list.push(position)
      }
  })
  const standing = (group: AnyOf) => group.flatMap((programme) => byProgramme.get(programme) ?? [])
  return {
    persons: (needs) => {
      if (needs.length === 0) return input.persons
      const [first, ...others] = needs.map(standing).sort((a, b) => a.length - b.length) as [number[], ...number[][]]
      const sets = others.map((list) => new Set(list))
      return [...new Set(first)]
        .filter((position) => sets.every((set) => set.has(position)))
        .sort((a, b) => a - b)
        .map((position) => input.persons[position] as Person)
    },
    households: (systems) => input.households.filter((household) => systems.includes(household.system)),
  }
}
