import type { NameLikeness } from '../../domain/person-name.js'
import { lookAlike, soundAlike } from './characters.js'
import { type NameForm, soundOf } from './name-form.js'

/** What two names have in common, best first; `one-other` is the same surname and one unlike character of three or more, which brothers have too. */
export type NameEvidence =
  | 'equal'
  | 'other-writing'
  | 'same-sound'
  | 'look-alike'
  | 'missing-character'
  | 'one-other'
  | 'different'

/** Compares two names character by character and says how alike they are. */
export function compareNames(a: NameForm, b: NameForm): NameEvidence {
  if (a.standard === b.standard) {
    // What is hidden may be anybody's.
    if (a.standard.includes('*')) return 'missing-character'
    return a.text === b.text ? 'equal' : 'other-writing'
  }
  if (a.standard.length === b.standard.length && !beyond.test(a.standard) && !beyond.test(b.standard))
    return compareSameLength(a.standard, b.standard)
  const [left, right] = [[...a.standard], [...b.standard]]
  if (left.length === right.length) return compareSameLength(left, right)
  if (spelledAlike(a, b)) return 'same-sound'
  return missingCharacters(left, right) ? 'missing-character' : 'different'
}

/** Whether two names of one id number can be the same person's (D06): a slip or another writing, or clearly somebody else's. */
export function nameLikeness(a: NameForm, b: NameForm): NameLikeness {
  const evidence = compareNames(a, b)
  if (evidence === 'equal' || evidence === 'other-writing') return 'equal'
  if (evidence === 'different') return 'different'
  // One unlike given-name character: a wrong key more often than a brother under the same number, but not sure enough to accuse (isDoubtful).
  return 'variant'
}

/**
 * True when two names of one id number may as well be two brothers': rows joined on it are `probable`, and a question. Besides `one-other` these are
 * two names of two characters with one surname, which are too little alike for anything but one number in one village.
 */
export function isDoubtful(a: NameForm, b: NameForm): boolean {
  const evidence = compareNames(a, b)
  return evidence === 'one-other' || (evidence === 'different' && shareSurnameAlone(a, b))
}

/** True for two names of two characters that begin with the same one, of names that are found to be different. */
export function shareSurnameAlone(a: NameForm, b: NameForm): boolean {
  return isShort.test(a.standard) && isShort.test(b.standard) && a.standard[0] === b.standard[0]
}

const isShort = /^[\u4E00-\u9FA5]{2}$/

/** A name by its characters; without any beyond the basic plane the text itself, since a list of them would have to be made. */
type Characters = string | readonly string[]

const beyond = /[\uD800-\uDFFF]/

function compareSameLength(a: Characters, b: Characters): NameEvidence {
  // How many characters are unlike in which way.
  let [sound, shape, lost, other] = [0, 0, 0, 0]
  if (a.includes('*') || b.includes('*'))
    return maskFits([...a], [...b]) || maskFits([...b], [...a]) ? 'missing-character' : 'different'
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i] as string, b[i] as string]
    if (left === right) continue
    if (isLost(left) || isLost(right)) lost++
    else if (soundAlike(left, right)) sound++
    else if (lookAlike(left, right)) shape++
    else other++
  }
  const known = a.length - lost
  if (other === 0 && shape === 0) {
    if (lost === 0) return 'same-sound'
    return known > 0 && (lost === 1 || known > lost) ? 'missing-character' : 'different'
  }
  if (other === 0 && shape === 1 && lost === 0) return 'look-alike'
  if (transposed(a, b)) return 'look-alike'
  const slips = other + shape + lost
  // Transcribed names are long, and offices spell one or two of their characters differently.
  if (a.length >= 5 && slips <= 2) return 'look-alike'
  return a.length >= 3 && slips + sound === 1 && a[0] === b[0] ? 'one-other' : 'different'
}

function isLost(character: string): boolean {
  return character === '?' || /^[a-z]$/.test(character)
}

// 王明小 for 王小明: two given-name characters changed places.
function transposed(a: Characters, b: Characters): boolean {
  if (a.length !== 3) return false
  return a[0] === b[0] && a[1] === b[2] && a[2] === b[1]
}

// 张yan for 张燕: a character that the machine could not write was given in pinyin.
function spelledAlike(a: NameForm, b: NameForm): boolean {
  if (!/[a-z]/.test(a.standard + b.standard)) return false
  return soundOf(a) === soundOf(b)
}

// One name is the other with one character left out, with a masked run, or (long transcribed names) cut off.
function missingCharacters(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length === 0) return false
  if (short.includes('*')) return maskFits(short, long)
  if (short.length >= 3 && long.length >= 5 && short.every((character, i) => character === long[i])) return true
  if (long.length !== short.length + 1) return false
  let skipped = 0
  for (let i = 0; i < short.length; i++) {
    if (alike(short[i] as string, long[i + skipped] as string)) continue
    if (skipped === 1 || !alike(short[i] as string, long[i + 1] as string)) return false
    skipped = 1
  }
  return true
}

function alike(a: string, b: string): boolean {
  return a === b || soundAlike(a, b)
}

function maskFits(masked: readonly string[], long: readonly string[]): boolean {
  const first = masked.indexOf('*')
  const last = masked.lastIndexOf('*')
  if (first < 0) return false
  const tail = masked.length - 1 - last
  if (first === 0 && tail === 0) return false
  if (long.length < first + tail + 1) return false
  const before = masked.slice(0, first).every((character, i) => character === long[i])
  return before && masked.slice(last + 1).every((character, i) => character === long[long.length - tail + i])
}
