import { normalName } from '../../domain/person-name.js'
import { hash32 } from '../linkage/content-hash.js'
import { soundsOf, standardForm } from './characters.js'

/** A name taken apart once for all the comparisons it takes part in. */
export interface NameForm {
  /** As the record has it. */
  readonly text: string
  /** `normalName`, without middle dots, each character in its standard form, Latin letters small. */
  readonly standard: string
  /** The characters of `standard`; one lost to an old encoding is `?`, one hidden by masking `*`. */
  readonly characters: readonly string[]
  /** One reading a character, run together; Latin letters stay: the block in which names that sound alike meet. */
  readonly sound: string
  /** Hashes for blocking. */
  readonly keys: NameKeys
}

/** Hashes of a name or of what a slip in one place leaves of it. */
export interface NameKeys {
  readonly standard: number
  readonly sound: number
  /** Of the first two letters of the sound. */
  readonly first: number
  /** Of the sound of the last character. */
  readonly last: number
  /** Of the sound of all characters but the last. */
  readonly head: number
}

/** Makes name forms and remembers them: pinyin is looked up once for each distinct name. */
export type NameBook = (name: string) => NameForm

const lost = /[?□■◻◼○●�\uE000-\uF8FF]/u

/** A name book for one run. */
export function nameBook(): NameBook {
  const forms = new Map<string, NameForm>()
  return (name) => {
    let form = forms.get(name)
    if (!form) {
      form = nameForm(name)
      forms.set(name, form)
    }
    return form
  }
}

const common = /^[\u4E00-\u9FA5]+$/

function uncommonCharacters(name: string): readonly string[] {
  const plain = normalName(name).replaceAll('·', '').toLowerCase()
  return [...plain].map((character) => (lost.test(character) ? '?' : standardForm(character)))
}

/** Takes a name apart. */
export function nameForm(name: string): NameForm {
  const characters = common.test(name) ? [...name].map(standardForm) : uncommonCharacters(name)
  const sounds = characters.map((character) => soundsOf(character)[0] ?? character)
  const sound = sounds.join('')
  const standard = characters.join('')
  const keys = {
    standard: hash32(standard, 1),
    sound: hash32(sound, 2),
    first: hash32(sound, 3, 0, 2),
    last: hash32(sounds.at(-1) ?? '', 4),
    head: hash32(sounds.slice(0, -1).join(''), 5),
  }
  return { text: name, standard, characters, sound, keys }
}
