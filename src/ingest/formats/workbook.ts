import { type Cell, type CellKind, emptyCell } from '../../domain/cell.js'
import type { Facts, IssueCode } from '../../domain/issue.js'

/** One row of a sheet, cells from column A on; '' and 'empty' for blank cells. `texts` and `kinds` have the same length. */
export interface SheetRow {
  /** 1-based, as the clerk sees it. */
  readonly number: number
  readonly texts: readonly string[]
  readonly kinds: readonly CellKind[]
  readonly hidden: boolean
}

/** The cell at `index` (0-based) of a row; an empty one beyond its last. */
export function cellAt({ texts, kinds }: SheetRow, index: number): Cell {
  const [text, kind] = [texts[index], kinds[index]]
  return text === undefined || kind === undefined ? emptyCell : { text, kind }
}

/** A merged range, 1-based and inclusive. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One sheet: rows in order, each non-empty row once, streamed; may be read more than once. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  rows(): AsyncIterable<readonly SheetRow[]>
  /** All merged ranges; may cost a scan of the sheet, so ask only when needed. */
  merges(): Promise<readonly Merge[]>
  /** 1-based numbers of hidden columns; known once `rows` has begun. */
  hiddenColumns(): readonly number[]
}

/** Something the clerk should know of a file that could be read all the same. */
export interface Notice {
  readonly code: IssueCode
  readonly facts: Facts
}

/** A file opened by what its bytes are, never by its name. */
export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'html' | 'xml2003' | 'ods' | 'csv'
  readonly encoding: string | null
  readonly sheets: readonly Sheet[]
  /** What reading met so far; complete once the rows of all sheets have been read. */
  readonly notices?: readonly Notice[]
  close(): Promise<void>
}

/** Bounds against files that grow without end (design §7). */
export interface ReadLimits {
  readonly maxFileBytes: number
  readonly maxInflatedBytes: number
  readonly maxCells: number
  readonly maxStrings: number
}

/** Far above any county's roster, far below what hurts an office machine. */
export const defaultLimits: ReadLimits = {
  maxFileBytes: 512 * 2 ** 20,
  maxInflatedBytes: 4 * 2 ** 30,
  maxCells: 60_000_000,
  maxStrings: 10_000_000,
}
