import type { CellKind } from '../../domain/cell.js'
import { isoDateText } from './date-text.js'
import { RowBuilder } from './row-builder.js'
import { UnreadableFile } from './unreadable-file.js'
import type { Merge, ReadLimits, SheetRow } from './workbook.js'
import type { XmlSheetState } from './xml-sheet.js'

type Attributes = Readonly<Record<string, string>>

// A row that stands for many alike is formatted emptiness; one with content is no roster.
const maxRepeatedRows = 10_000
const asides = new Set(['annotation', 'ruby-text', 'tracked-changes', 'shapes', 'forms'])

interface OpenCell {
  readonly column: number
  readonly repeated: number
  readonly attributes: Attributes
  text: string
  paragraphs: number
}

/**
 * The handler that collects the rows of the table at `index` (0-based) of an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, 9.1). A number
 * keeps the digits that stand in the file; libraries print those of a double.
 */
export function openDocumentHandler(index: number, limits: ReadLimits): XmlSheetState {
  const row = new RowBuilder(limits)
  const merges: Merge[] = []
  const hiddenColumns: number[] = []
  let rows: SheetRow[] = []
  let table = -1
  let rowNumber = 0
  let repeatedRow = 1
  let column = 0
  let columnElement = 0
  let cell: OpenCell | null = null
  let aside = 0
  return {
    merges,
    hiddenColumns,
    take() {
      const taken = rows
      rows = []
      return taken
    },
    handler: {
      open(name, attributes) {
        if (asides.has(name)) aside += 1
        if (aside > 0) return
        if (name === 'table') {
          table += 1
          rowNumber = 0
        }
        if (table !== index) return
        if (name === 'table-column') noteColumns(attributes)
        else if (name === 'table-row') openRow(attributes)
        else if (name === 'table-cell' || name === 'covered-table-cell') openCell(attributes)
        else if (cell) addMarkup(cell, name, attributes)
      },
      text(text) {
        if (cell && aside === 0 && cell.paragraphs > 0) cell.text += text
      },
      close(name) {
        if (asides.has(name)) aside -= 1
        else if (aside === 0 && table === index && name.endsWith('table-cell')) closeCell()
        else if (aside === 0 && table === index && name === 'table-row') closeRow()
      },
    },
  }

  function noteColumns(attributes: Attributes): void {
    const count = repeat(attributes['number-columns-repeated'])
    const last = Math.min(columnElement + count, 16_384)
    if (isHidden(attributes)) for (let at = columnElement + 1; at <= last; at++) hiddenColumns.push(at)
    columnElement += count
  }

  function openRow(attributes: Attributes): void {
    rowNumber += 1
    repeatedRow = repeat(attributes['number-rows-repeated'])
    column = 0
    row.start(rowNumber, isHidden(attributes))
  }

  function closeRow(): void {
    const finished = row.finish()
    if (finished) {
      if (repeatedRow > maxRepeatedRows)
        throw new UnreadableFile('file-too-large', { what: '同一行重复过多', limit: `${maxRepeatedRows} 行` })
      for (let i = 0; i < repeatedRow; i++) rows.push({ ...finished, number: rowNumber + i })
    }
    rowNumber += repeatedRow - 1
  }

  function openCell(attributes: Attributes): void {
    const repeated = repeat(attributes['number-columns-repeated'])
    cell = { column: column + 1, repeated, attributes, text: '', paragraphs: 0 }
    const right = column + repeat(attributes['number-columns-spanned'])
    const bottom = rowNumber + repeat(attributes['number-rows-spanned']) - 1
    if (right > column + 1 || bottom > rowNumber) merges.push({ top: rowNumber, left: column + 1, bottom, right })
    column += repeated
  }

  function closeCell(): void {
    if (!cell) return
    const { text, kind } = contentOf(cell)
    if (text !== '') for (let i = 0; i < cell.repeated; i++) row.set(cell.column + i, text, kind)
    cell = null
  }
}

function addMarkup(cell: OpenCell, name: string, attributes: Attributes): void {
  if (name === 'p') {
    if (cell.paragraphs > 0) cell.text += '\n'
    cell.paragraphs += 1
  } else if (name === 's') cell.text += ' '.repeat(Math.min(repeat(attributes.c), 1000))
  else if (name === 'tab') cell.text += '\t'
  else if (name === 'line-break') cell.text += '\n'
}

function contentOf({ attributes, text }: OpenCell): { text: string; kind: CellKind } {
  switch (attributes['value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return { text: attributes.value ?? text, kind: 'number' }
    case 'date':
      return { text: isoDateText(attributes['date-value'] ?? '') ?? text, kind: 'date' }
    case 'boolean':
      return { text: attributes['boolean-value'] === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' }
    // What LibreOffice adds to the type that other programs know.
    case 'error':
      return { text, kind: 'error' }
    default:
      return { text: attributes['string-value'] ?? text, kind: 'text' }
  }
}

function isHidden({ visibility }: Attributes): boolean {
  return visibility === 'collapse' || visibility === 'filter'
}

function repeat(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10)
  return count > 1 ? count : 1
}
