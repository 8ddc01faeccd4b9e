import type { PersonRecord } from '../ingest/source.js'
import type { BySystem } from './household-heads.js'
import type { HouseholdRows } from './household-rows.js'
import { settledId } from './unit.js'

/**
 * Finds households that one number written otherwise tears apart, and gives for each household the one that it is part of, itself for nearly all; null
 * where none is torn. Two numbers of a system are one household where one head stands under both and no export lists anybody under both (that would
 * be a second enrolment, domain C02); and, where rows tell no head's id, where one lacks its head, the other has one, they are of one village,
 * their numbers are a slip apart, and both state one size that holds them together or, where none is stated, they stand beside each other. `numbers` are those of the heads, as `headsOf` gives them.
 */
export function tornHouseholds(
  grouped: HouseholdRows,
  records: readonly PersonRecord[],
  numbers: BySystem<string>,
): Int32Array | null {
  const rowsAt = (at: number) => rowsOf(grouped, records, at)
  const torn = new Map<number, number>()
  for (const same of underOneHead(grouped, numbers)) joinParts(same, torn, rowsAt)
  joinHeadless(grouped, records, torn, rowsAt)
  if (torn.size === 0) return null
  const whole = new Int32Array(grouped.count)
  for (let at = 0; at < whole.length; at++) whole[at] = torn.get(at) ?? at
  return whole
}

/** Whether two household numbers differ by one character, written otherwise, left out or added, or by two neighbours exchanged. */
export function isSlipOf(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  if (restA.length !== restB.length) return restA.slice(1) === restB || restA === restB.slice(1)
  const exchanged = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return exchanged || restA.slice(1) === restB.slice(1)
}

type Rows = readonly PersonRecord[]

/** The household that each torn one is part of. */
type Torn = Map<number, number>

function rowsOf({ starts, rows }: HouseholdRows, records: Rows, at: number): Rows {
  return Array.from(rows.subarray(starts[at], starts[at + 1]), (position) => records[position] as PersonRecord)
}

// Numbered households whose head stands with another number too, by system and head.
function underOneHead(grouped: HouseholdRows, numbers: BySystem<string>): Iterable<readonly number[]> {
  const { count, systems, values, numbered, headIds } = grouped
  const isOther = (at: number) => {
    const known = numbers.get(systems[at] as PersonRecord['system'])?.get(headIds[at] as string)
    return known !== undefined && known !== values[at]
  }
  const byHead = new Map<string, number[]>()
  for (let at = 0; at < count; at++)
    if (numbered[at] === 1 && headIds[at] !== null && isOther(at)) byHead.set(`${systems[at]}:${headIds[at]}`, [])
  if (byHead.size === 0) return []
  for (let at = 0; at < count; at++)
    if (numbered[at] === 1 && headIds[at] !== null) byHead.get(`${systems[at]}:${headIds[at]}`)?.push(at)
  return byHead.values()
}

// The one with most rows, then the first by key, stands for those that fit to it.
function joinParts(same: readonly number[], torn: Torn, rowsAt: (at: number) => Rows): void {
  const [main, ...others] = same.map((at) => ({ at, rows: rowsAt(at) })).sort((a, b) => b.rows.length - a.rows.length)
  if (main === undefined) return
  let all = main.rows
  for (const { at, rows } of others)
    if (!listsAnybodyTwice(all, rows)) {
      torn.set(at, main.at)
      all = [...all, ...rows]
    }
}

function listsAnybodyTwice(a: Rows, b: Rows): boolean {
  const listed = new Set(a.map(listing))
  return b.some((row) => listed.has(listing(row)))
}

// A row without a usable number counts by its name.
function listing(row: PersonRecord): string {
  return `${row.source}|${settledId(row) ?? row.name}`
}

function joinHeadless(grouped: HouseholdRows, records: Rows, torn: Torn, rowsAt: (at: number) => Rows): void {
  const { count, systems, values, numbered, headIds } = grouped
  const isOpen = (at: number) => numbered[at] === 1 && !torn.has(at)
  const headless: { readonly at: number; readonly rows: Rows; readonly home: string }[] = []
  for (let at = 0; at < count; at++) {
    if (headIds[at] !== null || !isOpen(at) || !areOfFamily(grouped, records, at)) continue
    const rows = rowsAt(at)
    const home = homeOf(grouped, at, rows)
    if (home !== null) headless.push({ at, rows, home })
  }
  if (headless.length === 0) return
  const headed = new Map<string, number[]>(headless.map(({ home }) => [home, []]))
  for (let at = 0; at < count; at++) {
    if (!isOpen(at)) continue
    const rows = rowsAt(at)
    if (rows.some(({ relation }) => relation === '户主')) headed.get(homeOf(grouped, at, rows) ?? '')?.push(at)
  }
  const takenBy = new Map<number, Rows>()
  for (const { at, rows, home } of headless) {
    const fitting = (headed.get(home) ?? []).filter(
      (other) =>
        systems[other] === systems[at] &&
        isSlipOf(values[other] as string, values[at] as string) &&
        fits(rows, takenBy.get(other) ?? rowsAt(other)),
    )
    const [into] = fitting
    if (into === undefined || fitting.length > 1) continue
    torn.set(at, into)
    takenBy.set(into, [...(takenBy.get(into) ?? rowsAt(into)), ...rows])
  }
}

// Asked of every household without a head's id: no list of its rows is made.
function areOfFamily({ starts, rows }: HouseholdRows, records: Rows, at: number): boolean {
  for (let i = starts[at] as number; i < (starts[at + 1] as number); i++) {
    const { relation } = records[rows[i] as number] as PersonRecord
    if (relation === null || relation === '户主') return false
  }
  return true
}

// Null without a village: half a county may stand nowhere.
function homeOf({ systems }: HouseholdRows, at: number, rows: Rows): string | null {
  const { township = null, village = null } = rows[0]?.place ?? {}
  return village === null ? null : `${systems[at]}|${township}|${village}`
}

// By the size that both state; without one by standing beside each other in one sheet, as an export lists a family.
function fits(part: Rows, rest: Rows): boolean {
  if (listsAnybodyTwice(part, rest)) return false
  const [size, other] = [sizeOf(part), sizeOf(rest)]
  if (size !== other) return false
  return size === null
    ? part.some((row) => rest.some((next) => isBeside(row, next)))
    : part.length + rest.length <= size
}

function isBeside({ origin: a }: PersonRecord, { origin: b }: PersonRecord): boolean {
  return a.file === b.file && a.sheet === b.sheet && Math.abs(a.row - b.row) === 1
}

// The size that the rows state; null where they state none or several.
function sizeOf(rows: Rows): number | null {
  const sizes = new Set(rows.map((row) => (row as { readonly householdSize?: number | null }).householdSize ?? null))
  const [size = null] = sizes
  return sizes.size === 1 ? size : null
}
