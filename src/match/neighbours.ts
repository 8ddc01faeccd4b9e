import type { PersonRecord } from '../ingest/source.js'
import type { NameBook } from './names/name-form.js'
import { standTogether } from './rosters.js'
import { rowsOf, settledId, type Unit } from './unit.js'

/** Tells whether somebody else of this name lives in a row's village under a usable number of their own, and may be the one that the row is about. */
export type HasNeighbour = (name: string, row: PersonRecord) => boolean

/** Stands for the number of a name where a unit has several names or none. */
export const severalNames = -1

/**
 * Looks for the neighbours of people whose number stands with several names: a name much like another is a slip of the pen, unless a brother
 * of that very name is on a roster of the same village; one whom the row's own roster lists under his number is not in this row as well. `settled` are
 * all units of usable numbers, `doubtful` the numbers of those in question, `nameOf` gives the number of each unit's name in the book, or
 * `severalNames`: so that only units that have one of the names are fetched.
 */
export function neighboursOf(
  doubtful: readonly number[],
  settled: readonly Unit[],
  nameOf: Int32Array,
  book: NameBook,
): HasNeighbour {
  const names = new Set<string>()
  for (const i of doubtful) for (const { name } of rowsOf(settled[i] as Unit)) if (name !== null) names.add(name)
  if (names.size === 0) return () => false
  const numbers = [...names].map((name) => book(name).at)
  const isAsked = new Uint8Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1)
  for (const number of numbers) isAsked[number] = 1
  const people: People = new Map()
  for (let i = 0; i < settled.length; i++) {
    const name = nameOf[i] as number
    if (name === severalNames || isAsked[name] === 1) enterRows(settled[i] as Unit, names, people)
  }
  return (name, row) => {
    const place = placeKey(name, row)
    const here = place === null ? undefined : people.get(place)
    if (here === undefined) return false
    const mayBe = (own: readonly PersonRecord[]) => !own.some((other) => standTogether(other, row))
    return [...here].some(([id, own]) => id !== settledId(row) && mayBe(own))
  }
}

// The rows of usable numbers by name and village, then by number.
type People = Map<string, Map<string, PersonRecord[]>>

function enterRows(unit: Unit, names: ReadonlySet<string>, people: People): void {
  const id = unit.idNumber as string
  for (const row of rowsOf(unit)) {
    if (row.name === null || !names.has(row.name)) continue
    const place = placeKey(row.name, row)
    if (place === null) continue
    const here = people.get(place) ?? new Map<string, PersonRecord[]>()
    people.set(place, here.set(id, [...(here.get(id) ?? []), row]))
  }
}

function placeKey(name: string, { place }: PersonRecord): string | null {
  return place.village === null ? null : `${name}|${place.township}|${place.village}`
}
