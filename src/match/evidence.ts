import { allComparisons } from './comparisons/all.js'
import { nullLevel } from './linkage/comparison.js'
import { nameEvidence } from './names/name-evidence.js'
import type { Profile } from './profile.js'

/** The levels that two units were found at, by comparison id; null where a side does not say. */
export type Found = Readonly<Record<string, string | null>>

/** Turns level numbers (one for each comparison, in the order of `allComparisons`) into level ids. */
export function foundLevels(levels: ArrayLike<number>): Found {
  return Object.fromEntries(
    allComparisons.map(({ id, levels: of }, c) => {
      const level = levels[c] as number
      return [id, level === nullLevel ? null : (of[level]?.id ?? null)]
    }),
  )
}

const nearlyEqual = ['equal', 'one-digit', 'swapped', 'missing-digit']
const sureDigits = [...nearlyEqual, 'former', 'month-day', 'shifted', 'tail-lost', 'masked', 'two-digits']

/**
 * Whether evidence of this kind may ever link, whatever its weight. A name must be the same or a slip of it, sexes must not differ, and a number or
 * birth date must speak for it; without either, everything else has to: full name, village, and the same household, telephone or account.
 */
export function mayLink(found: Found): boolean {
  const name = nameEvidence.indexOf((found['person-name'] ?? 'different') as (typeof nameEvidence)[number])
  if (found.sex === 'different') return false
  const identity = found['identity-number'] ?? null
  // A brother's name is a brother's, unless the numbers are all but equal.
  if (found['person-name'] === 'one-other') return nearlyEqual.includes(identity ?? '')
  if (name > nameEvidence.indexOf('missing-character')) return false
  if (identity === null) return withoutNumber(found, name)
  if (sureDigits.includes(identity)) return true
  return (identity === 'birth' || identity === 'birth-and-area') && besidesBirth(found, name)
}

// A birth date is shared by namesakes, all the more as offices fill in the first of January: somebody of the same name has to live near, or to share
// a household, a telephone or an account; somebody whose name is a slip of the other's has to live in the same village.
function besidesBirth(found: Found, name: number): boolean {
  if (name > 1) return found.place === 'village'
  return found.place !== 'different' || sharesSomething(found)
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
  return found['person-name'] === 'different' || found['person-name'] === 'one-other' || found.sex === 'different'
}

function withoutNumber(found: Found, name: number): boolean {
  return name <= 1 && found.place === 'village' && sharesSomething(found)
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
