import { compareText } from '../domain/compare-text.js'
import type { PersonRecord } from '../ingest/source.js'
import type { NameBook } from './names/name-form.js'
import { countNames, type NameUses } from './names/name-uses.js'
import { neighboursOf, severalNames } from './neighbours.js'
import type { PastRecord } from './person.js'
import { splitByName } from './split-by-name.js'
import { type TextTable, textTable } from './text-table.js'
import {
  addDuplicate,
  addPast,
  addRecord,
  byOrigin,
  damagedPattern,
  emptyUnit,
  enterNames,
  settledId,
  type Unit,
} from './unit.js'

/** What the exact stage leaves to the others. */
export interface Settled {
  readonly units: readonly Unit[]
  /** The number of each record's unit by the position of the record. */
  readonly unitOf: Int32Array
  readonly nameUses: NameUses
}

/** Fewest known characters that make two rows with the same damaged number and name one: birth date and area leave nothing to guess. */
const leastKnown = 14

/**
 * The exact stage: rows of one usable id number are one unit, unless their names are clearly different (then one unit for each name, rivals
 * of each other). Rows without a usable number become a unit when number and name are letter for letter the same, or when everything the
 * same roster says of them is. Past rows take part like one more roster.
 */
export function settleExactly(
  records: readonly PersonRecord[],
  past: readonly PastRecord[],
  duplicates: readonly PersonRecord[],
  book: NameBook,
): Settled {
  const places: Places = { ids: textTable(records.length), settled: [], loose: new Map(), book }
  const placed = placeAll(records, places)
  for (const record of past) addPast(place(record, places), record)
  for (const record of duplicates) placeDuplicate(record, places)
  const nameUses = countNames(book)
  const enter = (unit: Unit) => {
    enterNames(unit, book)
    if (unit.form !== null) nameUses.enter(unit.form)
  }
  const split = nameSettled(places, enter)
  const ids = places.settled.length
  const units = split.size === 0 ? places.settled : places.settled.flatMap((unit, i) => split.get(i) ?? unit)
  for (const same of places.loose.values())
    for (const unit of same) {
      enter(inOrder(unit))
      units.push(unit)
    }
  for (let i = 0; i < units.length; i++) (units[i] as Unit).at = i
  return { units, unitOf: numbersOf(records, placed, ids, split), nameUses }
}

// Units while they are filled: those of usable numbers by the number of their id in the table, the others by what their rows say.
interface Places {
  readonly ids: TextTable
  readonly settled: Unit[]
  readonly loose: Map<string, Unit[]>
  readonly book: NameBook
}

/** Where the rows went: by position the number of their id, or -1 for those that have none, and the units of these by position. */
interface Placed {
  readonly ids: Int32Array
  readonly loose: ReadonlyMap<number, Unit>
}

function placeAll(records: readonly PersonRecord[], places: Places): Placed {
  const ids = new Int32Array(records.length)
  const loose = new Map<number, Unit>()
  for (let i = 0; i < records.length; i++) {
    const record = records[i] as PersonRecord
    const id = settledId(record)
    const number = id === null ? -1 : placeId(id, places)
    const unit = id === null ? placeLoose(record, places) : (places.settled[number] as Unit)
    addRecord(unit, record)
    ids[i] = number
    if (number < 0) loose.set(i, unit)
  }
  return { ids, loose }
}

// Brings the rows of the units with usable numbers into order and names them, all in one walk. Gives back the parts of those that were split by name, by
// the number of their id.
function nameSettled({ settled, book }: Places, enter: (unit: Unit) => void): ReadonlyMap<number, readonly Unit[]> {
  const doubtful: number[] = []
  const sounds = new Int32Array(settled.length).fill(severalNames)
  for (let i = 0; i < settled.length; i++) {
    const unit = inOrder(settled[i] as Unit)
    if (hasDifferentNames(unit)) doubtful.push(i)
    else {
      enter(unit)
      if (unit.form !== null && unit.otherForms.length === 0) sounds[i] = unit.form.soundKey
    }
  }
  const neighbours = neighboursOf(doubtful, settled, sounds, book)
  const split = new Map<number, readonly Unit[]>()
  for (const i of doubtful) {
    const unit = settled[i] as Unit
    const parts = splitByName(unit, book, neighbours)
    if (parts !== null) split.set(i, parts)
    for (const part of parts ?? [unit]) enter(inOrder(part))
  }
  return split
}

