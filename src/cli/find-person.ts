import { compareText } from '../domain/compare-text.js'
import { parseIdNumber, upgrade15 } from '../domain/id-number.js'
import { editDistance } from '../ingest/heading.js'
import type { PersonRecord } from '../ingest/source.js'
import { nameBook } from '../match/names/name-form.js'
import type { Person } from '../match/person.js'
import { rowsOfPerson } from '../match/person-rows.js'

/** What looking for a person gave: those the text may mean, or, when there is nobody, the nearest numbers. */
export interface Search {
  readonly found: readonly Person[]
  readonly nearest: readonly { readonly person: Person; readonly distance: number }[]
}

/**
 * Looks for a person by an id in any form that rosters have: whole, 15 digits, inside a disability certificate, damaged (`?` or `*` for what is not
 * known), by the person's key, or by the name as any row writes it (`isName`). Several people when a pattern or a name fits several, or one number has
 * two names. A whole number beats patterns.
 */
export function findPerson(persons: readonly Person[], text: string): Search {
  const wanted = text.trim()
  const byKey = persons.filter(({ key }) => key === wanted)
  if (byKey.length > 0) return { found: byKey, nearest: [] }
  if (isName(wanted)) return { found: persons.filter(bearing(wanted)), nearest: [] }
  const whole = wholeNumbers(wanted)
  const exact = persons.filter((person) => idsOf(person).some((id) => whole.includes(id)))
  if (exact.length > 0) return { found: exact, nearest: [] }
  const pattern = patternOf(wanted)
  const fitting = persons.filter((person) => idsOf(person).some((id) => fits(pattern, id)))
  return fitting.length > 0 ? { found: fitting, nearest: [] } : { found: [], nearest: nearestTo(pattern, persons) }
}

/** Whether what somebody looks for is a name and no number: whoever has no usable number can be found no other way. */
export function isName(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

// Blanks, middle dots and variant characters make no difference, as everywhere else; each name is taken apart once.
function bearing(wanted: string): (person: Person) => boolean {
  const book = nameBook()
  const { standard } = book.of(wanted)
  return (person) =>
    [...rowsOfPerson(person), ...person.duplicates].some(
      ({ name }) => name !== null && book.of(name).standard === standard,
    )
}

function wholeNumbers(text: string): readonly string[] {
  const id = parseIdNumber(text)
  const upgraded = /^\d{15}$/.test(text) ? [upgrade15(text)] : []
  return [...(id?.value ? [id.value] : []), ...upgraded, text.toUpperCase()]
}

function patternOf(text: string): string {
  return (parseIdNumber(text)?.pattern ?? text.toUpperCase()).replace(/[*#]/g, '?')
}

function idsOf(person: Person): readonly string[] {
  const own = person.idNumber === null ? [] : [person.idNumber]
  return [...own, ...[...rowsOfPerson(person), ...person.duplicates].flatMap(idsOfRow)]
}

function idsOfRow({ idNumber, formerIdNumber }: PersonRecord): readonly string[] {
  return [idNumber, formerIdNumber].flatMap((id) => (id === null ? [] : [id.value ?? id.pattern]))
}

// Enough known characters in common, and none that contradicts.
const leastCommon = 8

function fits(pattern: string, id: string): boolean {
  if (pattern.length !== id.length) return false
  let common = 0
  for (let i = 0; i < id.length; i++) {
    if (pattern[i] === '?' || id[i] === '?') continue
    if (pattern[i] !== id[i]) return false
    common++
  }
  return common >= leastCommon
}

const nearestShown = 5
const farthest = 3

function nearestTo(pattern: string, persons: readonly Person[]): Search['nearest'] {
  if (pattern.length < leastCommon) return []
  const near = persons.flatMap((person) => {
    const distances = [...new Set(idsOf(person))]
      .filter((id) => Math.abs(id.length - pattern.length) <= farthest)
      .map((id) => editDistance(id, pattern))
    const distance = Math.min(...distances)
    return distance <= farthest ? [{ person, distance }] : []
  })
  return near.sort((a, b) => a.distance - b.distance || compareText(a.person.key, b.person.key)).slice(0, nearestShown)
}
