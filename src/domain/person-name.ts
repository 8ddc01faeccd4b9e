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

// What stands where the name is still to come: 待补, 待核实, 姓名不详. 待 and 未 are nobody's family name; 同上 speaks of a row above that is not there.
const noName =
  /^(?:姓名)?(?:[待暂][补缺核查定填录确完更][充录写实查认定善正报]?|[暂尚]?(?:未[填录登][写入记]?|不详|不清|不清楚|不明|未知|空缺))$|^(?:无姓名|没有姓名|姓名无|空白|同上)$/

// 张某某, 张××, 李X明, ××明: offices hide a name in more ways than one.
const hiddenPart = /^(?:\p{Script=Han}{1,2}[某×xX*]{1,3}\p{Script=Han}?|[某×xX*]{1,2}\p{Script=Han}{1,2})$/u

/**
 * Reads a person's name; the value is `normalName` of the cell; blank, a bare number or marks alone are null, and so are words that only say that the
 * name is to come (待补, 姓名不详), which are reported. A masked name is a value with `*` for what is hidden, and reported: relatives look alike
 * behind it.
 */
export const personName: CellReader<string> = (cell) => {
  const name = normalName(cell.text)
  if (isBlankWord(name) || /^[\d\p{P}\p{S}]+$/u.test(name)) return { value: null }
  if (name.length < 8 && noName.test(name))
    return { value: null, problem: { code: 'name-to-come', facts: { text: name } } }
  if (!/[某×xX*]/.test(name)) return { value: name }
  const masked = hiddenPart.test(name) ? name.replace(/[某×xX]/g, '*') : name
  return masked.includes('*')
    ? { value: masked, problem: { code: 'name-masked', facts: { text: masked } } }
    : { value: masked }
}

/** How two normalised names stand to each other. `variant`: one may be a slip or another writing of the other; `different`: clearly not. */
export type NameLikeness = 'equal' | 'variant' | 'different'
