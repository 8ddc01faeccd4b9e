import { type Cell, type CellKind, type CellReader, emptyCell } from '../domain/cell.js'
import type { Facts, Issue, IssueCode, Origin } from '../domain/issue.js'
import type { SheetRow } from './formats/workbook.js'
import type { Source } from './source.js'
import type { Surroundings } from './told.js'

/** Reads the cells of one sheet and keeps what is wrong with them. */
export interface CellValues {
  readonly issues: Issue[]
  /** The value of the cell at `index` (0-based; negative: no such column) of `row`; problems are reported under `heading` at `rowNumber`. */
  value(
    read: CellReader<unknown> | undefined,
    row: SheetRow,
    index: number,
    heading: string,
    rowNumber: number,
  ): unknown
  report(code: IssueCode, facts: Facts, rowNumber: number, heading: string | null): void
  origin(rowNumber: number, heading: string | null): Origin
  /** Call once at the end: tells how many problems of a kind were only counted. */
  close(): void
}

// A column of the wrong kind must not flood the list; ids are told one by one, because each of them has to be corrected.
const toldOneByOne = 200

/** Makes the reader of one sheet's cells. */
export function cellValues(source: Source, around: Surroundings): CellValues {
  const issues: Issue[] = []
  const counts = new Map<string, { code: IssueCode; heading: string | null; count: number }>()
  // One cell object serves all reads: readers look at it and let it go.
  const cell: { text: string; kind: CellKind } = { ...emptyCell }
  const origin = (row: number, column: string | null): Origin => ({
    file: around.file,
    sheet: around.sheet,
    row,
    column,
  })
  const add = (code: IssueCode, facts: Facts, row: number, heading: string | null) =>
    issues.push({ code, facts, origin: origin(row, heading), department: source.department, source: source.id })

  const report: CellValues['report'] = (code, facts, row, heading) => {
    if (!code.startsWith('id-') && code !== 'no-identity') {
      const key = `${code} ${heading ?? ''}`
      const known = counts.get(key)
      if (known === undefined) counts.set(key, { code, heading, count: 1 })
      else if (++known.count > toldOneByOne) return
    }
    add(code, facts, row, heading)
  }

  return {
    issues,
    origin,
    report,
    value(read, row, index, heading, rowNumber) {
      const text = row.texts[index]
      if (read === undefined || text === undefined || text === '') return null
      cell.text = text
      cell.kind = row.kinds[index] as CellKind
      if (cell.kind === 'error') {
        report('error-cell', { text }, rowNumber, heading)
        return null
      }
      const { value, problem } = read(cell as Cell)
      if (problem !== undefined) report(problem.code, problem.facts ?? {}, rowNumber, heading)
      return value
    },
    close() {
      for (const { count, heading } of counts.values())
        if (count > toldOneByOne) add('more-of-the-same', { count: count - toldOneByOne }, 0, heading)
    },
  }
}
