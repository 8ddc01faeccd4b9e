import { type CellReader, isBlankWord, plainText, shownText } from './cell.js'

const plainAmount = /^\d{1,12}(?:\.\d{1,2})?$/
const amount = /^(-?\d{1,12}(?:\.\d+)?)(?:(万元?)|元)?(?:整|(?:[/每·]?[年月人户])+)?$/

/** Reads an amount in yuan (元, 元/人/月, thousands commas, ￥ allowed; 万元 multiplies; a sum in brackets is negative) as integer fen; anything else is an issue. */
export const amountFen: CellReader<number> = (cell) => {
  if (plainAmount.test(cell.text)) return { value: fenOf(cell.text) }
  const text = plainText(cell.text)
    .replace(/[,\s￥¥]/g, '')
    .replace(/^\u2212/, '-')
    .replace(/^\((\d[\d.]*)\)$/, '-$1')
  if (isBlankWord(text)) return { value: null }
  const match = amount.exec(text)
  if (!match) return { value: null, problem: { code: 'not-an-amount', facts: { text: shownText(text) } } }
  return { value: Math.round(fenOf(match[1] as string) * (match[2] ? 10_000 : 1)) }
}

// By digits, not by multiplying: 1.15 * 100 is 114.99999999999999 in binary. Digits beyond fen stay as a fraction for the caller to round.
function fenOf(yuanText: string): number {
  const [whole, fraction = ''] = yuanText.replace('-', '').split('.') as [string, string?]
  const fen = Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2)) + Number(`0.${fraction.slice(2)}`)
  return yuanText.startsWith('-') ? 0 - fen : fen
}

/** `fen` as yuan with two decimals where needed: 123450 → `1234.50`, whole yuan without decimals. */
export function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
