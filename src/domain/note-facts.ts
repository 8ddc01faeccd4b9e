import { plainText, textCell } from './cell.js'
import { amountFen, yuan } from './money.js'
import { type Day, day, type Month, month } from './month.js'
import { inDigits } from './month-words.js'

// A note is free text: only what stands there once and unmistakably is taken.
const dayForm = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?<!\d)\d{8}(?!\d)/g
const monthForm = /\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月份?)?/g
const amountForm = /(?<![\d.])(\d[\d,]*(?:\.\d{1,2})?)\s*(万?)元/g

/** Every different day that a note names, as YYYY-MM-DD, in its order. */
export function daysIn(note: string): readonly Day[] {
  return distinct(inDigits(plainText(note)).match(dayForm) ?? [], (text) => day(textCell(text)).value)
}

/** Every different month that a note names, by itself or in a day, in its order. */
export function monthsIn(note: string): readonly Month[] {
  return distinct(inDigits(plainText(note)).match(monthForm) ?? [], (text) => month(textCell(text)).value)
}

/** Every different amount in yuan that a note names, as plain decimals, in its order. */
export function amountsIn(note: string): readonly string[] {
  return distinct(plainText(note).match(amountForm) ?? [], (text) => {
    const { value } = amountFen(textCell(text))
    return value === null ? null : yuan(value)
  })
}

function distinct(texts: readonly string[], read: (text: string) => string | null): readonly string[] {
  return [...new Set(texts.map(read).filter((value) => value !== null))]
}

// The comma of 1,680 元 ends no clause.
const clauseEnd = /(?<!(?<!\d)\d{1,3}),|,(?!\d{3}(?!\d))|[;。]/

/** The first clause of a note that holds `word`: clauses end at commas, semicolons and full stops; '' when none does. */
export function clauseWith(note: string, word: RegExp): string {
  return (
    plainText(note)
      .split(clauseEnd)
      .find((clause) => word.test(clause)) ?? ''
  )
}

/** How many letters, digits and Chinese characters (字) a text has; blanks and marks do not count. */
export function characterCount(text: string): number {
  return plainText(text).match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
