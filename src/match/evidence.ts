import { allComparisons } from './comparisons/all.js'
import { nullLevel } from './linkage/comparison.js'
import type { LevelTable } from './linkage/score.js'
import type { Profile } from './profile.js'

/** The levels that two units were found at, by comparison id; null where a side does not say. */
export type Found = Readonly<Record<string, string | null>>

/**
 * Gives the levels of a pair by id, from level numbers (one for each comparison, in the order of `allComparisons`). Pairs at the same levels are given the
 * same object: a county's pairs stand at few combinations, and each of them is asked several times.
 */
export function foundLevels(levels: LevelTable): (pair: number) => Found {
  const width = allComparisons.length
  const found: Found[] = []
  const numbers = new Map<number, number>()
  const combinations = new Int32Array(levels.length / width)
  for (let pair = 0; pair < combinations.length; pair++) {
    let code = 0
    for (let c = pair * width; c < (pair + 1) * width; c++) code = code * mostLevels + (levels[c] as number) - nullLevel
    const number = numbers.get(code) ?? found.length
    combinations[pair] = number
    if (number < found.length) continue
    found.push(namedLevels(levels.subarray(pair * width, (pair + 1) * width)))
    numbers.set(code, number)
  }
  return (pair) => found[combinations[pair] as number] as Found
}

// With the one of a side that does not say; as many comparisons as there are stay within the exact integers.
const mostLevels = 1 + Math.max(...allComparisons.map(({ levels }) => levels.length))

function namedLevels(levels: LevelTable): Found {
  return Object.fromEntries(allComparisons.map(({ id, levels: of }, c) => [id, of[levels[c] as number]?.id ?? null]))
}

const nearlyEqual = ['equal', 'one-digit', 'swapped', 'missing-digit', 'area', 'shifted', 'ends']
const sureDigits = [...nearlyEqual, 'former', 'month-day', 'shifted-tail', 'two-digits', 'tail-lost', 'tail', 'masked']

const sameBirth = ['birth', 'birth-and-area', 'birth-unlike']

// With these names a brother is as likely.
const brothers = ['one-other', 'short-other']
const slips = ['same-sound', 'look-alike']
const sameNames = ['equal', 'other-writing']

/**
 * Whether evidence of this kind may ever link, whatever its weight. A name must be the same or a slip of it, sexes must not differ, and a number or
 * birth date must speak for it; without either, everything else has to: the same full name, and the village or something that a family shares.
 */
export function mayLink(found: Found): boolean {
  const name = found['person-name'] ?? 'different'
  if (found.sex === 'different' || name === 'different') return false
  const number = found['identity-number'] ?? found['partial-number'] ?? null
  // A brother's name is a brother's, unless the numbers are all but equal; two short names have little in common besides the surname.
  if (brothers.includes(name))
    return nearlyEqual.includes(number ?? '') && (name === 'one-other' || found.place === 'village')
  if (number !== null && sureDigits.includes(number)) return true
  const isBirth = found['birth-date'] === 'same' || (number !== null && sameBirth.includes(number))
  if (isBirth) return sameNames.includes(name) || found.place === 'village' || sharesSomething(found)
  if (number !== null || found['birth-date'] != null) return false
  return withoutNumber(found, name)
}

/** Whether two rows of one roster, which holds a person once, may be one person: under one name, or with numbers that are all but equal. */
export function mayStandTwice(found: Found): boolean {
  return haveOneName(found) || nearlyEqual.includes(found['identity-number'] ?? found['partial-number'] ?? '')
}

/** Whether the names are the same, or other writings of one name. */
export function haveOneName(found: Found): boolean {
  return sameNames.includes(found['person-name'] ?? '')
}

/**
 * Whether anything speaks for this very person and not for the family alone: a name that is the same or a slip of it, or a number or birth date. The others
 * of a household share its telephone, village and surname, and are no other choice for a row that names one of them.
 */
export function speaksForPerson(found: Found): boolean {
  const name = found['person-name'] ?? null
  if (name === null || !(name === 'different' || brothers.includes(name))) return true
  const number = found['identity-number'] ?? found['partial-number'] ?? found['birth-date'] ?? null
  return number !== null && number !== 'different'
}

// Somebody without a number or birth date: one of a rare name in the village, a name in a family.
function withoutNumber(found: Found, name: string): boolean {
  if (sameNames.includes(name)) return found.place === 'village' || sharesSomething(found)
  return slips.includes(name) && found.place === 'village' && sharesSomething(found)
}

function sharesSomething(found: Found): boolean {
  const family = found.household === 'member' || found.household === 'number'
  return family || found.phone === 'same' || found['bank-account'] === 'same'
}

/**
 * Whether two different usable numbers with this evidence are two people beyond asking: their names differ by a whole character or more, or their sexes,
 * unless a roster records one number as the former one of the other.
 */
export function areTwoPeople(found: Found): boolean {
  if (found['identity-number'] === 'former') return false
  const name = found['person-name'] ?? null
  return name === 'different' || brothers.includes(name ?? '') || found.sex === 'different'
}

/**
 * Given that the names are the same (equal or another writing): what is a question in any case, whatever the model says: a unit without a usable number
 * whose birth date is the other's, or whose village and household head are; and two different numbers with one birth date and one village or head (疑改号).
 */
export function mustAsk(a: Profile, b: Profile): boolean {
  const sameBirth = a.birthDates.some((date) => b.birthDates.includes(date))
  const sameVillage = a.places.some(({ township, village }) =>
    b.places.some((other) => village !== null && other.village === village && other.township === township),
  )
  if (a.unit.idNumber !== null && b.unit.idNumber !== null) return sameBirth && (sameVillage || sameHead(a, b))
  return sameBirth || (sameVillage && sameHead(a, b))
}

function sameHead(a: Profile, b: Profile): boolean {
  return a.headNames.some((name) => b.headNames.includes(name)) || a.headIds.some((id) => b.headIds.includes(id))
}
