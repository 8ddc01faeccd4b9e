import type { PersonRecord } from '../ingest/source.js'
import { joinHashes } from './linkage/content-hash.js'
import { type NameBook, nameKey, nameKeys } from './names/name-form.js'
import { householdNumberOf } from './profile.js'
import { standTogether } from './rosters.js'
import { noName, placeKey, type RowsInKeys } from './row-keys.js'
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

/**
 * Looks for the neighbours of people whose number stands with several names: a name much like another is a slip of the pen, unless a brother
 * of that name is on a roster of the same village; one whom the row's own roster lists under his number is not in this row as well. `settled` are all
 * units of usable numbers, `doubtful` those in question. Only units with a name and village of one in question are fetched.
 */
export function neighboursOf(doubtful: readonly number[], settled: Units, book: NameBook): NeighboursOf {
  const asked = new Set<number>()
  for (const i of doubtful) {
    const unit = settled.look(i)
    for (const { name, place } of [...rowsOf(unit), ...unit.duplicates])
      if (name !== null && place.village !== null) asked.add(joinHashes(soundKey(name, book), placeKey(place)))
  }
  if (asked.size === 0) return () => []
  const people: People = new Map()
  for (let i = 0; i < settled.length; i++)
    if (hasAsked(settled.rowsAt(i), asked, book.keys())) enterRows(settled.look(i), book, people)
  return (row, beside) => {
    const where = soundAndVillage(row, book)
    const here = where === null ? [] : (people.get(where) ?? [])
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

function enterRows(unit: Unit, book: NameBook, people: People): void {
  const id = unit.idNumber as string
  for (const row of rowsOf(unit)) {
    const where = soundAndVillage(row, book)
    if (where === null) continue
    const here = people.get(where) ?? new Map<string, PersonRecord[]>()
    people.set(where, here.set(id, [...(here.get(id) ?? []), row]))
  }
}

// By keys, which may meet by chance: then a unit is fetched for nothing.
function hasAsked({ keys, items, from, to }: RowsInKeys, asked: ReadonlySet<number>, ofNames: Int32Array): boolean {
  for (let k = from; k < to; k++) {
    const position = items[k] as number
    const name = keys.names[position] as number
    if (name === noName || keys.villages[position] === 0) continue
    const sound = nameKey(ofNames, name, nameKeys.sound)
    if (asked.has(joinHashes(sound, keys.places[position] as number))) return true
  }
  return false
}

function soundAndVillage({ name, place: { township, village } }: PersonRecord, book: NameBook): string | null {
  return name === null || village === null ? null : `${soundKey(name, book)}|${township}|${village}`
}

function soundKey(name: string, book: NameBook): number {
  const number = book.numberOf(name)
  return nameKey(book.keys(), number, nameKeys.sound)
}
