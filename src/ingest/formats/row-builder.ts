import type { CellKind } from '../../domain/cell.js'
import { UnreadableFile } from './unreadable-file.js'
import type { ReadLimits, SheetRow } from './workbook.js'

/** Columns of a worksheet: A to XFD. */
export const maxColumns = 16_384

/** Adds the 1-based columns `first` to `last` to a list of hidden ones, no further than a sheet is wide. */
export function addColumns(columns: number[], first: number, last: number): void {
  const end = Math.min(last, maxColumns)
  for (let column = Math.max(1, first); column <= end; column++) columns.push(column)
}

const kindsByCode = ['empty', 'text', 'number', 'date', 'boolean', 'error'] as const satisfies readonly CellKind[]
const codeOfKind: Readonly<Record<CellKind, number>> = { empty: 0, text: 1, number: 2, date: 3, boolean: 4, error: 5 }

/**
 * Puts the cells of one row after the other together. Rows without any value are dropped and trailing blanks cut, so formatted emptiness costs
 * nothing downstream. Rows of the same kinds share one `kinds` array: rosters of a million cells would otherwise allocate a second million.
 * A class because it stands in the innermost loop, where a fixed shape is what makes field access fast.
 */
export class RowBuilder {
  // A fresh one for each row, as long as the row before: storing new strings in an old array costs the garbage collector more.
  private texts: string[] = []
  private readonly codes = new Uint8Array(maxColumns)
  private width = 0
  private number = 0
  private hidden = false
  private cells = 0
  private lastKinds: readonly CellKind[] = []
  private lastCodes = new Uint8Array(0)

  constructor(private readonly limits: ReadLimits) {}

  /** Begins the row with this 1-based number. */
  start(number: number, hidden: boolean): void {
    this.number = number
    this.hidden = hidden
    this.texts = new Array<string>(this.width)
    this.width = 0
  }

  /** Sets the cell of a 1-based column; '' leaves it blank. A second value for the same cell replaces the first. */
  set(column: number, text: string, kind: CellKind): void {
    if (text === '') return
    if (!(column >= 1 && column <= maxColumns))
      throw new UnreadableFile('file-corrupt', { part: `第 ${this.number} 行` })
    const { texts, codes } = this
    for (let i = this.width; i < column - 1; i++) {
      texts[i] = ''
      codes[i] = 0
    }
    texts[column - 1] = text
    codes[column - 1] = codeOfKind[kind]
    if (column > this.width) this.width = column
  }

  /** The row, or null when no cell has a value. */
  finish(): SheetRow | null {
    const { width } = this
    if (width === 0) return null
    this.cells += width
    if (this.cells > this.limits.maxCells) {
      throw new UnreadableFile('file-too-large', { what: '单元格过多', limit: `${this.limits.maxCells} 个` })
    }
    const { texts } = this
    if (texts.length > width) texts.length = width
    return { number: this.number, texts, kinds: this.kinds(width), hidden: this.hidden }
  }

  private kinds(width: number): readonly CellKind[] {
    const { codes, lastCodes } = this
    let same = width === lastCodes.length
    for (let i = 0; same && i < width; i++) same = codes[i] === lastCodes[i]
    if (same) return this.lastKinds
    this.lastCodes = codes.slice(0, width)
    this.lastKinds = Array.from(this.lastCodes, (code) => kindsByCode[code] as CellKind)
    return this.lastKinds
  }
}
