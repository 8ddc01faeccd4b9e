import { type CellReader, isBlankWord, plainText, textCell } from './cell.js'
import { isLivedDay } from './month.js'

/** What was done, exactly and without guessing, to get the canonical number. */
export type Repair = '全角' | '空白' | '小写x' | '乘号代X' | '15位升18位' | '前缀' | '残疾证号' | '数值存放但位数完整'

/** Why a number is not usable for joining. */
export type Damage = '长度' | '字符' | '校验码' | '日期' | '末三位丢失' | '科学计数' | '脱敏' | '其他证件' | '占位号'

/**
 * A citizen identity number (GB 11643-1999) as a cell holds it. `value` is the canonical 18 characters, or null when damaged; `pattern` is
 * what is left of a damaged one (upper case, `?` for each character that is lost or masked), the only thing that error-tolerant matching may use.
 */
export type IdNumber =
  | { readonly state: 'intact'; readonly value: string; readonly pattern: string }
  | {
      readonly state: 'repaired'
      readonly value: string
      readonly pattern: string
      readonly repairs: readonly Repair[]
    }
  | { readonly state: 'damaged'; readonly value: null; readonly pattern: string; readonly damage: Damage }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

/** The check character of the first 17 digits (ISO 7064 MOD 11-2, GB 11643-1999). `digits` has at least 17 digits. */
export function checkDigit(digits: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * (weights[i] as number)
  return checkDigits[sum % 11] as string
}

/** The birth date (YYYY-MM-DD) in positions 7–14 of an 18-character number or pattern, or null when unreadable or impossible. */
export function birthDateOf(number: string): string | null {
  const day = birthDayOf(number)
  let text = birthDates.get(day)
  if (text === undefined) {
    if (day < 0 || !isLivedDay(Math.floor(day / 10000), Math.floor(day / 100) % 100, day % 100)) return null
    text = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
    birthDates.set(day, text)
  }
  return text
}

// One text for all who were born on a day: a county asks a million times for some thirty thousand days.
const birthDates = new Map<number, string>()

// YYYYMMDD, or -1 when a digit is missing.
function birthDayOf(number: string): number {
  if (number.length < 14) return -1
  let digits = 0
  for (let i = 6; i < 14; i++) {
    const digit = number.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    digits = digits * 10 + digit
  }
  return digits
}

/** The sex in position 17 (odd 男, even 女) of an 18-character number or pattern, or null when that character is lost. */
export function sexOf(number: string): '男' | '女' | null {
  const digit = number.charCodeAt(16) - 48
  return digit >= 0 && digit <= 9 ? (digit % 2 === 1 ? '男' : '女') : null
}

/** The age in whole years on the last day of `month` (YYYY-MM) of someone born on `birthDate` (YYYY-MM-DD). */
export function ageIn(month: string, birthDate: string): number {
  const years = yearAt(month, 0) - yearAt(birthDate, 0)
  // Months as two digits: what is before as text is before in the year.
  const isBefore = month.charCodeAt(5) - birthDate.charCodeAt(5) || month.charCodeAt(6) - birthDate.charCodeAt(6)
  return isBefore < 0 ? years - 1 : years
}

/** The year whose four digits stand at `from` in a number, a date or a month. Digit by digit: it is asked of everybody, and no text has to be cut for it. */
export function yearAt(text: string, from: number): number {
  let year = 0
  for (let i = from; i < from + 4; i++) year = year * 10 + text.charCodeAt(i) - 48
  return year
}

/** Upgrades a 15-digit number of the years 1900–1999 to 18 characters (domain C.1). */
export function upgrade15(number15: string): string {
  const digits = `${number15.slice(0, 6)}19${number15.slice(6)}`
  return digits + checkDigit(digits)
}

/**
 * Hides the middle of an id for messages and check sheets: first 6 and last 4 stay; shorter text keeps its last 2 (domain D.6). What an id cannot
 * hold is hidden wherever it stands: a name may have been typed into the cell.
 */
export function maskIdNumber(number: string): string {
  const digits = number.replace(/\D/g, '').length
  const shown = number.replace(digits >= 6 ? /[^\dA-Za-z?*]/g : /[^\d?*]/g, '*')
  if (shown.length >= 15) return shown.slice(0, 6) + '*'.repeat(shown.length - 10) + shown.slice(-4)
  return '*'.repeat(Math.max(0, shown.length - 2)) + shown.slice(-2)
}

