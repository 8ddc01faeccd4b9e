import type { PersonRecord } from '../ingest/source.js'
import { allSources } from '../ingest/sources/all.js'
import type { PastRecord } from './person.js'
import { rowsOf, type Unit } from './unit.js'

/** Rosters that list one person several times by nature: one row a payment, an event, a car or a house. */
const repeating: ReadonlySet<string> = new Set(allSources.filter(({ rolling }) => rolling).map(({ id }) => id))

/** True when one roster of one month holds rows of both units and lists a person only once. */
export function shareRoster(a: Unit, b: Unit): boolean {
  const [rows, others] = [rowsOf(a), rowsOf(b)]
  for (const left of rows) {
    if (repeating.has(left.source)) continue
    for (const right of others) if (left.source === right.source && monthOfRow(left) === monthOfRow(right)) return true
  }
  return false
}

/**
 * How much rarer it is that a roster holds a person twice than that another roster holds the person too, in bits (negative), measured on the
 * rows that need no guess. A few imagined rows keep small counties from never or always believing in duplicates.
 */
export function duplicatePenalty(units: readonly Unit[]): number {
  let once = 200
  let twice = 0.4
  for (const unit of units) {
    if (unit.idNumber === null || unit.records.length === 0) continue
    if (unit.records.length === 1) {
      if (!repeating.has(unit.records[0]?.source as string)) once++
      continue
    }
    for (let i = 0; i < unit.records.length; i++) {
      const { source } = unit.records[i] as PersonRecord
      if (repeating.has(source)) continue
      if (stoodBefore(unit.records, i, source)) twice++
      else once++
    }
  }
  return Math.log2(Math.min(0.5, twice / once))
}

/** The share of units that other rosters or months hold too: how often a row without a usable number has a counterpart at all. */
export function overlap(units: readonly Unit[]): number {
  let alone = 10
  let shared = 10
  for (const unit of units) {
    if (unit.idNumber === null) continue
    if (unit.records.length + unit.past.length > 1) shared++
    else alone++
  }
  return shared / (shared + alone)
}

function stoodBefore(rows: readonly PersonRecord[], end: number, source: string): boolean {
  for (let i = 0; i < end; i++) if (rows[i]?.source === source) return true
  return false
}

/** The earlier month that a row comes from; empty for this month's. */
export function monthOfRow(record: PersonRecord): string {
  return (record as Partial<PastRecord>).month ?? ''
}
