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

/** A4 landscape, one page wide, the rows up to `titleRows` repeated on every page. */
export function pageSetup(titleRows: number) {
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.2, right: 0.2, top: 0.4, bottom: 0.5, header: 0.2, footer: 0.2 },
    printTitlesRow: `1:${titleRows}`,
  } as const
}

/**
 * A4 upright at a fixed size, for forms that fill one page each. Small enough that the page holds the columns also where a wider font stands in
 * for the default one.
 */
export const formPageSetup = {
  paperSize: 9,
  orientation: 'portrait',
  scale: 88,
  // The list before the forms names each by its page, also when the whole book is printed in one go.
  firstPageNumber: 1,
  margins: { left: 0.35, right: 0.35, top: 0.4, bottom: 0.45, header: 0.2, footer: 0.2 },
} as const

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
