import type { SheetRow } from './formats/workbook.js'

/** Reads 同上 and its marks as what the column last said. */
export interface DittoMarks {
  /** The row whose cell at `index` counts for `row`: itself, or the last above it with a text of its own where its cell only repeats that. */
  rowFor(row: SheetRow, index: number): SheetRow
}

const mark = /^\s*(?:同上|〃|″|〞|"|''|同上[行户])\s*$/

/** Makes the reader of one sheet's marks; rows must be asked in their order. */
export function dittoMarks(): DittoMarks {
  const last: (SheetRow | undefined)[] = []
  return {
    rowFor(row, index) {
      const text = row.texts[index]
      if (text === undefined || text === '') return row
      if (text.length < 6 && mark.test(text)) return last[index] ?? row
      last[index] = row
      return row
    },
  }
}
