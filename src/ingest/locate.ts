import { plainText, shownPlace, shownText } from '../domain/cell.js'
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
 * towns.csv names, that stand in another county, or that villages of several townships go by, are reported once each; `told` remembers them from sheet to sheet.
 */
export function locateAll(
  records: readonly Settling[],
  around: Surroundings,
  towns: Gazetteer,
  told: Set<string>,
): Issue[] {
  const placeOf = placer(records, around, towns)
  const unknown = new Map<string, { readonly record: Settling; count: number }>()
  for (const record of records) {
    const { township = null, village = null, address = null } = record as PlaceTexts
    const place = placeOf(record)
    record.place = place
    if (place.township !== null) continue
    const text = elsewhereIn(record, towns) ?? township ?? village ?? address
    if (text === null) continue
    const known = unknown.get(text)
    if (known) known.count += 1
    if (known || told.has(text)) continue
    told.add(text)
    unknown.set(text, { record, count: 1 })
  }
  return [...unknown].map(([text, { record, count }]) => ({
    ...unplacedBy(text, count < placeRows ? shownText(text) : shownPlace(text), record as PlaceTexts, towns),
    origin: { ...record.origin, column: null },
    department: null,
    source: record.source,
  }))
}

function unplacedBy(text: string, shown: string, record: PlaceTexts, towns: Gazetteer): Pick<Issue, 'code' | 'facts'> {
  if (towns.isElsewhere(text)) return { code: 'place-elsewhere', facts: { text: shown } }
  const townships = record.township ? [] : towns.townshipsWith(text)
  if (townships.length < 2) return { code: 'unknown-township', facts: { text: shown } }
  return { code: 'village-in-several', facts: { text: shown, townships: townships.join('、') } }
}

function elsewhereIn(record: Settling, towns: Gazetteer): string | undefined {
  const { township = null, village = null, address = null } = record as PlaceTexts
  return [township, village, address].find((text) => text !== null && towns.isElsewhere(text)) ?? undefined
}

// Where a record belongs by its own texts, and by the township that the sheet is of.
function placer(records: readonly Settling[], around: Surroundings, towns: Gazetteer): (record: Settling) => Place {
  const own = (record: Settling): Place => {
    const { township = null, village = null, address = null } = record as PlaceTexts
    return towns.locate(township, village, address)
  }
  const home = homeOf(around, towns)
  if (home === null) return own
  const homeVillage = villageOf(around, towns, home)
  const atHome = (record: Settling): Place => {
    const { village = null, address = null } = record as PlaceTexts
    return towns.locate(home, village ?? (address === null ? homeVillage : null), address)
  }
  const isNameless = (record: Settling) => ((record as PlaceTexts).township ?? null) === null
  const isAway = ({ township }: Place) => township !== null && township !== home
  // A title that names one township above the villages of others is nobody's home.
  const nameless = records.filter(isNameless)
  if (nameless.filter((record) => isAway(own(record))).length * 2 > nameless.length) return own
  // A village that towns.csv has in another township only: the one whose list it is may have it too, unless the row says otherwise.
  const saysOtherwise = (record: Settling) => {
    const { village = null, address = null } = record as PlaceTexts
    return isAway(own(record)) && [village, address].some((text) => text !== null && towns.namesTownship(text))
  }
  return (record) => (!isNameless(record) || saysOtherwise(record) ? own(record) : atHome(record))
}

// Not what the list is of: who has not sent theirs yet, where to send it.
const remark = /^[(]?(?:注|备注|说明|要求)/

// Nearest first: the sheet's name, the titles, the file's name with its folders. A text of several townships is none's.
function homeOf(around: Surroundings, towns: Gazetteer): string | null {
  for (const text of namesOf(around)) {
    const named = towns.townshipsIn(text)
    const [only = towns.locate(text, null, null).township] = named
    if (only !== null && named.length < 2) return only
  }
  return null
}

// A sheet a village, or 清河镇东街村 in the title.
function villageOf(around: Surroundings, towns: Gazetteer, home: string): string | null {
  for (const text of namesOf(around)) {
    // A text that names the township is about its village only with what is left of it.
    const isOfTownship = towns.townshipsIn(text).length > 0
    const place = isOfTownship ? towns.locate(text, null, null) : towns.locate(home, text, null)
    if (place.township === home && place.village !== null) return place.village
  }
  return null
}

function namesOf({ sheet, titles, file }: Surroundings): string[] {
  const own = titles.filter((title) => !remark.test(plainText(title)))
  return [sheet, ...own, file].map((text) => text.replace(/\.[a-z]+$/i, ''))
}
