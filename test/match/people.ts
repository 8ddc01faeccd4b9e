import { checkDigit, parseIdNumber } from '../../src/domain/id-number.js'
import type { PersonRecord } from '../../src/ingest/source.js'
import { type Matched, matchPersons } from '../../src/match/match-persons.js'
import { nameBook } from '../../src/match/names/name-form.js'
import type { PastRecord, Person } from '../../src/match/person.js'
import { type Profile, profileOf } from '../../src/match/profile.js'
import { emptyUnit, enterNames, settledId } from '../../src/match/unit.js'

/** A valid invented id in area 340199: birth date as 8 digits, sequence as 3 (odd: 男). */
export function id(birth: string, sequence = '001'): string {
  const digits = `340199${birth}${sequence}`
  return digits + checkDigit(digits)
}

/** What a test says of a row; the rest is empty. Ids are given as text and read like a cell. */
export interface Row {
  source?: string
  system?: PersonRecord['system']
  id?: string | null
  name?: string | null
  sex?: '男' | '女'
  birthDate?: string
  township?: string
  village?: string
  number?: string
  headId?: string
  headName?: string
  relation?: string
  phone?: string
  account?: string
  formerId?: string
  formerName?: string
  column?: string
  row?: number
  certificate?: string
}

let next = 0
const book = nameBook()

/** What comparisons see of somebody with these rows, which all say the same usable number or none. */
export function unitProfile(rows: readonly Row[]): Profile {
  const records = rows.map(record)
  const unit = { ...emptyUnit(records.map(settledId).find((known) => known !== null) ?? null), records }
  enterNames(unit, book)
  return profileOf(unit, book)
}

/** A record with these fields, in its own sheet row. */
export function record(row: Row): PersonRecord {
  next++
  const source = row.source ?? 'rural-allowance-members'
  const base: PersonRecord = {
    index: next,
    source,
    origin: { file: `${source}.xlsx`, sheet: 'Sheet1', row: row.row ?? next + 1, column: row.column ?? null },
    programmes: [row.system ?? 'rural-allowance'],
    system: row.system ?? 'rural-allowance',
    place: { township: row.township ?? null, village: row.village ?? null },
    idNumber: row.id == null ? null : parseIdNumber(row.id),
    name: row.name === undefined ? '王小明' : row.name,
    sex: row.sex ?? null,
    birthDate: row.birthDate ?? null,
    householdNumber: row.number ?? null,
    headIdNumber: row.headId ? parseIdNumber(row.headId) : null,
    headName: row.headName ?? null,
    relation: row.relation ?? null,
    phone: row.phone ?? null,
    bankAccount: row.account ?? null,
    formerIdNumber: row.formerId ? parseIdNumber(row.formerId) : null,
    formerName: row.formerName ?? null,
  }
  return row.certificate
    ? ({ ...base, certificate: { idNumber: row.certificate, category: 4, level: 1, reissue: null } } as PersonRecord)
    : base
}

/** The same row as an earlier month kept it. */
export function past(row: Row, personKey: string, month = '2026-10'): PastRecord {
  return { ...record(row), month, personKey }
}

/** Matches records with nothing else given. */
export function match(
  records: readonly PersonRecord[],
  more: Partial<Parameters<typeof matchPersons>[0]> = {},
): Matched {
  return matchPersons({ records, duplicates: [], past: [], judgements: [], month: '2026-11', ...more })
}

/** The person that holds a record. */
export function personWith(matched: Matched, wanted: PersonRecord): Person {
  const found = matched.persons.find((person) => person.links.some((link) => link.record === wanted))
  if (!found) throw new Error('No person holds the record')
  return found
}
