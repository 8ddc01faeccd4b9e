import type { PersonRecord } from '../ingest/source.js'
import type { BySystem } from './household-heads.js'
import type { HouseholdRows } from './household-rows.js'
import { rowsOfHousehold } from './rows-of-household.js'
import { settledId } from './unit.js'

/** Households that are part of another one, by their number among the grouped ones the number of that one. */
export type TornHouseholds = ReadonlyMap<number, number>

/**
 * Finds households that one number written otherwise tears apart. Two numbers of a system are one household where one head stands under both and no
 * export lists anybody under both (that would be a second enrolment, domain C02); and, where rows tell no head's id, where one lacks its head, the
 * other has one, they are of one village, their numbers are a slip apart, and both state one size that holds them together or, where none is
 * stated, they stand beside each other. `numbers` are those of the heads, as `headsOf` gives them.
 */
export function tornHouseholds(
  grouped: HouseholdRows,
  records: readonly PersonRecord[],
  numbers: BySystem<string>,
): TornHouseholds {
  const rowsAt = (at: number) => rowsOfHousehold(grouped, at, records)
  const torn = new Map<number, number>()
  for (const same of underOneHead(grouped, numbers)) joinParts(same, torn, rowsAt)
  joinHeadless(grouped, records, torn, rowsAt)
  return torn
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

type Torn = Map<number, number>

// Numbered households whose head stands with another number too, by system and head.
function underOneHead(grouped: HouseholdRows, numbers: BySystem<string>): Iterable<readonly number[]> {
  const { count, systems, values, numbered, headIds } = grouped
  const isOther = (at: number) => {
    const known = numbers.get(systems[at] as PersonRecord['system'])?.get(headIds[at] as string)
    return known !== undefined && known !== values[at]
  }
  const keyOf = (at: number) => `${systems[at]}:${headIds[at]}`
  const heads = new Set<string | null>()
  const byHead = new Map<string, number[]>()
  for (let at = 0; at < count; at++)
    if (numbered[at] === 1 && headIds[at] !== null && isOther(at)) {
      heads.add(headIds[at] as string)
      byHead.set(keyOf(at), [])
    }
  if (heads.size === 0) return []
  for (let at = 0; at < count; at++)
    if (numbered[at] === 1 && heads.has(headIds[at] as string | null)) byHead.get(keyOf(at))?.push(at)
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
  const { count, values, numbered, headIds, starts, rows: positions } = grouped
  const isOpen = (at: number) => numbered[at] === 1 && !torn.has(at)
  // Asked of every household of the county: no list of its rows is made.
  const hasRow = (at: number, is: (row: PersonRecord) => boolean) => {
    for (let i = starts[at] as number; i < (starts[at + 1] as number); i++)
      if (is(records[positions[i] as number] as PersonRecord)) return true
    return false
  }
  const placeOf = (at: number) => (records[positions[starts[at] as number] as number] as PersonRecord).place
  const homeOf = (at: number) => `${grouped.systems[at]}|${placeOf(at).township}|${placeOf(at).village}`
  const headless: number[] = []
  // Not without a village: half a county may stand nowhere.
  for (let at = 0; at < count; at++)
    if (headIds[at] === null && isOpen(at) && placeOf(at).village !== null && !hasRow(at, mayBeHead)) headless.push(at)
  if (headless.length === 0) return
  const villages = new Set(headless.map((at) => placeOf(at).village))
  const headed = new Map<string, number[]>(headless.map((at) => [homeOf(at), []]))
  for (let at = 0; at < count; at++)
    if (isOpen(at) && villages.has(placeOf(at).village) && hasRow(at, isHead)) headed.get(homeOf(at))?.push(at)
  const takenBy = new Map<number, Rows>()
  for (const at of headless) {
    const rows = rowsAt(at)
    const fitting = (headed.get(homeOf(at)) ?? []).filter(
      (other) =>
        isSlipOf(values[other] as string, values[at] as string) && fits(rows, takenBy.get(other) ?? rowsAt(other)),
    )
    const [into] = fitting
    if (into === undefined || fitting.length > 1) continue
    torn.set(at, into)
    takenBy.set(into, [...(takenBy.get(into) ?? rowsAt(into)), ...rows])
  }
}

function isHead({ relation }: PersonRecord): boolean {
  return relation === '户主'
}

function mayBeHead(row: PersonRecord): boolean {
  return row.relation === null || isHead(row)
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
