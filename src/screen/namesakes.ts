import type { Person } from '../match/person.js'

/**
 * For each person who shares name and birth date with somebody, all who do, the person included, in the order given. In two steps, so that no key
 * has to be made up for each of some hundred thousand people; a group is made for the second one only, since nearly all have no namesake.
 */
export function groupNamesakes(persons: readonly Person[]): ReadonlyMap<Person, readonly Person[]> {
  const byBirth = new Map<string, Map<string, Person>>()
  const groups = new Map<Person, Person[]>()
  for (const person of persons) {
    const { name, birthDate } = person
    if (name === null || birthDate === null) continue
    let byName = byBirth.get(birthDate)
    if (!byName) {
      byName = new Map()
      byBirth.set(birthDate, byName)
    }
    const first = byName.get(name)
    if (!first) {
      byName.set(name, person)
      continue
    }
    const group = groups.get(first) ?? [first]
    group.push(person)
    groups.set(first, group).set(person, group)
  }
  return groups
}
