import { compareText } from '../domain/compare-text.js'
import { sexOf } from '../domain/id-number.js'
import type { PersonRecord } from '../ingest/source.js'
import type { NameBook, NameForm } from './names/name-form.js'
import type { PastRecord } from './person.js'

/**
 * Records that need no guess to belong together: all rows of one usable id number under one name, or rows with the same unusable number and
 * name, or a single row without any number.
 */
export interface Unit {
  /** Canonical 18 characters, or null when no row has a usable number. */
  readonly idNumber: string | null
  /** This month's rows by place in the deliveries. */
  records: PersonRecord[]
  /** Rows of earlier months, the same way. */
  past: PastRecord[]
  /** Rows shown as duplicates of `records`. */
  duplicates: PersonRecord[]
  /** The other units of the same id number with a clearly different name (D06); empty when there are none. */
  rivals: readonly Unit[]
  /** Its number in the list of units. */
  at: number
  /** The name of its first row that has one. */
  form: NameForm | null
  /** Other names that its rows give it, former and rare ones included. */
  otherForms: readonly NameForm[]
  /** Usable numbers of the other people in its households, as far as they can tell something (kin.ts). */
  kin: readonly string[]
}

/** The list of who has no rows of a kind: most units have no past and no duplicates. Nothing may be entered in it. */
export const noRows: never[] = []

/** A unit without rows. */
export function emptyUnit(idNumber: string | null): Unit {
  return {
    idNumber,
    records: noRows,
    past: noRows,
    duplicates: noRows,
    rivals: noRows,
    at: -1,
    form: null,
    otherForms: noRows,
    kin: noRows,
  }
}

/** Enters a row of this month. Short lists are made anew at their exact length; a list grown by push would keep room for seventeen. */
export function addRecord(unit: Unit, record: PersonRecord): void {
  unit.records = grown(unit.records, record)
}

/** Enters a row of an earlier month. */
export function addPast(unit: Unit, record: PastRecord): void {
  unit.past = grown(unit.past, record)
}

/** Enters a row that the readers show as a duplicate. */
export function addDuplicate(unit: Unit, record: PersonRecord): void {
  unit.duplicates = grown(unit.duplicates, record)
}

/** The usable id number of a row: its own, or else the one inside its disability certificate (domain A.0.3 M3). */
export function settledId(record: PersonRecord): string | null {
  return record.idNumber?.value ?? certificateId(record)
}

/** Whether a row's usable number is likely somebody else's: a brother's number typed by mistake stands beside the own sex and year of birth. */
export function isAnothers(row: PersonRecord): boolean {
  const id = settledId(row)
  return id !== null && contradicts(row, id)
}

/**
 * Whether a row's sex or year of birth is not that of a usable number. Day and month are not asked, which may be those of the farmer's calendar.
 */
export function contradicts({ sex, birthDate }: PersonRecord, id: string): boolean {
  return (sex !== null && sex !== sexOf(id)) || (birthDate !== null && !id.startsWith(birthDate.slice(0, 4), 6))
}

/** What is left of a row's unusable id number, or null when there is none or it is usable. */
export function damagedPattern(record: PersonRecord): string | null {
  return record.idNumber?.state === 'damaged' ? record.idNumber.pattern : null
}

/** The name a roster keeps because its own system cannot write the real one (残联's 生僻字姓名), where a source has it. */
export function rareName(record: PersonRecord): string | null {
  const value = (record as { rareName?: unknown }).rareName
  return typeof value === 'string' && value !== '' ? value : null
}

/** Order of rows by where they stand in the deliveries: source, file, sheet, row, column. */
export function byOrigin(a: PersonRecord, b: PersonRecord): number {
  return (
    compareText(a.source, b.source) ||
    compareText(a.origin.file, b.origin.file) ||
    compareText(a.origin.sheet, b.origin.sheet) ||
    a.origin.row - b.origin.row ||
    compareText(a.origin.column ?? '', b.origin.column ?? '') ||
    a.index - b.index
  )
}

/** Order of earlier rows: by month, then by where they stand. */
export function byMonth(a: PastRecord, b: PastRecord): number {
  return compareText(a.month, b.month) || byOrigin(a, b)
}

/** Brings the rows of a unit into their order. */
export function bringInOrder(unit: Unit): void {
  if (unit.records.length > 1) unit.records.sort(byOrigin)
  if (unit.duplicates.length > 1) unit.duplicates.sort(byOrigin)
  if (unit.past.length > 1) unit.past.sort(byMonth)
}

/** A list with one more item: a new one while it is short, the same one when it is long. */
export function grown<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item]
  if (list.length === 1) return [list[0] as T, item]
  if (list.length < 8) return [...list, item]
  list.push(item)
  return list
}

/** Enters the names of a unit's rows. */
export function enterNames(unit: Unit, book: NameBook): void {
  let others: Set<string> | null = null
  const enter = (name: string | null) => {
    if (name === null || unit.form?.text === name) return
    if (unit.form === null) unit.form = book.of(name)
    else {
      others ??= new Set()
      others.add(name)
    }
  }
  for (const rows of [unit.records, unit.past])
    for (const row of rows) {
      enter(row.name)
      enter(row.formerName)
      enter(rareName(row))
    }
  if (others !== null) unit.otherForms = [...(others as Set<string>)].map(book.of)
}

/** All rows of a unit, this month's first. */
export function rowsOf(unit: Unit): readonly PersonRecord[] {
  return unit.past.length === 0 ? unit.records : unit.records.length === 0 ? unit.past : [...unit.records, ...unit.past]
}

function certificateId(record: PersonRecord): string | null {
  const certificate = (record as { certificate?: unknown }).certificate
  if (typeof certificate !== 'object' || certificate === null) return null
  const value = (certificate as { idNumber?: unknown }).idNumber
  return typeof value === 'string' ? value : null
}
