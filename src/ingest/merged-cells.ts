import type { Merge, SheetRow } from './formats/workbook.js'

/** Fills household columns down their merged cells while the rows of a sheet go by in order. */
export interface MergedCells {
  /** True when `rows` look as if a household's cells were merged: a key column goes blank under a filled one. */
  suspects(rows: readonly SheetRow[]): boolean
  /** Tells the merges once they are known. */
  learn(merges: readonly Merge[]): void
  /** True when merges that are known cover a household's cells. */
  any(): boolean
  /** The row whose cell at `index` counts for `row`: itself, or the first row of the merge it is covered by. */
  rowFor(row: SheetRow, index: number): SheetRow
}

/** `columns`: positions of household columns; `keys`: those that every household fills in, whose blanks give merges away. */
export function mergedCells(columns: readonly number[], keys: readonly number[]): MergedCells {
  const lastFilled: (SheetRow | undefined)[] = []
  const ranges: (readonly Merge[] | undefined)[] = []
  const positions: number[] = []
  const wasFilled = new Set<number>()
  const person = (row: SheetRow) => row.texts.some((text, index) => text !== '' && !columns.includes(index))
  return {
    suspects(rows) {
      let suspected = false
      for (const row of rows)
        for (const key of keys) {
          if ((row.texts[key] ?? '') !== '') wasFilled.add(key)
          else if (wasFilled.has(key) && person(row)) suspected = true
        }
      return suspected
    },
    learn(merges) {
      for (const column of columns) {
        const own = merges.filter(
          ({ left, right, top, bottom }) => left <= column + 1 && column + 1 <= right && bottom > top,
        )
        if (own.length === 0) continue
        ranges[column] = own.sort((a, b) => a.top - b.top)
        positions[column] = 0
      }
    },
    any: () => ranges.length > 0,
    rowFor(row, index) {
      const own = ranges[index]
      if (own !== undefined) {
        let position = positions[index] as number
        while (position < own.length && (own[position] as Merge).bottom < row.number) position++
        positions[index] = position
        const above = lastFilled[index]
        if (above && above.number < row.number && above.number === own[position]?.top) return above
      }
      if ((row.texts[index] ?? '') !== '') lastFilled[index] = row
      return row
    },
  }
}
