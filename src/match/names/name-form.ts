import { normalName } from '../../domain/person-name.js'
import { endHash, foldText, hash32, startHash } from '../linkage/content-hash.js'
import { textTable } from '../text-table.js'
import { soundsOf, standardForm } from './characters.js'

/**
 * A name taken apart once for all the comparisons it takes part in. A county has hundreds of thousands of distinct names, so it holds little: the
 * characters and sounds are worked out again for the few that are compared. The keys are hashes for blocking, 30 bits so that they stay small integers.
 */
export interface NameForm {
  /** Its number in its book, from 0: names are counted in plain lists. */
  readonly at: number
  /** As the record has it. */
  readonly text: string
  /** `normalName`, without middle dots, each character in its standard form, Latin letters small; lost characters are `?`, masked ones `*`. */
  readonly standard: string
  readonly standardKey: number
  /** Of one reading a character, run together: names that sound alike meet. */
  readonly soundKey: number
  /** Of the first two letters of the sound. */
  readonly firstKey: number
  /** Of the sound of the last character. */
  readonly lastKey: number
  /** Of the sound of all characters but the last. */
  readonly headKey: number
}

/** Makes name forms and remembers them: pinyin is looked up once for each distinct name. */
export type NameBook = (name: string) => NameForm

const lost = /[?□■◻◼○●�\uE000-\uF8FF]/u
const common = /^[\u4E00-\u9FA5]+$/

/** A name book for one run. */
export function nameBook(): NameBook {
  const names = textTable(0)
  const forms: NameForm[] = []
  return (name) => {
    const at = names.enter(name)
    if (at === forms.length) forms.push(nameForm(name, at))
    return forms[at] as NameForm
  }
}

/** Takes a name apart; `at` is its number in a book. */
export function nameForm(name: string, at = 0): NameForm {
  const standard = common.test(name) ? commonStandard(name) : uncommonStandard(name)
  const hashes = soundHashes(standard)
  return { at, text: name, standard, standardKey: hash32(standard, 1) >>> 2, ...hashes }
}

/** One reading a character, run together; Latin letters stay. */
export function soundOf(form: NameForm): string {
  return [...form.standard].map(firstSound).join('')
}

// Hashes of the sound and of parts of it, without making the texts: this runs for every distinct name of the county.
function soundHashes(standard: string): Pick<NameForm, 'soundKey' | 'firstKey' | 'lastKey' | 'headKey'> {
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
  return {
    soundKey: endHash(sound) >>> 2,
    firstKey: endHash(first) >>> 2,
    lastKey: hash32(last, 4) >>> 2,
    headKey: endHash(before) >>> 2,
  }
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