function numbersOf(
  records: readonly PersonRecord[],
  { ids, loose }: Placed,
  count: number,
  split: ReadonlyMap<number, readonly Unit[]>,
): Int32Array {
  const at = new Int32Array(count)
  for (let id = 0, next = 0; id < count; id++) {
    const parts = split.get(id)
    at[id] = parts ? -1 : next
    next += parts?.length ?? 1
  }
  const ofParts = new Map<PersonRecord, number>()
  for (const parts of split.values())
    for (const part of parts) for (const record of part.records) ofParts.set(record, part.at)
  return ids.map((id, i) => {
    if (id < 0) return (loose.get(i) as Unit).at
    return at[id] === -1 ? (ofParts.get(records[i] as PersonRecord) as number) : (at[id] as number)
  })
}

// A duplicate goes where its twin is; without a twin it is a row like any other, so that nobody is lost.
function placeDuplicate(record: PersonRecord, places: Places): void {
  const id = settledId(record)
  const twin =
    id === null ? places.loose.get(looseKey(record, places.book).key)?.[0] : places.settled[places.ids.find(id)]
  const isTwin = twin?.records.some(({ source }) => source === record.source)
  if (twin && isTwin) addDuplicate(twin, record)
  else addRecord(place(record, places), record)
}

function place(record: PersonRecord, places: Places): Unit {
  const id = settledId(record)
  return id === null ? placeLoose(record, places) : (places.settled[placeId(id, places)] as Unit)
}

function placeId(id: string, { ids, settled }: Places): number {
  const number = ids.enter(id)
  if (number === settled.length) settled.push(emptyUnit(id))
  return number
}

function placeLoose(record: PersonRecord, { loose, book }: Places): Unit {
  const { key, sure } = looseKey(record, book)
  const same = loose.get(key) ?? []
  loose.set(key, same)
  return sure ? (same[0] ?? newLoose(same)) : roomFor(same, record)
}

function looseKey(record: PersonRecord, book: NameBook): { readonly key: string; readonly sure: boolean } {
  const pattern = damagedPattern(record)
  const known = pattern === null ? 0 : pattern.replaceAll('?', '').length
  if (known < leastKnown || record.name === null) return { key: rowContent(record), sure: false }
  return { key: `${pattern}|${book(record.name).standard}|${record.birthDate}`, sure: true }
}

function newLoose(same: Unit[]): Unit {
  const unit = emptyUnit(null)
  same.push(unit)
  return unit
}

// Rows that nothing tells apart stay separate inside a month; the first of this month continues the first of the last one, and so on.
function roomFor(same: Unit[], record: PersonRecord): Unit {
  const month = (record as Partial<PastRecord>).month
  const free = same.find((unit) =>
    month === undefined ? unit.records.length === 0 : unit.past.every((row) => row.month !== month),
  )
  return free ?? newLoose(same)
}

/** Everything that a row without a usable number says of its person, as one text. */
export function rowContent(record: PersonRecord): string {
  return [
    record.source,
    damagedPattern(record),
    record.name,
    record.birthDate,
    record.sex,
    record.place.township,
    record.place.village,
    record.householdNumber,
    record.headIdNumber?.pattern,
    record.headName,
    record.relation,
    record.phone,
    record.bankAccount,
  ].join('|')
}

function inOrder(unit: Unit): Unit {
  sortRows(unit.records)
  if (unit.duplicates.length > 1) unit.duplicates.sort(byOrigin)
  if (unit.past.length > 1) unit.past.sort((a, b) => compareText(a.month, b.month) || byOrigin(a, b))
  return unit
}

// Most lists hold two rows, and a sort allocates half a kilobyte for each of them.
function sortRows(rows: PersonRecord[]): void {
  if (rows.length > 2) rows.sort(byOrigin)
  else if (rows.length === 2 && byOrigin(rows[0] as PersonRecord, rows[1] as PersonRecord) > 0) rows.reverse()
}

function hasDifferentNames(unit: Unit): boolean {
  if (unit.records.length + unit.past.length + unit.duplicates.length === 1) return false
  let first: string | null = null
  for (const rows of [unit.records, unit.past, unit.duplicates])
    for (const { name } of rows) {
      if (name === null) continue
      if (first === null) first = name
      else if (name !== first) return true
    }
  return false
}
