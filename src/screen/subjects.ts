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
  const standing = new Int32Array(input.persons.length * words)
  input.persons.forEach((person, position) => {
    for (const { record } of person.links)
      for (const programme of record.programmes) {
        const { word, bit } = placeOf[programme]
        standing[position * words + word] = (standing[position * words + word] as number) | bit
      }
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
      const groups = needs.map(maskOf)
      const found: Person[] = []
      for (let position = 0; position < input.persons.length; position++)
        if (meetsAll(standing, position * words, groups)) found.push(input.persons[position] as Person)
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

function meetsAll(standing: Int32Array, start: number, groups: readonly Int32Array[]): boolean {
  for (const group of groups) {
    let meets = false
    for (let word = 0; word < words; word++) {
      if (((standing[start + word] as number) & (group[word] as number)) !== 0) meets = true
    }
    if (!meets) return false
  }
  return true
}

function maskOf(list: readonly Programme[]): Int32Array {
  const mask = new Int32Array(words)
  for (const programme of list) {
    const { word, bit } = placeOf[programme]
    mask[word] = (mask[word] as number) | bit
  }
  return mask
}

// Bitwise operators see 32 bits, and there are more kinds of lists than that.
const bitsInWord = 32
const words = Math.ceil(Object.keys(programmes).length / bitsInWord)
const placeOf = Object.fromEntries(
  Object.keys(programmes).map((programme, position) => [
    programme,
    { word: Math.floor(position / bitsInWord), bit: 1 << (position % bitsInWord) },
  ]),
) as Record<Programme, { readonly word: number; readonly bit: number }>
