import type { Merge, Sheet, SheetRow } from './workbook.js'

/** What a pass over a sheet finds beside its rows. */
export interface SheetPass {
  hiddenColumns: readonly number[]
  /** Null until the end of the sheet was read. */
  merges: readonly Merge[] | null
}

/**
 * A sheet that is read by going over its bytes, each time anew. `read` gives the rows and notes in `pass` what else it finds; merges that are asked
 * for before a pass has ended cost one of their own.
 */
export function streamedSheet(
  { name, hidden }: Pick<Sheet, 'name' | 'hidden'>,
  read: (pass: SheetPass) => AsyncIterable<readonly SheetRow[]>,
): Sheet {
  const pass: SheetPass = { hiddenColumns: [], merges: null }
  return {
    name,
    hidden,
    rows: () => read(pass),
    async merges() {
      if (pass.merges === null) for await (const _ of read(pass));
      return pass.merges ?? []
    },
    hiddenColumns: () => pass.hiddenColumns,
  }
}
