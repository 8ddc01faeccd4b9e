import { type CellReader, isBlankWord, plainText } from './cell.js'

/** Reads an amount in yuan (元, thousands commas, ￥ allowed; 万元 multiplies) as integer fen; anything else is an issue. */
export const amountFen: CellReader<number> = (cell) => {
  const text = plainText(cell.text).replace(/[,，\s￥¥]/g, '')
  if (isBlankWord(text)) return { value: null }
  const match = /^(-?\d{1,12}(?:\.\d+)?)(?:元|(万元?))?(?:\/[年月人]+)?$/.exec(text)
  if (!match) return { value: null, problem: { code: 'not-an-amount', facts: { text } } }
  return { value: Math.round(Number(match[1]) * 100 * (match[2] ? 10_000 : 1)) }
}

/** `fen` as yuan with two decimals where needed: 1234.5 → `1234.50`, whole yuan without decimals. */
export function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
