import type { Table } from './sheet.js'
import { lineCount } from './text-size.js'

/** Size of body text in points. */
export const bodySize = 10

const rowHeightLimit = 409
// 宋体 needs 1.3 of its size for a line, the fonts that stand in for it where it is missing (Noto, 思源) up to 1.45.
const lineHeight = 1.45
// Excel counts widths in digits of its 11-point default font; a Chinese character at the body size takes this many.
const widthOfCharacter = 1.86

/** Rows of the headings: title, unit and month, column headings. */
export const headingRow = 3

/** How a sheet with columns is shown and printed: A4 landscape, one page wide, title and headings repeated on every page and kept in sight. */
export function sheetSetup({ name, layout, columns }: Pick<Table, 'name' | 'layout' | 'columns'>) {
  const isGuide = layout === 'guide'
  return {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.2, right: 0.2, top: 0.3, bottom: 0.4, header: 0.2, footer: 0.2 },
      printTitlesRow: `1:${isGuide ? 1 : headingRow}`,
    },
    headerFooter: { oddFooter: `&L${ampersands(name)}&C第 &P 页 共 &N 页` },
    views: [isGuide ? { showGridLines: false } : frozenPanes(columns)],
  }
}

// On a small screen the answers stand beyond its edge: whom a row is about has to stay beside them.
function frozenPanes(columns: Table['columns']) {
  const frozen = columns.findLastIndex(({ stays }) => stays) + 1
  return { state: 'frozen', ySplit: headingRow, ...(frozen > 0 && { xSplit: frozen }) } as const
}

/**
 * How forms that fill one page each are shown and printed: A4 upright at a fixed size, small enough that the page holds the columns also where a
 * wider font stands in for the default one.
 */
export function formSetup(name: string) {
  return {
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait' as const,
      scale: 88,
      // The list before the forms names each by its page, also when the whole book is printed in one go.
      firstPageNumber: 1,
      margins: { left: 0.35, right: 0.35, top: 0.4, bottom: 0.45, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: `&L${ampersands(name)}&C第 &P 页` },
    views: [{ showGridLines: false }],
  }
}

function ampersands(text: string): string {
  return text.replace(/&/g, '&&')
}

/** Points between the margins of a form's page at that size, less what printers may take. */
export const formHeight = 870

/** A width in Chinese characters as Excel counts widths. */
export function excelWidth(characters: number): number {
  return Math.round(characters * widthOfCharacter * 100) / 100
}

/** Points that a row needs for its texts in columns of these widths: LibreOffice does not fit rows to their text by itself. */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.reduce((most, { text, width }) => Math.max(most, lineCount(text, width)), 1)
  return Math.min(rowHeightLimit, Math.ceil(lines * bodySize * lineHeight + 6))
}

/** Last columns (1-based) of `count` stretches of about equal width. There must be at least as many columns as stretches. */
export function stretchEnds(widths: readonly number[], count: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const ends: number[] = []
  let sum = 0
  widths.forEach((width, index) => {
    sum += width
    const isFull = sum >= (total * (ends.length + 1)) / count
    const isNeeded = widths.length - (index + 1) < count - ends.length
    if (ends.length < count - 1 && (isFull || isNeeded)) ends.push(index + 1)
  })
  return [...ends, widths.length]
}

/** The letters of a column by its 1-based number: 1 is A, 27 is AA. */
export function columnLetter(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}
