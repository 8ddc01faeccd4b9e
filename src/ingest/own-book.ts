import { rowKeyHeading } from '../domain/row-key.js'
import { terms } from '../domain/terms.js'
import { headingForms } from './heading.js'
import type { SheetReading } from './read-sheet.js'

// As the ledger numbers cases. A department's own list may have a column of that name, never with such numbers in it.
const caseNumber = /^\d{6}-[A-Z]\d{2}-\d{4,}$/

/**
 * Whether these are the sheets of a book that we wrote: one has the hidden column of row keys or a column of case numbers. Its people were found by us,
 * so that read as a roster (a sheet of 错保 tells of deaths) they would be dead, or gone, because we asked.
 */
export function isOwnBook(sheets: readonly SheetReading[]): boolean {
  return sheets.some(({ header, samples }) =>
    header?.columns.some(({ index, text }) => {
      const forms = text.split('|').flatMap(headingForms)
      const numbered = () => samples.some(({ texts }) => caseNumber.test(texts[index] ?? ''))
      return forms.includes(rowKeyHeading) || (forms.includes(terms['case number']) && numbered())
    }),
  )
}
