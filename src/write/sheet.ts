import { cellText } from './cell-text.js'
import type { ListName } from './lists.js'

/** A stretch of a cell's text; `marked` ones are printed red and bold (differing characters). */
export interface Segment {
  readonly text: string
  readonly marked: boolean
}

/** What a cell shows. null is an empty cell. */
export type CellValue = string | number | readonly Segment[] | null

/** How a column is set: running text, a short word in the middle, text that must stay text (ids, numbers with zeros), a number, an amount in yuan. */
export type ColumnStyle = 'text' | 'centre' | 'id' | 'ordinal' | 'number' | 'amount'

/** One column. `width` is in Chinese characters; an answer column has no value: the township fills it in, from a list where one is named, or from the list of each row. */
export interface Column<Row> {
  readonly heading: string
  readonly width: number
  readonly style?: ColumnStyle
  readonly value?: (row: Row, index: number) => CellValue
  readonly answer?: 'free' | ListName | ((row: Row) => ListName)
  /** Stays in sight, with those before it, while the rest is scrolled sideways: it says whom a row is about. */
  readonly stays?: true
}

/** How a row stands out: a section heading across all columns, a note across all columns, a totals row. */
export type Emphasis = 'heading' | 'note' | 'total'

/**
 * One sheet of a book. `check` sheets are filled in and come back: locked but for their answers, with signature line and hidden row key.
 * `table` sheets are read. `guide` sheets have no headings.
 */
interface SheetDefinition<View, Row> {
  readonly id: string
  /** Place in the book, ascending. */
  readonly position: number
  /** On the tab; at most 31 characters. */
  readonly name: string
  readonly layout: 'check' | 'table' | 'guide'
  title(view: View): string
  columns(view: View): readonly Column<Row>[]
  rows(view: View): readonly Row[]
  /** What a row of a check sheet is about, for the hidden row key (case number, question number). */
  key?(row: Row, view: View): string
  emphasis?(row: Row): Emphasis | null
  /** A line below the rows, or in their place when there are none: why the sheet is not the whole truth. */
  remark?(view: View): string | null
}

/** A column of a table that is ready to be written. */
export interface TableColumn extends Required<Pick<Column<never>, 'heading' | 'width' | 'style'>> {
  /** 'free', or the list of each row. */
  readonly answer?: 'free' | readonly ListName[]
  readonly stays?: true
}

/** A row of a table that is ready to be written; `subject` is what its row key speaks of, or null. */
export interface TableRow {
  readonly cells: readonly CellValue[]
  readonly subject: string | null
  readonly emphasis: Emphasis | null
}

/** A sheet with all its texts, as plain data. */
export interface Table {
  readonly name: string
  readonly title: string
  readonly layout: 'check' | 'table' | 'guide'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly remark: string | null
}

/** A cell of a printed form, across `span` columns of its grid. */
export interface FormCell {
  readonly text: string
  readonly span: number
  /** title and info: without a frame. section: a heading across the page. label beside value; blank is left to be filled in by hand. */
  readonly kind: 'title' | 'info' | 'section' | 'label' | 'value' | 'blank'
}

/** A row of a printed form; `height` in points, as many as its texts need where none is given. */
export interface FormRow {
  readonly cells: readonly FormCell[]
  readonly height?: number
}

/** Forms to be printed, each on a page of its own: A4 upright. */
export interface Form {
  readonly name: string
  readonly layout: 'form'
  /** Columns of the grid, in Chinese characters. */
  readonly widths: readonly number[]
  readonly pages: readonly (readonly FormRow[])[]
}

/** A sheet of a book: what the book's all.ts lists. */
export interface Sheet<View> {
  readonly id: string
  readonly position: number
  readonly name: string
  /** The sheet for one view of the report. */
  table(view: View): Table | Form
}

/** Makes a sheet of its title, its rows and its columns. */
export function defineSheet<View, Row>(
  definition: SheetDefinition<View, Row>,
): Sheet<View> & { table(view: View): Table } {
  const { id, position, name, layout } = definition
  const table = (view: View): Table => {
    const columns = definition.columns(view)
    const all = definition.rows(view)
    const rows = all.map((row, index) => ({
      cells: columns.map((column) => writable(column.value?.(row, index) ?? null)),
      subject: definition.key?.(row, view) ?? null,
      emphasis: definition.emphasis?.(row) ?? null,
    }))
    const remark = definition.remark?.(view) ?? null
    return {
      name,
      title: cellText(definition.title(view)),
      layout,
      columns: columns.map((column) => tableColumn(column, all)),
      rows,
      remark,
    }
  }
  return { id, position, name, table }
}

function writable(value: CellValue): CellValue {
  if (typeof value === 'string') return cellText(value)
  if (typeof value !== 'object' || value === null) return value
  return value.map(({ text, marked }) => ({ text: cellText(text), marked }))
}

function tableColumn<Row>(column: Column<Row>, rows: readonly Row[]): TableColumn {
  const { heading, width, style = 'text', answer, stays } = column
  const plain = { heading, width, style, ...(stays && { stays }) }
  if (answer === undefined) return plain
  if (answer === 'free') return { ...plain, answer }
  return { ...plain, answer: rows.map((row) => (typeof answer === 'function' ? answer(row) : answer)) }
}

/** The tables of a book's sheets in their places, each made when it is asked for: a county's tables are large. */
export function* tablesOf<View>(sheets: readonly Sheet<View>[], view: View): Generator<Table | Form> {
  for (const sheet of [...sheets].sort((a, b) => a.position - b.position)) yield sheet.table(view)
}
