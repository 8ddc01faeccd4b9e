import type { PersonRecord } from '../ingest/source.js'
import type { NameBook } from './names/name-form.js'
import { standTogether } from './rosters.js'
import { contradicts, rowsOf, settledId, type Unit } from './unit.js'

/** Tells whether somebody else of a name that sounds like this one lives in a row's village under a usable number of their own, and may be the one that the row is about. */
export type HasNeighbour = (name: string, row: PersonRecord) => boolean

/** Stands for the sound of a name where a unit has several names or none. */
export const severalNames = -1

/**
 * Looks for the neighbours of people whose number stands with several names: a name much like another is a slip of the pen, unless a brother
 * of that name is on a roster of the same village, however it is written there; one whom the row's own roster lists under his number is not in this row
 * as well. `settled` are all units of usable numbers, `doubtful` the numbers of those in question, `soundOf` gives the sound key of each unit's name, or
 * `severalNames`: so that only units that have one of the names are fetched.
 */
export function neighboursOf(
  doubtful: readonly number[],
  settled: readonly Unit[],
  soundOf: Int32Array,
  book: NameBook,
): HasNeighbour {
  const asked = new Set<number>()
  for (const i of doubtful)
    for (const { name } of rowsOf(settled[i] as Unit)) if (name !== null) asked.add(book(name).soundKey)
  if (asked.size === 0) return () => false
  const people: People = new Map()
  for (let i = 0; i < settled.length; i++) {
    const sound = soundOf[i] as number
    if (sound === severalNames || asked.has(sound)) enterRows(settled[i] as Unit, asked, book, people)
  }
  return (name, row) => {
    const place = placeKey(book(name).soundKey, row)
    const here = place === null ? undefined : people.get(place)
    if (here === undefined) return false
    return [...here].some(([id, own]) => {
      if (id === settledId(row) || own.some((other) => standTogether(other, row))) return false
      // Written otherwise he is one of many whose names sound like this one.
      return own.some((other) => other.name === name) || !contradicts(row, id)
    })
  }
}

// The rows of usable numbers by the sound of the name and the village, then by number.
type People = Map<string, Map<string, PersonRecord[]>>

function enterRows(unit: Unit, asked: ReadonlySet<number>, book: NameBook, people: People): void {
  const { idNumber, form } = unit
  const id = idNumber as string
  for (const row of rowsOf(unit)) {
    if (row.name === null) continue
    const { soundKey: sound } = row.name === form?.text ? form : book(row.name)
    if (!asked.has(sound)) continue
    const place = placeKey(sound, row)
    if (place === null) continue
    const here = people.get(place) ?? new Map<string, PersonRecord[]>()
    people.set(place, here.set(id, [...(here.get(id) ?? []), row]))
  }
}

function placeKey(sound: number, { place }: PersonRecord): string | null {
  return place.village === null ? null : `${sound}|${place.township}|${place.village}`
}
