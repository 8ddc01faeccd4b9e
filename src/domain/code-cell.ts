import { type CellKind, type CellReader, isBlankWord, plainText, shownText } from './cell.js'

/**
 * Reads the number of a household or an account as text; null when blank. One of which a spreadsheet program has lost the end, because it kept it as a
 * number, is an issue and no value: cut numbers of different households or accounts are the same.
 */
export const codeCell: CellReader<string> = ({ text, kind }) => {
  const code = plainText(text)
  if (isBlankWord(code)) return { value: null }
  if (isCut(code, kind)) return { value: null, problem: codeCut(code) }
  return { value: code }
}

/** What is told of a number that has lost its end. */
export function codeCut(code: string) {
  return { code: 'code-cut', facts: { text: shownText(code) } } as const
}

/** True for a number of which only 15 digits are left: the others, three at least, are zeros. One alone may be so by chance, a column is not. */
export function isFilledUp(code: string): boolean {
  return /^\d{15}0{3,}$/.test(code)
}

/** Digits that a spreadsheet program keeps of a number. */
const keptDigits = 15

// 3.40199E+15; a longer number of which the file says only what a double holds.
function isCut(code: string, kind: CellKind): boolean {
  if (/^\d(?:\.\d+)?E\+\d{2}$/i.test(code)) return true
  if (kind !== 'number' || code.length <= keptDigits || !/^\d+$/.test(code)) return false
  if (/^0+$/.test(code.slice(keptDigits))) return true
  const double = Number(code)
  return !Number.isSafeInteger(double) && (String(BigInt(double)) === code || String(double) === code)
}
