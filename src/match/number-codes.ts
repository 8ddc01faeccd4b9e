import { type NumberList, numberList } from './linkage/number-list.js'

/**
 * Parts of usable id numbers as whole numbers in flat lists, in the order in which the numbers were entered: each number is read once for all that run over
 * a county's people.
 */
export interface NumberCodes {
  /** The birth date, YYYYMMDD. */
  readonly birthDates: NumberList
  /** The last four characters (`endCode`). */
  readonly ends: NumberList
  /** Enters the next number. */
  readonly enter: (idNumber: string) => void
}

/** Starts the codes of about `expected` numbers. */
export function numberCodes(expected: number): NumberCodes {
  const [birthDates, ends] = [numberList(expected), numberList(expected)]
  return {
    birthDates,
    ends,
    enter: (idNumber) => {
      birthDates.push(dayCode(idNumber, 6))
      ends.push(endCode(idNumber))
    },
  }
}

/** The eight digits of a date in `text` from `from` on, dashes left out, as one number: YYYYMMDD. */
export function dayCode(text: string, from = 0): number {
  let day = 0
  for (let i = from, digits = 0; digits < 8 && i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0) continue
    day = day * 10 + digit
    digits++
  }
  return day
}

/** The last four of the 18 characters of a usable id number as one number; the X that only the last can be counts as ten. */
export function endCode(idNumber: string): number {
  let code = 0
  for (let i = 14; i < 17; i++) code = code * 10 + idNumber.charCodeAt(i) - 48
  const last = idNumber.charCodeAt(17)
  return code * 11 + (last === 88 ? 10 : last - 48)
}
