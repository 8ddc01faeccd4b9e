import { type CellReader, isBlankWord, plainText } from './cell.js'

// Characters that GB18030-2000 mapped to the private use area and later editions moved (domain C.5, computed there).
const privateUse: Readonly<Record<string, string>> = { '\uE863': '\u4DAE', '\uE864': '\u9FBB', '\uE81E': '\u9FB4' }

const plainName = /^[\u4E00-\u9FA5]{2,6}$/
const note = /[(【[<].*?(?:[)】\]>]|$)/g

/**
 * A name made comparable: NFKC, no blanks, one middle dot, private-use characters moved, notes in brackets cut off. '' when nothing is left.
 * A full stop counts as a middle dot only between Chinese characters, so that `Maria J. Li` keeps its own.
 */
export function normalName(text: string): string {
  if (plainName.test(text)) return text
  return plainText(text)
    .replace(note, '')
    .replace(/[\uE863\uE864\uE81E]/g, (character) => privateUse[character] as string)
    .replace(/\s+/g, '')
    .replace(/[•‧・･●∙⋅]|(?<=[\u3400-\u9FFF])[.．](?=[\u3400-\u9FFF])/g, '·')
}

/** Reads a person's name; the value is `normalName` of the cell; blank, a bare number or marks alone are null. */
export const personName: CellReader<string> = (cell) => {
  const name = normalName(cell.text)
  return { value: isBlankWord(name) || /^[\d\p{P}\p{S}]+$/u.test(name) ? null : name }
}

/** How two normalised names stand to each other. `variant`: one may be a slip or another writing of the other; `different`: clearly not. */
export type NameLikeness = 'equal' | 'variant' | 'different'
