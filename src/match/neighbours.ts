import type { PersonRecord } from '../ingest/source.js'
import type { NameBook } from './names/name-form.js'
import { rowsOf, settledId, type Unit } from './unit.js'

/** Tells whether somebody else of this name lives in a row's village under a usable number of their own. */
export type HasNeighbour = (name: string, row: PersonRecord) => boolean

/** Stands for the number of a name where a unit has several names or none. */
export const severalNames = -1

/**
 * Looks for the neighbours of people whose number stands with several names: a name much like another is a slip of the pen, unless a brother
 * of that very name is on a roster of the same village. `settled` are all units of usable numbers, `doubtful` the numbers of those in question, `nameOf`
 * gives the number of each unit's name in the book, or `severalNames`: so that only units that have one of the names are fetched.
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
  const ids = new Map<string, Set<string>>()
  for (let i = 0; i < settled.length; i++) {
    const name = nameOf[i] as number
    if (name === severalNames || isAsked[name] === 1) enterRows(settled[i] as Unit, names, ids)
  }
  return (name, row) => {
    const place = placeKey(name, row)
    const known = place === null ? undefined : ids.get(place)
    return known !== undefined && [...known].some((id) => id !== settledId(row))
  }
}

function enterRows(unit: Unit, names: ReadonlySet<string>, ids: Map<string, Set<string>>): void {
  for (const row of rowsOf(unit)) {
    if (row.name === null || !names.has(row.name)) continue
    const place = placeKey(row.name, row)
    if (place !== null) ids.set(place, (ids.get(place) ?? new Set()).add(unit.idNumber as string))
  }
}

function placeKey(name: string, { place }: PersonRecord): string | null {
  return place.village === null ? null : `${name}|${place.township}|${place.village}`
}
