import { sexOf } from '../domain/id-number.js'
import type { PersonRecord } from '../ingest/source.js'
import { compareNames, isDoubtful, nameLikeness } from './names/name-evidence.js'
import type { NameBook } from './names/name-form.js'
import { type HasNeighbour, neighboursOf } from './neighbours.js'
import type { PastRecord } from './person.js'
import { monthOfRow } from './rosters.js'
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
  rareName,
  settledId,
  type Unit,
} from './unit.js'

/** Units, and the unit of each record by its position. */
export interface Settled {
  readonly units: readonly Unit[]
  readonly unitOf: readonly Unit[]
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
      units.push(...parts)
      split.push(...parts)
    }
  }
  for (const same of places.loose.values()) for (const unit of same) units.push(inOrder(unit))
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit
    unit.at = i
    enterNames(unit, book)
  }
  return { units, unitOf: split.length === 0 ? unitOf : afterSplit(records, unitOf, split) }
}

// Rows of a number that was split by name belong to the parts now.
function afterSplit(
  records: readonly PersonRecord[],
  unitOf: readonly Unit[],
  split: readonly Unit[],
): readonly Unit[] {
  const parts = new Map<PersonRecord, Unit>()
  for (const unit of split) for (const record of unit.records) parts.set(record, unit)
  return unitOf.map((unit, i) => parts.get(records[i] as PersonRecord) ?? unit)
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

// Null when the names are one person's.
function splitByName(unit: Unit, book: NameBook, hasNeighbour: HasNeighbour): readonly Unit[] | null {
  const groups = nameGroups([...unit.records, ...unit.past, ...unit.duplicates], book, hasNeighbour)
  if (groups.length === 1) return null
  const units = groups.map((names): Unit => {
    const has = (record: PersonRecord) => names.has(groupName(record))
    const [records, past] = [unit.records.filter(has), unit.past.filter(has)]
    return { ...emptyUnit(unit.idNumber), records, past, duplicates: unit.duplicates.filter(has) }
  })
  // A row without a name cannot say whose it is; it goes with the name that most rows have.
  const nameless = <R extends PersonRecord>(rows: readonly R[]) => rows.filter((record) => record.name === null)
  units[0]?.records.push(...nameless(unit.records))
  units[0]?.past.push(...nameless(unit.past))
  units[0]?.duplicates.push(...nameless(unit.duplicates))
  for (const one of units) {
    one.rivals = units.filter((other) => other !== one)
    inOrder(one)
  }
  return units
}

function groupName(record: PersonRecord): string {
  return record.name ?? ''
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

// Names joined whenever one may be a slip of the other or a roster records it as a former name. Biggest group first, then by its names.
function nameGroups(
  rows: readonly PersonRecord[],
  book: NameBook,
  hasNeighbour: HasNeighbour,
): readonly ReadonlySet<string>[] {
  const names = [...new Set(rows.flatMap((record) => record.name ?? []))].sort(compareText)
  let groups: Set<string>[] = []
  for (const name of names) {
    const joined = groups.filter((group) =>
      [...group].some((other) => samePerson(name, other, rows, book, hasNeighbour)),
    )
    const merged = new Set([name, ...joined.flatMap((group) => [...group])])
    groups = [...groups.filter((group) => !joined.includes(group)), merged]
  }
  const size = (group: ReadonlySet<string>) => rows.filter((record) => group.has(groupName(record))).length
  const first = (group: ReadonlySet<string>) => [...group].sort(compareText)[0] as string
  return groups.sort((a, b) => size(b) - size(a) || compareText(first(a), first(b)))
}

function samePerson(
  a: string,
  b: string,
  rows: readonly PersonRecord[],
  book: NameBook,
  hasNeighbour: HasNeighbour,
): boolean {
  const recorded = rows.some((record) => {
    const others = [record.formerName, rareName(record)]
    return (record.name === a && others.includes(b)) || (record.name === b && others.includes(a))
  })
  if (recorded) return true
  const [left, right] = [book(a), book(b)]
  const concerned = rows.filter(({ name }) => name === a || name === b)
  if (isDoubtful(left, right)) {
    if (nameLikeness(left, right) === 'different' && !mayBeOneName(concerned, a, b)) return false
    return !concerned.some((row) => isAnothers(row) || hasNeighbour(row.name as string, row))
  }
  const evidence = compareNames(left, right)
  return evidence === 'missing-character' ? !concerned.some(isAnothers) : evidence !== 'different'
}

// A brother's number typed by mistake stands beside the own sex and year of birth; day and month may be those of the farmer's calendar.
function isAnothers(row: PersonRecord): boolean {
  const id = settledId(row)
  if (id === null) return false
  return (
    (row.sex !== null && row.sex !== sexOf(id)) ||
    (row.birthDate !== null && !id.startsWith(row.birthDate.slice(0, 4), 6))
  )
}

// Two short names may be one misspelt where one village is theirs, and no roster holds both side by side.
function mayBeOneName(rows: readonly PersonRecord[], a: string, b: string): boolean {
  const [left, right] = [rows.filter(({ name }) => name === a), rows.filter(({ name }) => name === b)]
  const some = (holds: (one: PersonRecord, other: PersonRecord) => boolean) =>
    left.some((one) => right.some((other) => holds(one, other)))
  if (some((one, other) => one.source === other.source && monthOfRow(one) === monthOfRow(other))) return false
  return some(
    ({ place }, other) =>
      place.village !== null && other.place.village === place.village && other.place.township === place.township,
  )
}
