import { isBlankWord, plainText } from '../domain/cell.js'
import type { SheetRow } from './formats/workbook.js'

/** Why a row below the heading is not data. */
export type SkippedRow = 'heading' | 'column-numbers' | 'total' | 'signature' | 'note' | 'section' | 'nobody' | 'empty'

/** What is known of the sheet when its rows are told apart. */
export interface RowGround {
  /** `rowSignature` of each row of the heading band. */
  readonly headings: ReadonlySet<string>
  /** Positions of names and ids. */
  readonly identity: readonly number[]
  /** Positions that alone do not make a row data: running numbers, unknown columns, place columns that forms come filled with. */
  readonly prefilled: ReadonlySet<number>
}

const totals = /^(合计|小计|总计|共计|累计|总和|本[页村镇乡户组]?[合小总]计)|[合小总]计[:：]?$/
// Under the heading of names, behind a running number, a township and a village.
const totalAsName = /(?:合计|小计|总计|共计|累计|总和)[:：]?$/
// 3户 | 7人 | 2100: a total without the word. Behind a running number it is somebody's row whose name is missing.
const headcount = /^共?\d+(?:户|人|名|人次)$/
const figure = /^[\d,.]+元?$/
const signatures =
  /^(制表|填表|审核|审批|复核|负责人|经办|分管|单位负责|主管|主要负责|填报|报送|报表|联系人|联系电话|签字|签名|盖章|公章|生成时间|打印时间|打印日期|制表时间|导出时间|日期|年\s*月\s*日|申请时间|附件?[:：]|第.{1,4}页)|盖章|印章/
// The words alone, the name in the next cell: 制表 | 张三.
const signatureWord = /^(制表|填表|审核|审批|复核|经办|负责|分管|主管|填报)(人|员|负责人)?[:：]?$/
const notes = /^(注|备注|说明|填表说明|本表|此表|以上|以下|附|依据|要求)/

// 本月无死亡人员, 暂无: what an office writes into a list of nobody, under whichever heading.
const nobody =
  /^(?=..)(?:本[月期季年次]|当月|当期|目前|截至目前)?暂?无(?:新增|死亡|火化|停保|减员|退出|变动|增减|符合条件的?|此类|该类|相关)*(?:人员|对象|情况|人|户|数据|记录|名单)?[。.]?$/

/** The texts of a row in one string, blanks taken out: two rows of the same signature say the same. */
export function rowSignature(row: SheetRow): string {
  return row.texts
    .map((text) => text.replace(/\s+/g, ''))
    .join('|')
    .replace(/\|+$/, '')
}

/**
 * Says why a row without a usable id is not data, or null when it may be a person. Rows with an id are data whatever else they hold and must not
 * be asked.
 */
export function skippedRow(row: SheetRow, ground: RowGround): SkippedRow | null {
  const filled = row.texts.flatMap((text, index) => (plainText(text) === '' ? [] : [{ index, text: plainText(text) }]))
  const [first, second, third] = filled
  if (first === undefined) return 'empty'
  if (ground.headings.has(rowSignature(row))) return 'heading'
  const bare = [first, second, third].map((cell) => cell?.text.replace(/\s+/g, '') ?? '')
  if (bare.some((text) => totals.test(text) && text.length <= 12)) return 'total'
  const texts = filled.map(({ text }) => text.replace(/\s+/g, ''))
  const isTotal = (text: string) => totalAsName.test(text) && text.length <= 12
  if (filled.some(({ index }, at) => ground.identity.includes(index) && isTotal(texts[at] as string))) return 'total'
  if (headcount.test(texts[0] as string) && texts.every((text) => headcount.test(text) || figure.test(text)))
    return 'total'
  if (saysNobody(texts)) return 'nobody'
  if (isColumnNumbers(filled.map(({ text }) => text))) return 'column-numbers'
  if (filled.length === 1 && !ground.prefilled.has(first.index)) return loneCell(first.index, bare[0] as string, ground)
  const named = filled.some(
    ({ index, text }) => ground.identity.includes(index) && !isBlankWord(text) && !/[:：]/.test(text),
  )
  if (signatureWord.test(bare[0] as string)) return 'signature'
  if (signatures.test(bare[0] as string) && (!named || /[:：]/.test(bare[0] as string))) return 'signature'
  if (named) return null
  if (filled.every(({ index, text }) => ground.prefilled.has(index) || isBlankWord(text)))
    return emptyOrText(bare[0] as string, filled.length)
  if (filled.filter(({ text }) => /[:：]/.test(text)).length >= 2) return 'signature'
  if (filled.length > 2 && !/\d/.test(bare[0] as string) && filled.every(({ text }) => text === first.text))
    return loneText(bare[0] as string)
  return null
}

function saysNobody(texts: readonly string[]): boolean {
  return (
    texts.some((text) => nobody.test(text)) &&
    texts.every((text) => nobody.test(text) || /^\d{0,3}$/.test(text) || isBlankWord(text))
  )
}

// 1 2 3 … or 甲 乙 1 2 … under the headings.
function isColumnNumbers(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => /^[(]?(\d{1,3})[)]?$/.exec(text)?.[1])
  const counted = numbers.filter((number) => number !== undefined).map(Number)
  if (counted.length < 2 || texts.length < 3) return false
  const letters = texts.every((text, index) => numbers[index] !== undefined || /^[甲乙丙丁戊己庚辛A-Z]$/.test(text))
  return letters && counted.every((number, index) => number === (counted[0] as number) + index)
}

// The only cell of a row: a name under the names' heading may be a person, a sentence is a note, a place heads the rows below.
function loneCell(index: number, text: string, ground: RowGround): SkippedRow | null {
  const name = ground.identity.includes(index) && /^[\u3400-\u9FFF·]{2,4}$/.test(text)
  return name && !place.test(text) && !notes.test(text) && !signatures.test(text) ? null : loneText(text)
}

function loneText(text: string): SkippedRow {
  if (signatures.test(text)) return 'signature'
  if (notes.test(text) || text.length > 30) return 'note'
  return isBlankWord(text) || /^\d+$/.test(text) ? 'empty' : 'section'
}

function emptyOrText(text: string, cells: number): SkippedRow {
  return cells === 1 && !/^\d+$/.test(text) ? loneText(text) : 'empty'
}

const place =
  /^(?:[(]?[一二三四五六七八九十\d]+[)]?[、.:]?)?(.{1,24}?(?:村|社区|居委会|村委会|居|镇|乡|街道|办事处|园区|开发区))(?:[(].*[)]|[:：]|共?\d+[人户].*)?$/

/** The place that a section row names (`北街村（92人）` → 北街村), or null when its text is none. */
export function sectionPlace(row: SheetRow): string | null {
  const text = plainText(row.texts.find((cell) => cell.trim() !== '') ?? '').replace(/\s+/g, '')
  return place.exec(text)?.[1] ?? null
}
