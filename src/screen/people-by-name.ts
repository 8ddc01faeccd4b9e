import type { Person } from '../match/person.js'

/** Finds persons of a township by name: for registers without ids, and for parents and guardians whom a row only names. */
export type PeopleByName = (name: string | null, township: string | null) => readonly Person[]

/** Indexes persons by township and name. Several persons come in no particular order: ask whether there is one, or whether one does. */
export function peopleByName(persons: readonly Person[]): PeopleByName {
  const townships = new Map<string, Map<string, Person[]>>()
  for (const person of persons) {
    const { name, place } = person
    if (name === null || place.township === null) continue
    let names = townships.get(place.township)
    if (!names) {
      names = new Map()
      townships.set(place.township, names)
    }
    const group = names.get(name)
    if (group) group.push(person)
    else names.set(name, [person])
  }
  return (name, township) => (name !== null && township !== null && townships.get(township)?.get(name)) || nobody
}

const nobody: readonly Person[] = []
