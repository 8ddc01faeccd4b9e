import { maskIdNumbersIn, showHouseholdNumber, showIdNumber } from '../domain/mask.js'
import { maskName } from '../domain/shown-name.js'
import type { Person } from '../match/person.js'
import { personId } from '../write/person-facts.js'

/** How people are named on the screen: masked, or whole where the clerk asked for it on a terminal. */
export interface Shown {
  readonly mask: 'none' | 'partial'
  id(number: string): string
  name(name: string | null): string
  /** A sentence that might hold an id. */
  text(sentence: string): string
  household(number: string | null): string
  /** `张* 340199********0017`. */
  person(person: Person): string
}

/** The way to show people; whole only when `unmask`. */
export function shownPeople(unmask: boolean): Shown {
  const mask = unmask ? 'none' : 'partial'
  const shown: Shown = {
    mask,
    id: (number) => (number === '' ? '（无号码）' : showIdNumber(number, mask)),
    name: (name) => (name === null ? '（无姓名）' : unmask ? name : maskName(name)),
    text: (sentence) => (unmask ? sentence : maskIdNumbersIn(sentence)),
    household: (number) => (number === null ? '' : showHouseholdNumber(number, mask)),
    person: (person) => `${shown.name(person.name)} ${shown.id(personId(person))}`,
  }
  return shown
}
