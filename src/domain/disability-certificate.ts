import { type CellReader, isBlankWord, plainText } from './cell.js'
import { maskIdNumber, parseIdNumber } from './id-number.js'

/** A disability certificate number: the holder's id, category 1–7, level 1–4, and the reissue suffix (domain B.5). */
export interface DisabilityCertificate {
  readonly idNumber: string
  readonly category: number
  readonly level: number
  readonly reissue: string | null
}

/** Reads 20 or 22 characters; the first 18 must be a valid id. Anything else is an issue. */
export const disabilityCertificate: CellReader<DisabilityCertificate> = (cell) => {
  const text = plainText(cell.text).replace(/\s+/g, '').toUpperCase()
  if (isBlankWord(text)) return { value: null }
  const match = /^(\d{17}[\dX])([1-7])([1-4])(B\d)?$/.exec(text)
  const holder = match ? parseIdNumber(match[1] as string) : null
  if (!match || !holder?.value)
    return { value: null, problem: { code: 'bad-certificate', facts: { id: maskIdNumber(text) } } }
  return {
    value: { idNumber: holder.value, category: Number(match[2]), level: Number(match[3]), reissue: match[4] ?? null },
  }
}