/** Reads an id cell: every exact repair of domain B.7/C.1, otherwise damaged with what is left; blank and placeholder are absent. */
export const idNumber: CellReader<IdNumber> = (cell) => {
  const { text, kind } = cell
  if (kind === 'text' && isPlain18(text) && !text.startsWith('999999')) return judge18(text, [])
  const repairs: Repair[] = []
  const number = strip(text, repairs)
  if (isBlankWord(number) || /^0*$/.test(number)) return { value: null }
  if (/^[*?Xx]+$/.test(number))
    return { value: null, problem: { code: 'id-masked', facts: { id: number.slice(0, 18) } } }
  if (/^9{6}/.test(number))
    return { value: null, problem: { code: 'id-placeholder', facts: { id: maskIdNumber(number) } } }
  return kind === 'number' ? readNumericCell(number, repairs) : readText(number, repairs)
}

const plain18 = /^\d{17}[\dX]$/

function isPlain18(text: string): boolean {
  return text.length === 18 && plain18.test(text)
}

function strip(text: string, repairs: Repair[]): string {
  const plain = plainText(text)
  const bare = plain
    .replace(/^=?"(.*)"$/, '$1')
    .replace(/^['’‘`]+|['’`]+$/g, '')
    .replace(/\s+/g, '')
  if (/[\uFF01-\uFF5E]/.test(text)) repairs.push('全角')
  // Blanks, line ends, invisible characters, the apostrophe and the ="…" that keep a number a text.
  if (bare.length !== [...text].length) repairs.push('空白')
  return bare
}

function readText(number: string, repairs: Repair[]): ReturnType<CellReader<IdNumber>> {
  let rest = number
  // Student numbers are a letter and the id.
  if (/^[GJL](?=\d{17}[\dXx]$)/i.test(rest)) {
    rest = rest.slice(1)
    repairs.push('前缀')
  }
  const tail = /^\d{17}([x×✕╳хХΧχ])(?:[1-7][1-4](?:[Bb]\d)?)?$/.exec(rest)
  if (tail) {
    repairs.push(tail[1] === 'x' ? '小写x' : '乘号代X')
    rest = `${rest.slice(0, 17)}X${rest.slice(18)}`
  }
  rest = rest.toUpperCase()
  if (/^\d{17}[\dX][1-7][1-4](B\d)?$/.test(rest)) {
    repairs.push('残疾证号')
    rest = rest.slice(0, 18)
  }
  if (isPlain18(rest)) return judge18(rest, repairs)
  if (/^\d{15}$/.test(rest)) return judge15(rest, repairs)
  if (/^\d(\.\d+)?E\+?\d+$/.test(rest)) return damaged('科学计数', scientificPattern(rest), number)
  if (isMasked(rest)) return damaged('脱敏', rest.replace(/[*#●■?]|X(?!$)/g, '?'), number)
  if (/^[A-Z]{1,3}\d{6,12}$/.test(rest)) return damaged('其他证件', rest, number)
  return damaged(/^\d+X?$/.test(rest) ? '长度' : '字符', rest, number)
}

// Digits with a run of signs in place of others; a run of X counts, a single last X does not.
function isMasked(text: string): boolean {
  return /^[\dX*#●■?]+$/.test(text) && (/[*#●■?]/.test(text) || /X{3}/.test(text))
}

// A double holds 15 to 17 significant digits, so a longer number is lost unless a program wrote all its digits into the file; then the file's digits
// are not what the double would print. Digits that a double could have printed are taken for lost: one id in 64 is given up that way, none invented.
function readNumericCell(text: string, repairs: Repair[]): ReturnType<CellReader<IdNumber>> {
  const number = text.replace(/^(\d+)\.0+$/, '$1')
  if (/E/i.test(number)) return readExponent(number.toUpperCase())
  if (!/^\d{16,}$/.test(number)) return readText(number, repairs)
  // A spreadsheet program cuts to 15 digits and fills up with zeros. (A rounding program can end in 000 too, once in 64 times; it is not told apart.)
  if (number.endsWith('000')) return damaged('末三位丢失', `${number.slice(0, 15)}???`, number)
  if (String(BigInt(Number(number))) === number || String(Number(number)) === number)
    return damaged('末三位丢失', roundedPattern(number), number)
  return readText(number, [...repairs, '数值存放但位数完整'])
}

// Rounding to a double moves an 18-digit number by up to 32, printing it by 10 more: 050001 may have become 049984. Only what every number in
// reach begins with is left.
function roundedPattern(number: string): string {
  const [low, high] = [String(BigInt(number) - 64n), String(BigInt(number) + 64n)]
  let kept = 0
  while (kept < 15 && low[kept] === high[kept]) kept++
  return number.slice(0, kept).padEnd(18, '?')
}

// A cell formatted as a whole number shows 18 digits, whatever the file writes; only a number of few digits may have been cut to what it shows.
function readExponent(text: string): ReturnType<CellReader<IdNumber>> {
  const pattern = exponentPattern(text)
  const [, fraction = ''] = /^\d\.(\d+)E\+?17$/.exec(text) ?? []
  return fraction.length < 11
    ? damaged('科学计数', pattern, text)
    : damaged('末三位丢失', pattern, String(BigInt(Number(text))))
}

// A number cell that holds all the digits of its double. A spreadsheet program (E+17) had cut the id to 15 digits before; the double lies up to 32 beside
// that, so that …1000 may stand there as …0980. Any other program may have rounded all 18.
function exponentPattern(text: string): string {
  const [, sign] = /^\d\.\d{15,}E(\+?)17$/.exec(text) ?? []
  if (sign === undefined) return scientificPattern(text)
  const value = BigInt(Number(text))
  const cut = ((value + 500n) / 1000n) * 1000n
  const isCut = sign === '+' && value - cut <= 32n && cut - value <= 32n
  return isCut ? `${String(cut).slice(0, 15)}???` : roundedPattern(String(value))
}

function scientificPattern(text: string): string {
  const match = /^(\d)(?:\.(\d+))?E\+?(\d+)$/.exec(text)
  if (!match) return text
  const shown = (match[1] as string) + (match[2] ?? '')
  // Fewer than 15 digits have been rounded for display: the last one, and zeros a carry left behind, may not be the number's own.
  const digits = shown.length < 15 ? shown.replace(/\d0*$/, '') : shown.slice(0, 15)
  return digits.padEnd(Number(match[3]) + 1, '?').slice(0, 18)
}

// Fifteen digits may also be the beginning of an eighteen-digit number; where they read as one (a day of this or the last century in positions
// 7–14), nobody can say which, and upgrading would make somebody else of a child.
function judge15(number: string, repairs: Repair[]): ReturnType<CellReader<IdNumber>> {
  const asBeginning = birthDateOf(number)
  if (asBeginning !== null && asBeginning >= '1900') return damaged('长度', `${number}???`, number)
  const value = upgrade15(number)
  if (birthDateOf(value) === null) return damaged('日期', number, number)
  return { value: { state: 'repaired', value, pattern: value, repairs: [...repairs, '15位升18位'] } }
}

function judge18(number: string, repairs: readonly Repair[]): ReturnType<CellReader<IdNumber>> {
  if (checkDigit(number) !== number[17]) {
    if (number.endsWith('000')) return damaged('末三位丢失', `${number.slice(0, 15)}???`, number)
    return damaged('校验码', number, number)
  }
  if (birthDateOf(number) === null) return damaged('日期', number, number)
  if (repairs.length === 0) return { value: { state: 'intact', value: number, pattern: number } }
  return { value: { state: 'repaired', value: number, pattern: number, repairs } }
}

/**
 * Declares an id dead that passed its own check: in a column where numbers lost their last digits, an id that ends in 000 is one of them whose check
 * digit fits by chance (one in eleven does).
 */
export function declareLost(id: IdNumber): IdNumber {
  return { state: 'damaged', value: null, pattern: `${id.pattern.slice(0, 15)}???`, damage: '末三位丢失' }
}

const damageCodes = {
  长度: 'id-length',
  字符: 'id-character',
  校验码: 'id-check-digit',
  日期: 'id-birth-date',
  末三位丢失: 'id-digits-lost',
  科学计数: 'id-scientific',
  脱敏: 'id-masked',
  其他证件: 'id-other-document',
  占位号: 'id-placeholder',
} as const satisfies Record<Damage, string>

function damaged(damage: Damage, pattern: string, number: string): ReturnType<CellReader<IdNumber>> {
  return {
    value: { state: 'damaged', value: null, pattern: pattern.slice(0, 24), damage },
    problem: { code: damageCodes[damage], facts: { id: shownNumber(damage, number), length: number.length } },
  }
}

// 3.40…E+17 tells the clerk what to look for and nothing about the person.
function shownNumber(damage: Damage, number: string): string {
  return damage === '科学计数' ? number.replace(/^(.{4}).*(?=E)/i, '$1…') : maskIdNumber(number)
}

/** Reads an id given as bare text (an API, a returned sheet) as if it stood in a text cell. */
export function parseIdNumber(text: string): IdNumber | null {
  return idNumber(textCell(text)).value
}
