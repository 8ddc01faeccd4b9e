import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { settledId } from './unit.js'

/** Values by the text that stands for them inside one system. Apart, since a text joined of both for each row of a county costs more than all the rest. */
export type BySystem<T> = Map<Programme, Map<string, T>>

/** Whom rows name as head: the ids they refer to, with the numbers beside them, and the id of each head who stands in a row of his own by name and village. */
export interface Heads {
  readonly referred: BySystem<true>
  /** The household's number by the head's id; empty text: the head stands with several, so that it cannot be told from the head. */
  readonly numbers: BySystem<string>
  /** Empty text: several heads of that name. */
  readonly named: BySystem<string>
  /** Heads by the beginning of their number and village, where rows name heads by damaged numbers; null: several heads whose numbers begin so. */
  readonly damaged: BySystem<PersonRecord | null>
}

/** Collects the heads of all rows. */
export function headsOf(records: readonly PersonRecord[]): Heads {
  const referred: BySystem<true> = new Map()
  const numbers: BySystem<string> = new Map()
  const named: BySystem<string> = new Map()
  const losses = new Set<Programme>()
  for (let i = 0; i < records.length; i++) {
    const record = records[i] as PersonRecord
    if (record.headIdNumber?.state === 'damaged') losses.add(record.system)
    if (record.headIdNumber?.value) {
      within(referred, record.system).set(record.headIdNumber.value, true)
      if (record.householdNumber !== null)
        enterOne(within(numbers, record.system), record.headIdNumber.value, record.householdNumber)
    }
    if (record.relation !== '户主' || record.headIdNumber !== null || record.name === null) continue
    const id = settledId(record)
    if (id === null) continue
    enterOne(within(named, record.system), nameInVillage(record.name, record), id)
  }
  return { referred, numbers, named, damaged: headsByStart(records, losses) }
}

function headsByStart(records: readonly PersonRecord[], losses: ReadonlySet<Programme>): BySystem<PersonRecord | null> {
  const heads: BySystem<PersonRecord | null> = new Map()
  if (losses.size === 0) return heads
  for (const record of records) {
    if (record.relation !== '户主' || !losses.has(record.system)) continue
    const number = settledId(record) ?? record.idNumber?.pattern ?? ''
    const key = startInVillage(number, record.place)
    if (key === null) continue
    const ofSystem = within(heads, record.system)
    const known = ofSystem.get(key)
    ofSystem.set(key, known === undefined || (known !== null && isSameHead(known, record)) ? record : null)
  }
  return heads
}

// A row shown twice, or one of each of two sheets.
function isSameHead(a: PersonRecord, b: PersonRecord): boolean {
  return a.name === b.name && settledId(a) === settledId(b) && a.householdNumber === b.householdNumber
}

// Another value than the one before leaves none.
function enterOne(values: Map<string, string>, key: string, value: string): void {
  const known = values.get(key)
  values.set(key, known === undefined || known === value ? value : '')
}

const sureDigits = 15

/** What a number that lost its last three digits has left (domain A.0.3 M4), with the village of the row; null when more of it is missing. */
export function startInVillage(number: string, { township, village }: PersonRecord['place']): string | null {
  const start = number.slice(0, sureDigits)
  return /^\d{15}$/.test(start) ? `${start}@${township ?? ''}/${village ?? ''}` : null
}

/** A name with the village of the row. */
export function nameInVillage(name: string, { place }: PersonRecord): string {
  return `${name}@${place.township ?? ''}/${place.village ?? ''}`
}

function within<T>(bySystem: BySystem<T>, system: Programme): Map<string, T> {
  let found = bySystem.get(system)
  if (!found) {
    found = new Map()
    bySystem.set(system, found)
  }
  return found
}
