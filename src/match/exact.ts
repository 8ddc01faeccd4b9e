import type { PersonRecord } from '../ingest/source.js'
import { type Dealt, deal } from './linkage/deal.js'
import { nameUnit, nameUnits } from './name-units.js'
import type { NameBook } from './names/name-form.js'
import { countNames, type NameUses } from './names/name-uses.js'
import { type NumberCodes, numberCodes } from './number-codes.js'
import type { PastRecord } from './person.js'
import { rosterBook } from './rosters.js'
import { type RowKeys, rowKeys } from './row-keys.js'
import type { NotOfUnit } from './split-by-name.js'
import { type TextTable, textTable } from './text-table.js'
import {
  addDuplicate,
  addPast,
  addRecord,
  bringInOrder,
  byMonth,
  byOrigin,
  damagedPattern,
  emptyUnit,
  settledId,
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

/** Fewest known characters that make two rows of one village with the same damaged number and name one: birth date and area are among them. */
const leastKnown = 14

/** Fewest that do so wherever the rows stand. With fewer, a namesake born on the same day in another village has the same ones: Excel takes the last three. */
const nearlyWhole = 17

/**
 * The exact stage: rows of one usable id number are one unit, unless their names are clearly different (then one unit for each name, rivals
 * of each other). Rows without a usable number become a unit when number and name are letter for letter the same (and the village, where the
 * number lost more than a character), or when everything the same roster says of them is. Past rows take part like one more roster. `isNotOf` tells what was judged of single rows; nothing by default.
 */
export function settleExactly(
  records: readonly PersonRecord[],
  past: readonly PastRecord[],
  duplicates: readonly PersonRecord[],
  book: NameBook,
  isNotOf: NotOfUnit = () => false,
): Settled {
  const rosters = rosterBook()
  const keys = rowKeys(records.length + past.length, book, rosters)
  const places: Places = { ids: textTable(records.length), codes: numberCodes(records.length), loose: new Map(), book }
  const placed: Placed = { ids: new Int32Array(records.length + past.length), loose: new Map() }
  placeAll(records, 0, places, placed, keys, addRecord)
  placeAll(past, records.length, places, placed, keys, addPast)
  const ids = places.ids.texts
  const dealt = deal(placed.ids, ids.length)
  bringItemsInOrder(dealt, orderOfRows(records, past))
  const units = unitsOf(ids, { records, past, dealt, keys, codes: places.codes }, { names: book, rosters })
  for (const record of duplicates) placeDuplicate(record, places, units)
  const nameUses = countNames(book)
  const parts = nameUnits(units, book, nameUses, isNotOf)
  for (const same of places.loose.values())
    for (const unit of same) {
      bringInOrder(unit)
      units.add(unit)
      nameUnit(units, unit, book, nameUses)
    }
  return { units, unitOf: numbersOf(records, placed, parts), nameUses }
}

// Where rows go while the exact stage reads them: to the number of their id in the table, or to a unit by what they say.
interface Places {
  readonly ids: TextTable
  readonly codes: NumberCodes
  readonly loose: Map<string, Unit[]>
  readonly book: NameBook
}

/** Where the rows went: by position the number of their id, or -1 for those that have none, and the units of these by position. */
interface Placed {
  readonly ids: Int32Array
  readonly loose: Map<number, Unit>
}

function placeAll<R extends PersonRecord>(
  rows: readonly R[],
  before: number,
  places: Places,
  placed: Placed,
  keys: RowKeys,
  add: (unit: Unit, row: R) => void,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as R
    const id = settledId(row)
    keys.enter(before + i, row)
    placed.ids[before + i] = id === null ? -1 : numberOfId(id, places)
    if (id !== null) continue
    const unit = placeLoose(row, places)
    add(unit, row)
    placed.loose.set(before + i, unit)
  }
}

function numberOfId(id: string, { ids, codes }: Places): number {
  const number = ids.enter(id)
  if (number === codes.ends.length()) codes.enter(id)
  return number
}

function numbersOf(records: readonly PersonRecord[], { ids, loose }: Placed, parts: readonly Unit[]): Int32Array {
  const ofParts = new Map<PersonRecord, number>()
  for (const part of parts) for (const record of part.records) ofParts.set(record, part.at)
  // In the same list: nothing else needs it any more.
  const units = ids.subarray(0, records.length)
  for (let i = 0; i < units.length; i++) {
    if ((units[i] as number) < 0) units[i] = (loose.get(i) as Unit).at
    else if (parts.length > 0) units[i] = ofParts.get(records[i] as PersonRecord) ?? (units[i] as number)
  }
  return units
}

// A duplicate goes where its twin is; without a twin it is a row like any other, so that nobody is lost.
function placeDuplicate(record: PersonRecord, places: Places, units: OpenUnits): void {
  const unit = unitOfDuplicate(record, places, units)
  if (standsIn(unit, record)) addDuplicate(unit, record)
  else {
    addRecord(unit, record)
    if (unit.at >= 0) units.replace(unit.at, unit)
  }
  bringInOrder(unit)
}

function unitOfDuplicate(record: PersonRecord, places: Places, units: OpenUnits): Unit {
  const id = settledId(record)
  if (id === null) {
    const twin = places.loose.get(looseKey(record, places.book).key)?.[0]
    return twin && standsIn(twin, record) ? twin : placeLoose(record, places)
  }
  const number = numberOfId(id, places)
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
  const { township, village } = record.place
  const isTold = known >= nearlyWhole || (known >= leastKnown && village !== null)
  if (!isTold || record.name === null) return { key: rowContent(record), sure: false }
  const own = `${pattern}|${book.of(record.name).standard}|${record.birthDate}`
  return { key: known >= nearlyWhole ? own : `${own}|${township}|${village}`, sure: true }
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

// Brings the rows of each number into order. Most have one or two, nearly always in order: a sort would allocate half a kilobyte for each.
function bringItemsInOrder({ starts, items }: Dealt, order: (a: number, b: number) => number): void {
  for (let place = 0; place < starts.length - 1; place++) {
    const [from, to] = [starts[place] as number, starts[place + 1] as number]
    if (to - from > 1 && !isInOrder(items, from, to, order)) items.subarray(from, to).sort(order)
  }
}

function isInOrder(items: Int32Array, from: number, to: number, order: (a: number, b: number) => number): boolean {
  for (let i = from + 1; i < to; i++) if (order(items[i - 1] as number, items[i] as number) > 0) return false
  return true
}

// Of two positions: this month's rows by where they stand, then those of earlier months.
function orderOfRows(records: readonly PersonRecord[], past: readonly PastRecord[]): (a: number, b: number) => number {
  const count = records.length
  return (a, b) => {
    if (a < count !== b < count) return a - b
    return a < count
      ? byOrigin(records[a] as PersonRecord, records[b] as PersonRecord)
      : byMonth(past[a - count] as PastRecord, past[b - count] as PastRecord)
  }
}
