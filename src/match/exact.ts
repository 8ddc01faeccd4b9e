import type { PersonRecord } from '../ingest/source.js'
import type { NameBook } from './names/name-form.js'
import { neighboursOf } from './neighbours.js'
import type { PastRecord } from './person.js'
import { splitByName } from './split-by-name.js'
import { type TextTable, textTable } from './text-table.js'
import {
  addDuplicate,
  addPast,
  addRecord,
  byOrigin,
  compareText,
  damagedPattern,
  emptyUnit,
  enterNames,
  settledId,
  type Unit,
} from './unit.js'

/** Units, and the number of each record's unit by the position of the record. */
export interface Settled {
  readonly units: readonly Unit[]
  readonly unitOf: Int32Array
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
  const unitOf: Unit[] = new Array(records.length)
  for (let i = 0; i < records.length; i++) {
    const record = records[i] as PersonRecord
    const unit = place(record, places)
    addRecord(unit, record)
    unitOf[i] = unit
  }
  for (const record of past) addPast(place(record, places), record)
  for (const record of duplicates) placeDuplicate(record, places)
  const hasNeighbour = neighboursOf(places.settled.filter(hasDifferentNames), [records, past])
  const units: Unit[] = []
  const split: Unit[] = []
  for (let i = 0; i < places.settled.length; i++) {
    const unit = inOrder(places.settled[i] as Unit)
    const parts = hasDifferentNames(unit) ? splitByName(unit, book, hasNeighbour) : null
    if (parts === null) units.push(unit)
    else {
      units.push(...parts.map(inOrder))
      split.push(...parts)
    }
  }
  for (const same of places.loose.values()) for (const unit of same) units.push(inOrder(unit))
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit
    unit.at = i
    enterNames(unit, book)
  }
  return { units, unitOf: numbersOf(records, unitOf, split) }
}

// Rows of a number that was split by name belong to the parts now.
function numbersOf(records: readonly PersonRecord[], unitOf: readonly Unit[], split: readonly Unit[]): Int32Array {
  const parts = new Map<PersonRecord, Unit>()
  for (const unit of split) for (const record of unit.records) parts.set(record, unit)
  return Int32Array.from(unitOf, ({ at }, i) => parts.get(records[i] as PersonRecord)?.at ?? at)
}

// Units while they are filled: those of usable numbers by the number of their id in the table, the others by what their rows say.
interface Places {
  readonly ids: TextTable
  readonly settled: Unit[]
  readonly loose: Map<string, Unit[]>
  readonly book: NameBook
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

function place(record: PersonRecord, { ids, settled, loose, book }: Places): Unit {
  const id = settledId(record)
  if (id !== null) {
    const number = ids.enter(id)
    if (number === settled.length) settled.push(emptyUnit(id))
    return settled[number] as Unit
  }
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
