import { excelWidth, rowHeight } from './layout.js'
import type { Form, FormCell, FormRow } from './sheet.js'
import { formStyles } from './styles.js'

/** What a form needs of a sheet of the workbook's writer. */
interface FormSheet {
  getColumn(column: number): { width?: number | undefined }
  getRow(row: number): FormSheetRow
  mergeCells(top: number, left: number, bottom: number, right: number): void
}

interface FormSheetRow {
  height: number
  getCell(column: number): { value: unknown; style: unknown }
  addPageBreak(): void
  commit(): void
}

/** Writes the pages of a form below each other, each ending in a page break; without pages the sheet says 本月无. */
export function addForm(sheet: FormSheet, { widths, pages }: Form): void {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = excelWidth(width)
  })
  if (pages.length === 0) {
    addFormRow(
      sheet,
      1,
      { cells: [{ text: '本月无', span: widths.length, kind: 'title' }], height: 60 },
      widths,
    ).commit()
    return
  }
  let number = 0
  pages.forEach((page, index) => {
    page.forEach((row, position) => {
      number++
      const at = addFormRow(sheet, number, row, widths)
      if (position === page.length - 1 && index < pages.length - 1) at.addPageBreak()
      at.commit()
    })
  })
}

/** Points that a row of a form takes: its own height, or what its texts need. */
export function formRowHeight({ cells, height }: FormRow, widths: readonly number[]): number {
  if (height !== undefined) return height
  return rowHeight(placed(cells).map(({ cell, first }) => ({ text: cell.text, width: widthOf(first, cell, widths) })))
}

function addFormRow(sheet: FormSheet, number: number, row: FormRow, widths: readonly number[]): FormSheetRow {
  const at = sheet.getRow(number)
  for (const { cell, first } of placed(row.cells)) {
    // Every cell of a merged stretch carries the frame: office programs draw the edge from the outer ones.
    for (let column = first; column < first + cell.span; column++) at.getCell(column).style = formStyles[cell.kind]
    at.getCell(first).value = cell.text
    if (cell.span > 1) sheet.mergeCells(number, first, number, first + cell.span - 1)
  }
  at.height = formRowHeight(row, widths)
  return at
}

function placed(cells: readonly FormCell[]): { readonly cell: FormCell; readonly first: number }[] {
  let next = 1
  return cells.map((cell) => {
    const first = next
    next += cell.span
    return { cell, first }
  })
}

function widthOf(first: number, { span }: FormCell, widths: readonly number[]): number {
  return widths.slice(first - 1, first - 1 + span).reduce((sum, width) => sum + width, 0)
}
