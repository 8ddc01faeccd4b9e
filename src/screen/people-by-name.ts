import type { Person } from '../match/person.js'

/** Finds persons by name: for registers without ids, for parents and guardians whom a row only names, and for one person under two numbers. */
export interface PeopleByName {
  /** Everybody of that name in the township, in no particular order: ask whether there is one, or whether one does. */
  inTownship(name: string | null, township: string | null): readonly Person[]
  /** Everybody else in the county of the person's name and birth date, by key; nobody where one of them is not known. */
  namesakes(person: Person): readonly Person[]
}

/** Indexes persons by township and name. */
export function peopleByName(persons: readonly Person[]): PeopleByName {
  const townships = new Map<string, Map<string, Person[]>>()
  for (const person of persons) {
    const { name, place } = person
    if (name === null) continue
    const township = place.township ?? unknown
    let names = townships.get(township)
    if (!names) {
      names = new Map()
      townships.set(township, names)
    }
    const group = names.get(name)
    if (group) group.push(person)
    else names.set(name, [person])
  }
  return {
    inTownship: (name, township) =>
      (name !== null && township !== null && townships.get(township)?.get(name)) || nobody,
    namesakes: (person) => {
      const { name, birthDate } = person
      if (name === null || birthDate === null) return nobody
      const others = [...townships.values()]
        .flatMap((names) => names.get(name) ?? [])
        .filter((other) => other !== person && other.birthDate === birthDate)
      return others.sort((a, b) => (a.key < b.key ? -1 : 1))
    },
  }
}

const nobody: readonly Person[] = []
// No township is called so.
const unknown = ''
