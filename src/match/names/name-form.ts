import { normalName } from '../../domain/person-name.js'
import { endHash, foldText, hash32, startHash } from '../linkage/content-hash.js'
import { type NumberList, numberList } from '../linkage/number-list.js'
import { textTable } from '../text-table.js'
import { soundsOf, standardForm } from './characters.js'

/**
 * A name taken apart once for all the comparisons it takes part in. A county has hundreds of thousands of distinct names, so it holds little: the
 * characters and sounds are worked out again for the few that are compared.
 */
export interface NameForm {
  /** Its number in its book, from 0: names are counted in plain lists. */
  readonly at: number
  /** As the record has it. */
  readonly text: string
  /** `normalName`, without middle dots, each character in its standard form, Latin letters small; lost characters are `?`, masked ones `*`. */
  readonly standard: string
}

/**
 * The keys of a name, by where they stand among the keys of its number in a book: hashes for blocking of the standard form, of the sound (one reading a
 * character, run together: names that sound alike meet), of its first two letters, of the sound of the last character, and of that of all others.
 */
export const nameKeys = { standard: 0, sound: 1, first: 2, last: 3, head: 4, count: 5 } as const

/** One of the keys of the name with a number; `keys` are those of its book, `part` is one of `nameKeys`. */
export function nameKey(keys: Int32Array, number: number, part: number): number {
  return keys[number * nameKeys.count + part] as number
}

/** Numbers the names of a run and makes their forms: pinyin is looked up once for each distinct name. */
export interface NameBook {
  /** The form of a name. */
  readonly of: (name: string) => NameForm
  /** The number of a name; a new one gets the next. */
  readonly numberOf: (name: string) => number
  /** The form of the name with a number. */
  readonly at: (number: number) => NameForm
  /**
   * The keys of all names so far, as many for each as `nameKeys` counts, in the order of the names' numbers; 30 bits, so that they stay small integers.
   * In one list, so that whoever has a number need not fetch the form. A name that is entered later may make the list anew.
   */
  readonly keys: () => Int32Array
}

const lost = /[?□■◻◼○●�\uE000-\uF8FF]/u
const common = /^[\u4E00-\u9FA5]+$/

/** A name book for one run, of about `expected` names. */
export function nameBook(expected = 0): NameBook {
  const names = textTable(expected)
  // Of the few names that differ from theirs.
  const standards = new Map<number, string>()
  const keys = numberList(expected * nameKeys.count)
  const numberOf = (name: string) => {
    const number = names.enter(name)
    if (number * nameKeys.count === keys.length()) {
      const standard = standardOf(name)
      if (standard !== name) standards.set(number, standard)
      enterKeys(standard, keys)
    }
    return number
  }
  // Made anew each time: as many objects as a county has names would be read by every garbage collection.
  const at = (number: number): NameForm => {
    const text = names.texts[number] as string
    return { at: number, text, standard: standards.get(number) ?? text }
  }
  return { of: (name) => at(numberOf(name)), numberOf, at, keys: () => keys.items }
}

/** Takes a name apart; `at` is its number in a book. */
export function nameForm(name: string, at = 0): NameForm {
  return { at, text: name, standard: standardOf(name) }
}

function standardOf(name: string): string {
  return common.test(name) ? commonStandard(name) : uncommonStandard(name)
}

/** One reading a character, run together; Latin letters stay. */
export function soundOf(form: NameForm): string {
  return [...form.standard].map(firstSound).join('')
}

// Without making the texts of sounds: this runs for every distinct name of the county.
function enterKeys(standard: string, keys: NumberList): void {
  let [sound, first, head, before] = [startHash(2), startHash(3), startHash(5), startHash(5)]
  let letters = 0
  let last = ''
  const plain = common.test(standard)
  // Iterating over a text makes an object a character; only characters beyond the basic plane need it.
  const characters = plain ? standard : [...standard]
  for (let i = 0; i < characters.length; i++) {
    last = firstSound(characters[i] as string)
    before = head
    sound = foldText(sound, last)
    if (letters < 2) first = foldText(first, last, 0, 2 - letters)
    head = foldText(head, last)
    letters += last.length
  }
  // In the order of `nameKeys`.
  for (const hash of [hash32(standard, 1), endHash(sound), endHash(first), hash32(last, 4), endHash(before)])
    keys.push(hash >>> 2)
}

function firstSound(character: string): string {
  return soundsOf(character)[0] ?? character
}

// The name itself when it needs no change, so that nothing new is kept.
function commonStandard(name: string): string {
  for (let i = 0; i < name.length; i++)
    if (standardForm(name[i] as string) !== name[i]) return [...name].map(standardForm).join('')
  return name
}

function uncommonStandard(name: string): string {
  const plain = normalName(name).replaceAll('·', '').toLowerCase()
  return [...plain].map((character) => (lost.test(character) ? '?' : standardForm(character))).join('')
}
