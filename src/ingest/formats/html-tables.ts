import type { Handler } from 'htmlparser2'
import type { CellKind } from '../../domain/cell.js'
import { addColumns, maxColumns, RowBuilder } from './row-builder.js'
import { UnreadableFile } from './unreadable-file.js'
import type { Merge, ReadLimits, SheetRow } from './workbook.js'

const blockTags = new Set(['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'table'])
const silentTags = new Set(['script', 'style', 'title', 'select', 'textarea'])
const maxSpan = 65_534
// Careless programs close no tag, and each of their cells stands in the one before; the parser's time grows with the square of that.
const maxDepth = 100_000

interface OpenCell {
  /** Its text so far, none of them empty: a cell of a million pieces is joined once. */
  readonly pieces: string[]
  readonly colspan: number
  readonly rowspan: number
  readonly exact: string
}

/**
 * Collects the rows of all top-level tables of a page. Cells of a nested table are text of the cell around it. Unclosed rows and cells are
 * closed by the next one, as browsers do. A class: it is one state that a parser's callbacks share.
 */
export class HtmlTables {
  readonly merges: Merge[] = []
  readonly hiddenColumns: number[] = []
  private readonly row: RowBuilder
  private rows: SheetRow[] = []
  private nesting = 0
  /** Of tables in tables. */
  private depth = 0
  private silent = 0
  private rowNumber = 0
  private rowOpen = false
  private column = 0
  private columnElement = 0
  private cell: OpenCell | null = null
  /** By 1-based column: up to which row a cell from above reaches down. */
  private reaches: number[] = []

  constructor(limits: ReadLimits) {
    this.row = new RowBuilder(limits)
  }

  readonly handler: Partial<Handler> = {
    onopentag: (name, attributes) => {
      this.nesting += 1
      if (this.nesting > maxDepth) throw new UnreadableFile('file-unsafe', { what: '过深的嵌套' })
      this.open(name, attributes)
    },
    ontext: (text) => {
      if (this.cell && this.silent === 0) append(this.cell, text)
    },
    onclosetag: (name) => {
      this.nesting -= 1
      this.close(name)
    },
    onend: () => this.closeRow(),
  }

  /** The rows completed since the last call. */
  take(): SheetRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (silentTags.has(name)) this.silent += 1
    if (name === 'table') this.openTable()
    else if (name === 'br' || blockTags.has(name)) {
      if (this.depth > 1 || name !== 'tr') this.lineBreak()
    }
    if (this.depth !== 1) {
      if (this.depth > 1 && (name === 'td' || name === 'th')) this.separate()
      return
    }
    if (name === 'tr') this.openRow(attributes)
    else if (name === 'td' || name === 'th') this.openCell(attributes)
    else if (name === 'col') this.noteColumn(attributes)
  }

  private close(name: string): void {
    if (silentTags.has(name)) this.silent = Math.max(0, this.silent - 1)
    if (name === 'table' && this.depth > 0) {
      if (this.depth === 1) this.closeRow()
      this.depth -= 1
    } else if (this.depth > 1) return
    else if (name === 'tr') this.closeRow()
    else if (name === 'td' || name === 'th') this.closeCell()
    else if (blockTags.has(name)) this.lineBreak()
  }

  private openTable(): void {
    if (this.depth === 0) {
      this.reaches = []
      this.columnElement = 0
    }
    this.depth += 1
  }

  private openRow(attributes: Record<string, string>): void {
    this.closeRow()
    this.rowNumber += 1
    this.rowOpen = true
    this.column = 0
    this.row.start(this.rowNumber, isHidden(attributes))
  }

  private openCell(attributes: Record<string, string>): void {
    if (!this.rowOpen) this.openRow({})
    this.closeCell()
    do this.column += 1
    while ((this.reaches[this.column] ?? 0) >= this.rowNumber)
    const exact = attributes['x:num'] ?? ''
    this.cell = { pieces: [], colspan: span(attributes.colspan), rowspan: span(attributes.rowspan), exact }
  }

  private closeCell(): void {
    const { cell } = this
    if (!cell) return
    this.cell = null
    const { text, kind } = shown(cell)
    this.row.set(this.column, text, kind)
    this.cover(cell)
  }

  // Notes the columns a cell covers, to the right and down.
  private cover({ colspan, rowspan }: OpenCell): void {
    const left = this.column
    const right = Math.min(left + colspan - 1, maxColumns)
    const bottom = this.rowNumber + rowspan - 1
    if (rowspan > 1) for (let column = left; column <= right; column++) this.reaches[column] = bottom
    if (right > left || rowspan > 1) this.merges.push({ top: this.rowNumber, left, bottom, right })
    this.column = right
  }

  private closeRow(): void {
    this.closeCell()
    if (!this.rowOpen) return
    this.rowOpen = false
    const row = this.row.finish()
    if (row) this.rows.push(row)
  }

  private lineBreak(): void {
    if (this.cell) breakLine(this.cell)
  }

  private separate(): void {
    if (this.cell && !endsInBlank(this.cell)) this.cell.pieces.push(' ')
  }

  private noteColumn(attributes: Record<string, string>): void {
    const first = this.columnElement + 1
    this.columnElement += span(attributes.span)
    if (isHidden(attributes)) addColumns(this.hiddenColumns, first, this.columnElement)
  }
}

// A run of blanks is one blank; a no-break space is one too, as offices pad cells with it.
function append(cell: OpenCell, text: string): void {
  const collapsed = text.replace(/[ \t\r\n\f\u00A0]+/g, ' ')
  const piece = endsInBlank(cell) ? collapsed.replace(/^ /, '') : collapsed
  if (piece !== '') cell.pieces.push(piece)
}

// A cell without text counts: a blank at its beginning says nothing.
function endsInBlank({ pieces }: OpenCell): boolean {
  return pieces.length === 0 || /\s/.test((pieces.at(-1) as string).slice(-1))
}

function breakLine({ pieces }: OpenCell): void {
  if (pieces.at(-1)?.endsWith('\n')) return
  while (pieces.length > 0) {
    const kept = (pieces.pop() as string).trimEnd()
    if (kept === '') continue
    pieces.push(kept, '\n')
    return
  }
}

// Excel writes the full number into `x:num` where the cell shows it rounded as 1.23E+17.
function shown({ pieces, exact }: OpenCell): { text: string; kind: CellKind } {
  const trimmed = pieces.join('').trim()
  if (exact !== '' && /^\d(\.\d+)?E\+\d+$/i.test(trimmed)) return { text: exact, kind: 'number' }
  return { text: trimmed, kind: 'text' }
}

function isHidden(attributes: Record<string, string>): boolean {
  return (
    /display\s*:\s*none|mso-(hide|width-alt)\s*:\s*(all|0)\b/i.test(attributes.style ?? '') || 'hidden' in attributes
  )
}

function span(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10)
  return count > 1 ? Math.min(count, maxSpan) : 1
}
