import { pinyin } from 'pinyin-pro'
import { characterVariants } from './character-variants.js'
import { lookAlikeGroups } from './look-alikes.js'

const standardForms = readPairs(characterVariants)
const lookAlikes = readGroups(lookAlikeGroups)
const sounds = new Map<string, readonly string[]>()

/** The form in which a character is compared: traditional, variant and old forms become the common one (峯 → 峰). */
export function standardForm(character: string): string {
  return standardForms.get(character) ?? character
}

/** Toneless readings of a character, surname readings included, sorted; ü is v. Empty for what is no Chinese character. */
export function soundsOf(character: string): readonly string[] {
  const known = sounds.get(character)
  if (known) return known
  const options = { toneType: 'none', type: 'array', v: true } as const
  const readings = /\p{Script=Han}/u.test(character)
    ? [...pinyin(character, { ...options, multiple: true }), ...pinyin(character, { ...options, mode: 'surname' })]
    : []
  const found = [...new Set(readings)].filter((reading) => /^[a-zê]+$/.test(reading)).sort()
  sounds.set(character, found)
  return found
}

/** True when the two characters share a reading, tone ignored. */
export function soundAlike(a: string, b: string): boolean {
  const others = soundsOf(b)
  return soundsOf(a).some((reading) => others.includes(reading))
}

/** True when the two characters are easily taken for each other by eye. */
export function lookAlike(a: string, b: string): boolean {
  return lookAlikes.get(a)?.has(b) ?? false
}

function readPairs(text: string): ReadonlyMap<string, string> {
  const characters = [...text]
  const pairs = new Map<string, string>()
  for (let i = 0; i + 1 < characters.length; i += 2) pairs.set(characters[i] as string, characters[i + 1] as string)
  return pairs
}

function readGroups(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const likes = new Map<string, Set<string>>()
  const add = (a: string, b: string) => {
    const set = likes.get(a)
    if (set) set.add(b)
    else likes.set(a, new Set([b]))
  }
  for (const group of text.split(' ')) {
    const [head, ...others] = [...group] as [string, ...string[]]
    for (const other of others) {
      add(head, other)
      add(other, head)
    }
  }
  return likes
}
