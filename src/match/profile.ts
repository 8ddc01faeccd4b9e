import { birthDateOf, sexOf } from '../domain/id-number.js'
import type { Place } from '../domain/place.js'
import { accountDigits, phoneNumbers } from '../domain/written-number.js'
import type { PersonRecord } from '../ingest/source.js'
import type { NameBook, NameForm } from './names/name-form.js'
import { damagedPattern, rowsOf, type Unit } from './unit.js'

/** What comparisons see of a unit: everything its rows say, each value once. */
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

/**
 * Puts a unit's rows together into one profile. Each list is worked out when a comparison asks for it, and what several ask for only once: half a million
 * units of a county are compared, nearly all of them once or twice, and their lists, kept till the last pair is decided, took as much memory as the units.
 */
export function profileOf(unit: Unit, book: NameBook): Profile {
  return new RowProfile(unit, book)
}

class RowProfile implements Profile {
  readonly unit: Unit
  readonly pattern: string | null
  private readonly book: NameBook
  private dates: readonly string[] | null = null
  private numbers: readonly string[] | null = null
  private formers: readonly string[] | null = null

  constructor(unit: Unit, book: NameBook) {
    this.unit = unit
    this.pattern = patternOf(unit)
    this.book = book
  }

  get formerIds() {
    this.formers ??= distinct(rowsOf(this.unit), (record) => record.formerIdNumber?.value ?? null)
    return this.formers
  }

  get birthDates() {
    this.dates ??= birthDatesOf(this.unit)
    return this.dates
  }

  get names() {
    return namesOf(this.unit)
  }

  get sex() {
    const { idNumber } = this.unit
    return idNumber === null ? (rowsOf(this.unit).find(({ sex }) => sex !== null)?.sex ?? null) : sexOf(idNumber)
  }

  get places() {
    return placesOf(rowsOf(this.unit))
  }

  get householdNumbers() {
    this.numbers ??= distinct(rowsOf(this.unit), householdNumberOf)
    return this.numbers
  }

  get headNames() {
    return distinct(rowsOf(this.unit), (record) => {
      const name = headNameOf(record)
      return name === null ? null : this.book.of(name).standard
    })
  }

  get headIds() {
    return distinct(rowsOf(this.unit), (record) => record.headIdNumber?.value ?? null)
  }

  get kin() {
    return this.unit.kin
  }

  get phones() {
    const rows = rowsOf(this.unit)
    const [row] = rows
    if (rows.length === 1) return phoneNumbers(row?.phone ?? null)
    return [...new Set(rows.flatMap(({ phone }) => phoneNumbers(phone)))]
  }

  get bankAccounts() {
    return distinct(rowsOf(this.unit), (record) => accountDigits(record.bankAccount))
  }
}

/** Whether two lists have a value in common. Plain loops: half a million pairs ask it of several lists each. */
export function meet(a: readonly string[], b: readonly string[]): boolean {
  for (let i = 0; i < a.length; i++) for (let k = 0; k < b.length; k++) if (a[i] === b[k]) return true
  return false
}

/** The usable id number of a unit, or what is left of a damaged one, or null. */
export function patternOf(unit: Unit): string | null {
  if (unit.idNumber !== null) return unit.idNumber
  const row = unit.records[0] ?? unit.past[0]
  const pattern = row ? damagedPattern(row) : null
  return pattern === null ? null : withArea(pattern)
}

// Twelve characters that begin with a birth date are a number whose area code, the same for all of a county, was left out.
function withArea(pattern: string): string {
  if (pattern.length !== 12) return pattern
  const whole = `??????${pattern}`
  return birthDateOf(whole) === null ? pattern : whole
}

/** Birth dates of a unit: the usable id's; else those of the damaged one and of the columns. */
export function birthDatesOf(unit: Unit): readonly string[] {
  const pattern = patternOf(unit)
  const own = pattern === null ? null : birthDateOf(pattern)
  if (unit.idNumber !== null) return own === null ? [] : [own]
  const dates = distinct(rowsOf(unit), (record) => record.birthDate)
  return own === null || dates.includes(own) ? dates : [own, ...dates]
}

/** The head's name as a row gives it, or null. */
export function headNameOf(record: PersonRecord): string | null {
  return record.headName ?? (record.relation === '户主' ? record.name : null)
}

/** The number of a row's household, `<system>:<number>`, since numbers mean something inside one system only; or null. */
export function householdNumberOf(record: PersonRecord): string | null {
  return record.householdNumber === null ? null : `${record.system}:${record.householdNumber}`
}

function placesOf(rows: readonly PersonRecord[]): readonly Place[] {
  return distinct(
    rows,
    ({ place }) => (place.township === null && place.village === null ? null : place),
    (a, b) => a.township === b.township && a.village === b.village,
  )
}

function namesOf({ form, otherForms }: Unit): readonly NameForm[] {
  return form === null ? nothing : otherForms.length === 0 ? [form] : [form, ...otherForms]
}

const nothing: readonly never[] = []

// Most columns of most rosters are empty: one shared empty list stands for all of them.
function distinct<T>(
  rows: readonly PersonRecord[],
  value: (record: PersonRecord) => T | null,
  isSame: (a: T, b: T) => boolean = Object.is,
): readonly T[] {
  let found: T[] | null = null
  for (const record of rows) {
    const one = value(record)
    if (one === null) continue
    if (found === null) found = [one]
    else if (!found.some((known) => isSame(known, one))) found.push(one)
  }
  return found ?? nothing
}
