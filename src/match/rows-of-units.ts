import type { NameBook } from './names/name-form.js'
import type { RosterBook } from './rosters.js'
import { type RowKeys, rowKeys } from './row-keys.js'
import { rowsOf, type Unit } from './unit.js'

/** The rows of some units in keys of their own: those of unit `u` begin at `items[starts.get(u.at)]`, this month's first. */
export interface RowsOfUnits {
  readonly keys: RowKeys
  readonly starts: ReadonlyMap<number, number>
  readonly items: Int32Array
}

/** How many rows a unit has, of all months. */
export function countRows({ records, past }: Unit): number {
  return records.length + past.length
}

/** Enters the keys of the rows of some units: of those whose rows are not the ones that were dealt to their number. */
export function rowsOfUnits(units: readonly Unit[], book: NameBook, rosters: RosterBook): RowsOfUnits {
  const starts = new Map<number, number>()
  let count = 0
  for (const unit of units) {
    starts.set(unit.at, count)
    count += countRows(unit)
  }
  const keys = rowKeys(count, book, rosters)
  for (const unit of units)
    for (const [k, row] of rowsOf(unit).entries()) keys.enter((starts.get(unit.at) as number) + k, row)
  return { keys, starts, items: Int32Array.from({ length: count }, (_, k) => k) }
}
