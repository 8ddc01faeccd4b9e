import type { PersonRecord } from '../ingest/source.js'
import { type NameBook, nameKeys } from './names/name-form.js'
import { householdNumberOf } from './profile.js'
import { standTogether } from './rosters.js'
import { contradicts, rowsOf, settledId, type Unit } from './unit.js'
import type { Units } from './units.js'

/** Somebody else of a row's village, with a usable number of their own, whose name sounds like the row's and who is not listed beside it. */
export interface Neighbour {
  /** Whether it is the very name. */
  readonly isNamesake: boolean
  /** Whether a household of theirs is one of the rows' that the row was found with. */
  readonly isKin: boolean
  /** Whether the row's sex or year of birth is not theirs. */
  readonly isContradicted: boolean
}

/** Gives the neighbours of a row that stands with others under one number. */
export type NeighboursOf = (row: PersonRecord, beside: readonly PersonRecord[]) => readonly Neighbour[]

/** Stands for the sound of a name where a unit has several names or none. */
export const severalNames = -1

/**
 * Looks for the neighbours of people whose number stands with several names: a name much like another is a slip of the pen, unless a brother
 * of that name is on a roster of the same village; one whom the row's own roster lists under his number is not in this row as well. `settled` are all
 * units of usable numbers, `doubtful` those in question, `soundOf` gives the sound key of each unit's name, or `severalNames`: so that only
 * units that have one of the names are fetched.
 */
export function neighboursOf(
  doubtful: readonly number[],
  settled: Units,
  soundOf: Int32Array,
  book: NameBook,
): NeighboursOf {
  const asked = new Set<number>()
  for (const i of doubtful)
    for (const { name } of rowsOf(settled.look(i))) if (name !== null) asked.add(soundKey(name, book))
  if (asked.size === 0) return () => []
  const people: People = new Map()
  for (let i = 0; i < settled.length; i++) {
    const sound = soundOf[i] as number
    if (sound === severalNames || asked.has(sound)) enterRows(settled.look(i), asked, book, people)
  }
  return (row, beside) => {
    const place = row.name === null ? null : placeKey(soundKey(row.name, book), row)
    const here = place === null ? [] : (people.get(place) ?? [])
    return [...here]
      .filter(([id, own]) => id !== settledId(row) && !own.some((other) => standTogether(other, row)))
      .map(([id, own]) => ({
        isNamesake: own.some(({ name }) => name === row.name),
        isKin: own.some((other) => beside.some((one) => shareHousehold(one, other))),
        isContradicted: contradicts(row, id),
      }))
  }
}

function shareHousehold(a: PersonRecord, b: PersonRecord): boolean {
  const number = householdNumberOf(a)
  return number !== null && number === householdNumberOf(b)
}

// The rows of usable numbers by the sound of the name and the village, then by number.
type People = Map<string, Map<string, PersonRecord[]>>

function enterRows(unit: Unit, asked: ReadonlySet<number>, book: NameBook, people: People): void {
  const id = unit.idNumber as string
  for (const row of rowsOf(unit)) {
    if (row.name === null) continue
    const sound = soundKey(row.name, book)
    if (!asked.has(sound)) continue
    const place = placeKey(sound, row)
    if (place === null) continue
    const here = people.get(place) ?? new Map<string, PersonRecord[]>()
    people.set(place, here.set(id, [...(here.get(id) ?? []), row]))
  }
}

function soundKey(name: string, book: NameBook): number {
  return book.keys()[book.numberOf(name) * nameKeys.count + nameKeys.sound] as number
}

function placeKey(sound: number, { place }: PersonRecord): string | null {
  return place.village === null ? null : `${sound}|${place.township}|${place.village}`
}
