import { birthDateOf, sexOf } from '../domain/id-number.js'
import type { Place } from '../domain/place.js'
import type { PersonRecord } from '../ingest/source.js'
import type { NameBook, NameForm } from './names/name-form.js'
import { damagedPattern, rareName, rowsOf, type Unit } from './unit.js'

/** What comparisons and blocking see of a unit: everything its rows say, each value once. */
export interface Profile {
  readonly unit: Unit
  /** The usable id number, or what is left of a damaged one, or null. */
  readonly pattern: string | null
  readonly formerIds: readonly string[]
  /** That of a usable id; else what a damaged one and a birth-date column say, which may differ. */
  readonly birthDates: readonly string[]
  readonly names: readonly NameForm[]
  /** From a usable id, else from a sex column. */
  readonly sex: '男' | '女' | null
  readonly places: readonly Place[]
  /** `<system>:<number>`: numbers mean something inside one system only. */
  readonly householdNumbers: readonly string[]
  /** Heads by name. */
  readonly headNames: readonly string[]
  /** Heads by usable id number. */
  readonly headIds: readonly string[]
  /** Id numbers of the other people in its households, as far as somebody else's household shows them too. */
  readonly kin: readonly string[]
  readonly phones: readonly string[]
  readonly bankAccounts: readonly string[]
}

const none: readonly never[] = []

/** Puts a unit's rows together into one profile. */
export function profileOf(unit: Unit, book: NameBook, kin: readonly string[]): Profile {
  const rows = rowsOf(unit)
  const pattern = unit.idNumber ?? damagedPattern(rows[0] as PersonRecord)
  return {
    unit,
    pattern,
    formerIds: distinct(rows, (record) => record.formerIdNumber?.value ?? null),
    birthDates: birthDatesOf(unit, rows, pattern),
    names: namesOf(rows).map(book),
    sex: (unit.idNumber === null ? null : sexOf(unit.idNumber)) ?? firstOf(rows, (record) => record.sex),
    places: placesOf(rows),
    householdNumbers: distinct(rows, (record) =>
      record.householdNumber === null ? null : `${record.system}:${record.householdNumber}`,
    ),
    headNames: distinct(rows, (record) => headName(record, book)),
    headIds: distinct(rows, (record) => record.headIdNumber?.value ?? null),
    kin,
    phones: distinct(rows, (record) => phoneDigits(record.phone)),
    bankAccounts: distinct(rows, (record) => accountDigits(record.bankAccount)),
  }
}

function birthDatesOf(unit: Unit, rows: readonly PersonRecord[], pattern: string | null): readonly string[] {
  const own = pattern === null ? null : birthDateOf(pattern)
  if (unit.idNumber !== null) return own === null ? none : [own]
  const dates = distinct(rows, (record) => record.birthDate)
  return own === null || dates.includes(own) ? dates : [own, ...dates]
}

/** The names a unit's rows give the person, recorded former and rare ones included. */
function namesOf(rows: readonly PersonRecord[]): readonly string[] {
  const first = rows[0] as PersonRecord
  if (rows.length === 1 && first.formerName === null && rareName(first) === null)
    return first.name === null ? none : [first.name]
  const names = rows.flatMap((record) => [record.name, record.formerName, rareName(record)])
  return [...new Set(names.filter((name) => name !== null))]
}

function headName(record: PersonRecord, book: NameBook): string | null {
  const name = record.headName ?? (record.relation === '户主' ? record.name : null)
  return name === null ? null : book(name).standard
}

// 11 digits of a mobile or the 7–8 of a landline; a shared switchboard or 无电话 proves nothing.
function phoneDigits(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '') ?? ''
  return digits.length >= 7 && !/^(\d)\1+$/.test(digits) ? digits : null
}

function accountDigits(account: string | null): string | null {
  const digits = account?.replace(/\D/g, '') ?? ''
  return digits.length >= 8 && !/^(\d)\1+$/.test(digits) ? digits : null
}

function placesOf(rows: readonly PersonRecord[]): readonly Place[] {
  if (rows.length === 1) {
    const place = (rows[0] as PersonRecord).place
    return place.township === null && place.village === null ? none : [place]
  }
  const places = new Map<string, Place>()
  for (const { place } of rows)
    if (place.township !== null || place.village !== null) places.set(`${place.township}|${place.village}`, place)
  return [...places.values()]
}

function distinct<T>(rows: readonly PersonRecord[], value: (record: PersonRecord) => T | null): readonly T[] {
  if (rows.length === 1) {
    const only = value(rows[0] as PersonRecord)
    return only === null ? none : [only]
  }
  const found: T[] = []
  for (const record of rows) {
    const one = value(record)
    if (one !== null && !found.includes(one)) found.push(one)
  }
  return found
}

function firstOf<T>(rows: readonly PersonRecord[], value: (record: PersonRecord) => T | null): T | null {
  for (const record of rows) {
    const found = value(record)
    if (found !== null) return found
  }
  return null
}
