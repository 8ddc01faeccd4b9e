// What the streaming writer of exceljs leaves undone or does wrong, mended from outside through its inner parts. A test reads the written XML,
// so that an update of the library that changes them shows.

/**
 * Makes an unfinished sheet of the streaming writer put its elements in order. The writer sets sheetProtection behind dataValidations; the
 * schema (ECMA-376 part 1, 18.3.1.99) wants it right behind the rows, and Excel calls the file damaged otherwise. It also knows no
 * printOptions, which stand before the margins.
 */
export function mendElements(sheet: object): void {
  const parts = sheet as unknown as Record<
    '_writeCloseSheetData' | '_writeSheetProtection' | '_writePageMargins',
    () => void
  > & {
    _write(text: string): void
  }
  const closeRows = parts._writeCloseSheetData.bind(sheet)
  const writeProtection = parts._writeSheetProtection.bind(sheet)
  const writeMargins = parts._writePageMargins.bind(sheet)
  parts._writeCloseSheetData = () => {
    closeRows()
    writeProtection()
  }
  parts._writeSheetProtection = () => undefined
  parts._writePageMargins = () => {
    parts._write('<printOptions horizontalCentered="1"/>')
    writeMargins()
  }
}

/** The built-in name of a filtered range, for one sheet (0-based). */
export interface FilterName {
  readonly name: '_xlnm._FilterDatabase'
  readonly ranges: readonly [string]
  readonly localSheetId: number
}

/** Adds names that belong to one sheet: LibreOffice shows a filter only where its range has one, and the library names print titles alone. */
export function addFilterNames(definedNames: object, filters: readonly FilterName[]): void {
  const { model } = definedNames as { model: readonly object[] }
  Object.defineProperty(definedNames, 'model', { value: [...model, ...filters] })
}

/** A rich text with a text form of its own: the writer finds shared strings by it, and plain objects all have the same. */
export function asSharedString<T extends object>(value: T): T {
  return Object.assign(value, { toString: () => `\u0000${JSON.stringify(value)}` })
}
