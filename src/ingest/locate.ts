import { shownPlace, shownText } from '../domain/cell.js'
import type { Issue } from '../domain/issue.js'
import type { Gazetteer, Place } from '../domain/place.js'
import type { Settling } from './household-lists.js'
import type { Surroundings } from './told.js'

// So many people of one sheet live in one place; no person stands in so many rows of it.
const placeRows = 20

interface PlaceTexts {
  readonly township?: string | null
  readonly village?: string | null
  readonly address?: string | null
}

/**
 * Gives each record of a sheet its place. A sheet, title or folder named after a township speaks for rows that name none. Texts that no row of
 * towns.csv names are reported once each; `told` remembers them from sheet to sheet.
 */
export function locateAll(
  records: readonly Settling[],
  around: Surroundings,
  towns: Gazetteer,
  told: Set<string>,
): Issue[] {
  const home = homeOf(around, towns)
  const homeVillage = home === null ? null : villageOf(around, towns, home)
  const unknown = new Map<string, { readonly record: Settling; count: number }>()
  for (const record of records) {
    const { township = null, village = null, address = null } = record as PlaceTexts
    let place: Place = towns.locate(township, village, address)
    if (place.township === null && home !== null && township === null)
      place = towns.locate(home, village ?? (address === null ? homeVillage : null), address)
    record.place = place
    if (place.township !== null) continue
    const text = township ?? village ?? address
    if (text === null) continue
    const known = unknown.get(text)
    if (known) known.count += 1
    if (known || told.has(text)) continue
    told.add(text)
    unknown.set(text, { record, count: 1 })
  }
  return [...unknown].map(([text, { record, count }]) => ({
    code: 'unknown-township',
    facts: { text: count < placeRows ? shownText(text) : shownPlace(text) },
    origin: { ...record.origin, column: null },
    department: null,
    source: record.source,
  }))
}

// Nearest first: the sheet's name, the titles, the file's name with its folders.
function homeOf(around: Surroundings, towns: Gazetteer): string | null {
  for (const text of [around.sheet, ...around.titles, around.file]) {
    const place = towns.locate(text.replace(/\.[a-z]+$/i, ''), null, null)
    if (place.township !== null) return place.township
  }
  return null
}

// A sheet a village, or 清河镇东街村 in the title.
function villageOf(around: Surroundings, towns: Gazetteer, home: string): string | null {
  for (const text of [around.sheet, ...around.titles, around.file]) {
    const place = towns.locate(home, text.replace(/\.[a-z]+$/i, ''), null)
    if (place.village !== null) return place.village
  }
  return null
}
