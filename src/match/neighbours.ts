import type { PersonRecord } from '../ingest/source.js'
import { standTogether } from './rosters.js'
import { settledId, type Unit } from './unit.js'

/** Tells whether somebody else of this name lives in a row's village under a usable number of their own, and may be the one that the row is about. */
export type HasNeighbour = (name: string, row: PersonRecord) => boolean

/**
 * Looks for the neighbours of people whose number stands with several names: a name much like another is a slip of the pen, unless a brother
 * of that very name is on a roster of the same village; one whom the row's own roster lists under his number is not in this row as well. `doubtful`
 * are the units in question, `rows` all rows of the run.
 */
export function neighboursOf(doubtful: readonly Unit[], rows: readonly (readonly PersonRecord[])[]): HasNeighbour {
  const names = new Set<string>()
  for (const { records, past } of doubtful)
    for (const { name } of [...records, ...past]) if (name !== null) names.add(name)
  if (names.size === 0) return () => false
  const people = new Map<string, Map<string, PersonRecord[]>>()
  for (const list of rows)
    for (let i = 0; i < list.length; i++) {
      const row = list[i] as PersonRecord
      if (row.name === null || !names.has(row.name)) continue
      const [id, place] = [settledId(row), placeKey(row.name, row)]
      if (id === null || place === null) continue
      const here = people.get(place) ?? new Map<string, PersonRecord[]>()
      people.set(place, here.set(id, [...(here.get(id) ?? []), row]))
    }
  return (name, row) => {
    const place = placeKey(name, row)
    const here = place === null ? undefined : people.get(place)
    if (here === undefined) return false
    const mayBe = (own: readonly PersonRecord[]) => !own.some((other) => standTogether(other, row))
    return [...here].some(([id, own]) => id !== settledId(row) && mayBe(own))
  }
}

function placeKey(name: string, { place }: PersonRecord): string | null {
  return place.village === null ? null : `${name}|${place.township}|${place.village}`
}
