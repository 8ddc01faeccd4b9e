import { compareText } from '../domain/compare-text.js'
import type { PersonRecord } from '../ingest/source.js'
import { type Dealt, deal } from './linkage/deal.js'
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
  soleName,
  type Unit,
} from './unit.js'
import { type OpenUnits, type Units, unitsOf } from './units.js'

/** What the exact stage leaves to the others. */
export interface Settled {
  readonly units: Units
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
  const places: Places = { ids: textTable(records.length), loose: new Map(), book }
  const ofRecords = placeAll(records, places, addRecord)
  const ofPast = placeAll(past, places, addPast)
  const ids = places.ids.texts
  const units = unitsOf(
    ids,
    { rows: records, dealt: inOrder(deal(ofRecords.ids, ids.length), records, byOrigin) },
    { rows: past, dealt: inOrder(deal(ofPast.ids, ids.length), past, byMonth) },
  )
  for (const record of duplicates) placeDuplicate(record, places, units)
  const nameUses = countNames(book)
  const enter = (i: number) => {
    const name = soleName(units.look(i))
    if (name !== null) units.name(i, book(name))
    else enterNames(units.keep(i), book)
    const form = units.formOf(i)
    if (form !== null) nameUses.enter(form)
  }
  const parts = nameSettled(units, book, enter)
  for (const same of places.loose.values())
    for (const unit of same) {
      bringInOrder(unit)
      units.add(unit)
      enter(unit.at)
    }
  return { units, unitOf: numbersOf(records, ofRecords, parts), nameUses }
}

// Where rows go while the exact stage reads them: to the number of their id in the table, or to a unit by what they say.
interface Places {
  readonly ids: TextTable
  readonly loose: Map<string, Unit[]>
  readonly book: NameBook
}

/** Where the rows of a list went: by position the number of their id, or -1 for those that have none, and the units of these by position. */
interface Placed {
  readonly ids: Int32Array
  readonly loose: ReadonlyMap<number, Unit>
}

function placeAll<R extends PersonRecord>(
  rows: readonly R[],
  places: Places,
  add: (unit: Unit, row: R) => void,
): Placed {
  const ids = new Int32Array(rows.length)
  const loose = new Map<number, Unit>()
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as R
    const id = settledId(row)
    ids[i] = id === null ? -1 : places.ids.enter(id)
    if (id !== null) continue
    const unit = placeLoose(row, places)
    add(unit, row)
    loose.set(i, unit)
  }
  return { ids, loose }
}

// Names the units with usable numbers, all in one walk. Gives back the parts of those that were split by name.
function nameSettled(units: OpenUnits, book: NameBook, enter: (i: number) => void): readonly Unit[] {
  const doubtful: number[] = []
  const sounds = new Int32Array(units.length).fill(severalNames)
  for (let i = 0; i < units.length; i++) {
    if (hasDifferentNames(units.look(i))) {
      doubtful.push(i)
      continue
    }
    enter(i)
    const { form, otherForms } = units.look(i)
    if (form !== null && otherForms.length === 0) sounds[i] = form.soundKey
  }
  const neighbours = neighboursOf(doubtful, units, sounds, book)
  return doubtful.flatMap((i) => {
    const parts = splitByName(units.at(i), book, neighbours) ?? []
    for (const [k, part] of parts.entries()) {
      bringInOrder(part)
      if (k === 0) units.replace(i, part)
      else units.add(part)
      enter(part.at)
    }
    if (parts.length === 0) enter(i)
    return parts
  })
}

function numbersOf(records: readonly PersonRecord[], { ids, loose }: Placed, parts: readonly Unit[]): Int32Array {
  const ofParts = new Map<PersonRecord, number>()
  for (const part of parts) for (const record of part.records) ofParts.set(record, part.at)
  return ids.map((id, i) => {
    if (id < 0) return (loose.get(i) as Unit).at
    return (parts.length > 0 ? ofParts.get(records[i] as PersonRecord) : undefined) ?? id
  })
}

// A duplicate goes where its twin is; without a twin it is a row like any other, so that nobody is lost.
function placeDuplicate(record: PersonRecord, places: Places, units: OpenUnits): void {
  const unit = unitOfDuplicate(record, places, units)
  if (standsIn(unit, record)) addDuplicate(unit, record)
  else addRecord(unit, record)
  bringInOrder(unit)
}

function unitOfDuplicate(record: PersonRecord, places: Places, units: OpenUnits): Unit {
  const id = settledId(record)
  if (id === null) {
    const twin = places.loose.get(looseKey(record, places.book).key)?.[0]
    return twin && standsIn(twin, record) ? twin : placeLoose(record, places)
  }
  const number = places.ids.enter(id)
  if (number === units.length) units.add(emptyUnit(id))
  return units.keep(number)
}

function standsIn({ records }: Unit, { source }: PersonRecord): boolean {
  return records.some((record) => record.source === source)
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

// Brings the rows of each place into order. Most places hold one or two, nearly always in order: a sort would allocate half a kilobyte for each.
function inOrder<R extends PersonRecord>(dealt: Dealt, rows: readonly R[], order: (a: R, b: R) => number): Dealt {
  const { starts, items } = dealt
  for (let place = 0; place < starts.length - 1; place++) {
    const [from, to] = [starts[place] as number, starts[place + 1] as number]
    if (isInOrder(items, from, to, rows, order)) continue
    items.subarray(from, to).sort((a, b) => order(rows[a] as R, rows[b] as R))
  }
  return dealt
}

function isInOrder<R>(
  items: Int32Array,
  from: number,
  to: number,
  rows: readonly R[],
  order: (a: R, b: R) => number,
): boolean {
  for (let i = from + 1; i < to; i++)
    if (order(rows[items[i - 1] as number] as R, rows[items[i] as number] as R) > 0) return false
  return true
}

function byMonth(a: PastRecord, b: PastRecord): number {
  return compareText(a.month, b.month) || byOrigin(a, b)
}

function bringInOrder(unit: Unit): void {
  if (unit.records.length > 1) unit.records.sort(byOrigin)
  if (unit.duplicates.length > 1) unit.duplicates.sort(byOrigin)
  if (unit.past.length > 1) unit.past.sort(byMonth)
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
