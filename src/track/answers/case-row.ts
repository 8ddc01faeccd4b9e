import { type AnswerField, type AnswerValues, answerFields } from '../../domain/answer.js'
import { checkedAnswer, headingOf } from '../../domain/answer-check.js'
import { type Cell, isBlankWord, plainText, shownText, writtenText } from '../../domain/cell.js'
import { amountFen, yuan } from '../../domain/money.js'
import { type Day, day, type Month, month } from '../../domain/month.js'
import { type Outcome, outcomeIn } from '../../domain/outcome.js'
import { shortHash, shownHash } from '../../domain/row-key.js'
import { isCaseNumber, parseCaseKey } from '../case-number.js'
import { fieldCell, fieldText, type Place, type ReturnedRow, signatureOf } from './returned-book.js'

/** What a returned row answers to a case. */
export interface CaseAnswer {
  readonly place: Place
  /** By the hidden key, or null when it was lost. */
  readonly keyed: string | null
  /** As the row shows it, or null. */
  readonly number: string | null
  /** Which asking it answers, or null when the sheet does not say. */
  readonly round: number | null
  /** The month of the book, or null when it is lost. */
  readonly bookMonth: Month | null
  /** A locked cell is not what it was. */
  readonly isChanged: boolean
  readonly clues: Clues
  /** null when the cell names none. */
  readonly outcome: Outcome | null
  readonly values: AnswerValues
  /** Why it cannot be used, in Chinese; none when it can. */
  readonly faults: readonly string[]
  /** Who signed it; the unit of the sheet where nobody did. */
  readonly who: string
  /** Of what was filled in, without the signature. */
  readonly content: string
}

/** What else tells whom a row is about. */
export interface Clues {
  readonly name: string
  readonly village: string
  /** Masked as the sheet shows it, or retyped. */
  readonly idNumber: string
  /** Id of the rule in its text; '' when it names none. */
  readonly rule: string
}

const names = Object.keys(answerFields) as AnswerField[]
// Filled in beforehand for all rows, or by whoever checks: alone they answer nothing.
const besides: readonly AnswerField[] = ['who', 'method']

/** Reads a row of a check sheet of cases as it is known on `today`; null when nobody has filled it in. */
export function caseAnswerOf(row: ReturnedRow, today: Day): CaseAnswer | null {
  const filled = names.filter((name) => !isBlankWord(fieldText(row, name)))
  if (filled.every((name) => besides.includes(name))) return null
  const { place, key } = row
  const keyed = parseCaseKey(key?.subject ?? '')
  const shown = fieldText(row, 'number').replace(/\s+/g, '').toUpperCase()
  const printedRound = /^[1-9]\d*$/.test(fieldText(row, 'round')) ? Number(fieldText(row, 'round')) : null
  return {
    place,
    keyed: keyed?.number ?? null,
    number: isCaseNumber(shown) ? shown : null,
    round: keyed?.round ?? printedRound,
    bookMonth: keyed === null ? place.month : (key?.month ?? place.month),
    isChanged: key !== null && shownHash(row.shown) !== key.shown,
    clues: cluesOf(row),
    ...answerIn(row, filled, today),
    who: signatureOf(row),
    content: contentOf(row, filled),
  }
}

function cluesOf(row: ReturnedRow): Clues {
  const rule = /【([A-Z]\d{2})】/.exec(fieldText(row, 'finding'))?.[1] ?? ''
  const bare = (field: string) => fieldText(row, field).replace(/\s+/g, '')
  return { name: bare('name'), village: bare('village'), idNumber: bare('idNumber').toUpperCase(), rule }
}

function answerIn(
  row: ReturnedRow,
  filled: readonly AnswerField[],
  today: Day,
): Pick<CaseAnswer, 'outcome' | 'values' | 'faults'> {
  const values: Partial<Record<AnswerField, string>> = {}
  const faults: string[] = []
  const unread: AnswerField[] = []
  for (const name of filled) {
    const { value, fault } = readField(name, fieldCell(row, name))
    if (value === null) unread.push(name)
    else values[name] = value
    if (fault !== null) faults.push(fault)
  }
  const outcome = outcomeIn(fieldText(row, 'outcome'))
  delete values.outcome
  if (outcome !== null) {
    const checked = checkedAnswer(outcome, values, today, unread)
    return { outcome, values: checked.values, faults: [...faults, ...checked.faults] }
  }
  const text = fieldText(row, 'outcome')
  const fault = isBlankWord(text) ? '没有选核查结论' : `核查结论“${shownText(text)}”不在下拉表里`
  return { outcome, values, faults: [fault, ...faults] }
}

interface ReadField {
  readonly value: string | null
  readonly fault: string | null
}

function readField(name: AnswerField, cell: Cell): ReadField {
  const wrong = (what: string): ReadField => ({
    value: null,
    fault: `${headingOf(name)}“${shownText(plainText(cell.text))}”${what}`,
  })
  switch (answerFields[name].kind) {
    case 'day': {
      const { value, problem } = day(cell)
      if (problem?.code === 'day-missing') return wrong('只写到月，请写到日')
      return value === null ? wrong('不是日期，请写成 2026-11-05 的样子') : { value, fault: null }
    }
    case 'month': {
      const { value, problem } = month(cell)
      if (problem?.code === 'month-cut') return wrong('分不清是 1 月还是 10 月，请写成 2026-10 的样子')
      return value === null ? wrong('不是月份，请写成 2026-11 的样子') : { value, fault: null }
    }
    case 'yuan': {
      const { value } = amountFen(cell)
      if (value === null) return wrong('不是金额')
      return value < 0 ? wrong('是负数') : { value: yuan(value), fault: null }
    }
    case 'text':
      return { value: writtenText(cell.text), fault: null }
    default:
      return { value: plainText(cell.text), fault: null }
  }
}

function contentOf(row: ReturnedRow, filled: readonly AnswerField[]): string {
  const parts = filled.filter((name) => !besides.includes(name)).map((name) => `${name}=${fieldText(row, name)}`)
  return shortHash(parts.sort().join('\u001f'))
}
