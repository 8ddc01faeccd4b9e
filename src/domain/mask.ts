import { plainText } from './cell.js'
import { birthDateOf, maskIdNumber } from './id-number.js'
import type { Settings } from './settings.js'

const digit = '[\\d０-９]'
const gap = '[ \u3000－-]?'

/** How much of an id a check sheet shows (domain D.6). */
export type Mask = Settings['mask']

/** An id as check sheets show it: whole, first 6 and last 4, or last 4 only. Text too short to be an id keeps its last 2 unless `none`. */
export function showIdNumber(number: string, mask: Mask): string {
  if (mask === 'none') return number
  if (mask === 'partial' || number.length < 15) return maskIdNumber(number)
  return '*'.repeat(number.length - 4) + number.slice(-4)
}

/**
 * `text` with every run of 15 or more id characters masked, full-width ones too, and every id that is written in groups (340199 19500101 0017): the
 * last guard of sentences that should hold no whole id anyway.
 */
export function maskIdNumbersIn(text: string, mask: Exclude<Mask, 'none'> = 'partial'): string {
  return text
    .replace(/[\d０-９]{14,}[\dXx０-９Ｘｘ]/g, (number) => showIdNumber(plainText(number), mask))
    .replace(grouped, (written) => {
      const number = plainText(written).replace(/[ -]/g, '')
      return birthDateOf(number) === null ? written : showIdNumber(number, mask)
    })
}

// Area, year, month, day, order and check digit, with a blank or a dash between any of them.
const grouped = new RegExp(
  `(?<!${digit})${[6, 4, 2, 2, 3].map((count) => `${digit}{${count}}`).join(gap)}${gap}[\\dXx０-９Ｘｘ](?!${digit})`,
  'g',
)

/** A text that somebody wrote, with the ids in it as check sheets show them. */
export function maskedText(text: string, mask: Mask): string {
  return mask === 'none' ? text : maskIdNumbersIn(text, mask)
}

/** A household number as check sheets show it: some offices use the head's id as the number, with or without more behind it, and that is masked. */
export function showHouseholdNumber(number: string, mask: Mask): string {
  return number.replace(/\d{17}[\dXx]/g, (id) => (birthDateOf(id) === null ? id : showIdNumber(id, mask)))
}
