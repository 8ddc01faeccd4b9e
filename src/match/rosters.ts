import type { PersonRecord } from '../ingest/source.js'
import { allSources } from '../ingest/sources/all.js'
import type { PastRecord } from './person.js'
import { thresholds } from './thresholds.js'
import { rowsOf, type Unit } from './unit.js'

/** Rosters that list one person several times by nature: one row a payment, an event, a car or a house. */
const repeating: ReadonlySet<string> = new Set(allSources.filter(({ rolling }) => rolling).map(({ id }) => id))

/** True when one roster of one month holds rows of both units and lists a person only once. */
export function shareRoster(a: Unit, b: Unit): boolean {
  const [rows, others] = [rowsOf(a), rowsOf(b)]
  for (const left of rows) for (const right of others) if (standTogether(left, right)) return true
  return false
}

/** True when two rows stand in one roster of one month that lists a person only once. */
export function standTogether(left: PersonRecord, right: PersonRecord): boolean {
  return left.source === right.source && monthOfRow(left) === monthOfRow(right) && !repeating.has(left.source)
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

/**
 * Gives for two units what chance alone makes of their being one person, in bits, from the two rosters of theirs that have the most people in common. Rosters
 * hold a person once, so that only somebody whom the other roster leaves unpaired can be a counterpart: the odds are the pairs that usable numbers show,
 * over those without a pair in the one roster times those in the other. Null where one roster holds both.
 */
export function overlapWeights(units: readonly Unit[]): (a: Unit, b: Unit) => number | null {
  const number = rosterNumbers()
  const { held, common } = countRosters(units, number)
  const weightOf = (a: number, b: number) => {
    const both = common.get(pairCode(a, b)) ?? 0
    const unpaired = (roster: number) => {
      const all = held[roster] ?? 0
      return Math.max(all - both, all * thresholds.leastAlone) + 1
    }
    return Math.log2((both + 0.5) / (unpaired(a) * unpaired(b)))
  }
  return (a, b) => {
    if (shareRoster(a, b)) return null
    let best = Number.NEGATIVE_INFINITY
    for (const left of rowsOf(a))
      for (const right of rowsOf(b)) {
        const [one, other] = [number(left), number(right)]
        if (one !== other) best = Math.max(best, weightOf(one, other))
      }
    return best
  }
}

const mostRosters = 4096

function pairCode(a: number, b: number): number {
  return a < b ? a * mostRosters + b : b * mostRosters + a
}

// A roster of each month for itself.
function rosterNumbers(): (record: PersonRecord) => number {
  const numbers = new Map<string, Map<string, number>>()
  let count = 0
  return (record) => {
    const months = numbers.get(record.source) ?? new Map<string, number>()
    if (months.size === 0) numbers.set(record.source, months)
    const month = monthOfRow(record)
    const known = months.get(month)
    if (known !== undefined) return known
    months.set(month, count)
    return count++
  }
}

function countRosters(
  units: readonly Unit[],
  number: (record: PersonRecord) => number,
): { readonly held: readonly number[]; readonly common: ReadonlyMap<number, number> } {
  const held: number[] = []
  const common = new Map<number, number>()
  const rosters: number[] = []
  for (const unit of units) {
    if (unit.idNumber === null) continue
    // One list, filled anew for each of a million units.
    rosters.length = 0
    for (let i = 0; i < unit.records.length; i++) enterOnce(rosters, number(unit.records[i] as PersonRecord))
    for (let i = 0; i < unit.past.length; i++) enterOnce(rosters, number(unit.past[i] as PersonRecord))
    for (let i = 0; i < rosters.length; i++) {
      const roster = rosters[i] as number
      held[roster] = (held[roster] ?? 0) + 1
      for (let k = 0; k < i; k++) {
        const pair = pairCode(roster, rosters[k] as number)
        common.set(pair, (common.get(pair) ?? 0) + 1)
      }
    }
  }
  return { held, common }
}

function enterOnce(rosters: number[], roster: number): void {
  if (!rosters.includes(roster)) rosters.push(roster)
}

function stoodBefore(rows: readonly PersonRecord[], end: number, source: string): boolean {
  for (let i = 0; i < end; i++) if (rows[i]?.source === source) return true
  return false
}

/** The earlier month that a row comes from; empty for this month's. */
export function monthOfRow(record: PersonRecord): string {
  return (record as Partial<PastRecord>).month ?? ''
}
