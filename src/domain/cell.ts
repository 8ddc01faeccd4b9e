import type { Facts, IssueCode } from './issue.js'
import { hideNames } from './shown-name.js'

/** What the file says a cell holds. A date has already been turned into text (YYYY-MM-DD) by the format reader. */
export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error'

/** One cell as written in the file: its own text (a number keeps the digits of the file, never those of a double) and its kind. */
export interface Cell {
  readonly text: string
  readonly kind: CellKind
}

/** What a cell was read as: `value` is null when the cell is absent or unusable; `problem` says what is wrong, if anything. */
export interface Reading<T> {
  readonly value: T | null
  readonly problem?: CellProblem
}

/** A fault of one cell: a code of domain/messages.ts with its facts. */
export interface CellProblem {
  readonly code: IssueCode
  readonly facts?: Facts
}

/** Turns a cell into a value. Never throws; a cell with a fault can still yield a value (a damaged id, say). */
export type CellReader<T> = (cell: Cell) => Reading<T>

/** The cell of a column that the row does not have. */
export const emptyCell: Cell = { text: '', kind: 'empty' }

/** A text as the cell that would hold it: '' is an empty one. */
export function textCell(text: string): Cell {
  return text === '' ? emptyCell : { text, kind: 'text' }
}

// What offices write where there is nothing to write.
const blankWords = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '无',
  '空',
  '未知',
  '不详',
  '暂无',
  'null',
  'NULL',
  'None',
  'N/A',
  'N',
  '#N/A',
])

/** True when the text (already normalised by `plainText`) stands for "nothing". */
export function isBlankWord(text: string): boolean {
  // No blank word is longer, and most cells are: this spares a hash of each.
  return text.length <= 4 && blankWords.has(text)
}

const plain = /^[\u4E00-\u9FA5A-Za-z0-9.\-/:]*$/
// Control characters, joiners, marks of direction: chat programs and telephones put 2066–2069 around what is copied from them.
const invisible =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g
// They choose between two drawings of the same character.
const variationSelector = /[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]/g

/** NFKC without control, zero-width and other invisible characters, inner runs of blanks made one, ends trimmed. */
export function plainText(text: string): string {
  // Most cells are plain already; the test is much cheaper than the normalisation.
  if (plain.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(invisible, '')
    .replace(variationSelector, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * A text as somebody wrote it, to be kept and shown again: marks, widths and variant characters stay. Control and invisible characters go, a line
 * break becomes one blank, ends are trimmed.
 */
export function writtenText(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(invisible, '')
    .trim()
}

/**
 * What a message may show of a cell: cut to 20 characters; long runs of digits, also with blanks between them (an id or an account in the wrong
 * column), hidden but for the last two, and what looks like a name (a shifted column) masked.
 */
export function shownText(text: string): string {
  return hideNames(shownPlace(text))
}

/** As `shownText` for a text that is known to name a place: places begin with surnames too. */
export function shownPlace(text: string): string {
  const short = [...text].slice(0, 40).join('')
  const hidden = short.replace(/\d(?: ?[\dXx*]){6,}/g, (run) => '*'.repeat(run.length - 2) + run.slice(-2))
  return [...hidden].slice(0, 20).join('')
}

/** Reads any text; null when blank. */
export const plainTextCell: CellReader<string> = (cell) => {
  const text = plainText(cell.text)
  return { value: isBlankWord(text) ? null : text }
}

const yes = new Set(['是', '有', '1', '√', '✓', '✔', 'Y', 'YES', 'TRUE', '在保', '正常', '保障', '享受', '已消除'])
const no = new Set([
  '否',
  '没有',
  '不是',
  '0',
  '×',
  '✗',
  'N',
  'NO',
  'FALSE',
  '不在保',
  '停保',
  '未保障',
  '不享受',
  '未享受',
  '未消除',
])

// 保障对象, 已纳入; 不保障, 非保障对象, 未纳入.
const supportedWords = '(?:在保|保障|享受|纳入)(?:对象|人员|范围|中)?'
const saysYes = new RegExp(`^(?:是的|已?${supportedWords})$`)
const saysNo = new RegExp(`^(?:不|未|非|没有?|暂不|暂未|不予|不再|不是)${supportedWords}$`)

/** Reads 是/否, 有/无, 1/0, √/×, Y/N, 在保/停保, 保障/不保障; an unknown word is an issue. 无 says no, as the answer to 有无. */
export const yesNo: CellReader<boolean> = (cell) => {
  const text = plainText(cell.text).toUpperCase()
  if (yes.has(text) || saysYes.test(text)) return { value: true }
  if (no.has(text) || text === '无' || saysNo.test(text)) return { value: false }
  if (isBlankWord(text)) return { value: null }
  return { value: null, problem: { code: 'unknown-word', facts: { text: shownText(text) } } }
}

/** Reads a non-negative whole number such as a head count (3, 3人, 2套, 3.0); anything else is an issue. */
export const wholeNumber: CellReader<number> = (cell) => {
  const plainNumber = plainText(cell.text)
  if (isBlankWord(plainNumber)) return { value: null }
  const text = /^\d{1,9}$/.test(plainNumber)
    ? plainNumber
    : plainNumber
        .replace(/(?<=\d)\s*(周?岁|个?月|口?人|口|户|个|[套辆处件家台])$/, '')
        .replace(/\.0+$/, '')
        .replace(/,(?=\d{3}(?!\d))/g, '')
  if (/^\d{1,9}$/.test(text)) return { value: Number(text) }
  return { value: null, problem: { code: 'not-a-number', facts: { text: shownText(plainNumber) } } }
}
