import { type AnswerField, type AnswerValues, answerFields } from './answer.js'
import { plainText } from './cell.js'
import { demands, speaksOfGrace } from './demand.js'
import { addMonths, type Day, type Month, monthOf } from './month.js'
import { amountsIn, clauseWith, daysIn, monthsIn } from './note-facts.js'
import type { Outcome } from './outcome.js'

/** An answer as it is taken, and why it cannot be: `faults` in Chinese, none when it can. */
export interface CheckedAnswer {
  readonly values: AnswerValues
  readonly faults: readonly string[]
}

/**
 * Checks an answer against the demands of its outcome (domain D.4) and against the day on which it is read. What the outcome demands and has no
 * column on the sheet is taken from the note where it stands there once. `unread` are fields that were filled in with what cannot be read: they
 * are told of elsewhere, and not as lacking here. Pure.
 */
export function checkedAnswer(
  outcome: Outcome,
  given: AnswerValues,
  today: Day,
  unread: readonly AnswerField[] = [],
): CheckedAnswer {
  const values = withNote(outcome, given)
  const filled = { ...Object.fromEntries(unread.map((field) => [field, ''])), ...plainValues(values) }
  const faults = [
    ...outcome.demands.filter((name) => !demands[name].met(filled)).map((name) => demands[name].lack),
    ...futureFaults(values, today),
    ...amountFaults(values),
  ]
  return { values, faults }
}

// What is kept as written is looked into with half-width marks.
function plainValues(values: AnswerValues): AnswerValues {
  return Object.fromEntries(Object.entries(values).map(([field, text]) => [field, plainText(text)]))
}

const spokenOf: Readonly<Partial<Record<string, (note: string) => AnswerValues>>> = {
  'done-day': (note) => only('doneDay', daysIn(note)),
  'death-day': (note) => only('deathDay', daysIn(clauseWith(note, /死|去世|亡|病故|火化/) || note)),
  'stop-month': (note) => only('stopMonth', monthsIn(clauseWith(note, /停/) || note)),
  'grace-start': (note) => only('graceStart', monthsIn(clauseWith(note, /渐退/))),
  'aid-amount': (note) => only('aidYuan', amountsIn(note)),
  'due-amount': (note) => only('dueYuan', amountsIn(clauseWith(note, /应追/))),
  'recovered-amount': (note) => only('recoveredYuan', amountsIn(clauseWith(note, /已追/))),
}

function withNote({ demands: names }: Outcome, given: AnswerValues): AnswerValues {
  const spoken = names.map((name) => spokenOf[name]?.(given.note ?? '') ?? {})
  return Object.assign({}, ...spoken, given) as AnswerValues
}

function only(field: AnswerField, found: readonly string[]): AnswerValues {
  return found.length === 1 ? { [field]: found[0] } : {}
}

// A stop may be decided for the month to come, and at the end of a grace period it lies years ahead.
function futureFaults(values: AnswerValues, today: Day): string[] {
  const latest = addMonths(monthOf(today), 1)
  const faults: string[] = []
  for (const field of Object.keys(values) as AnswerField[]) {
    const value = values[field] as string
    const { kind } = answerFields[field]
    const mayLieAhead = field === 'stopMonth' && speaksOfGrace(values)
    if (kind === 'day' && value > today) faults.push(`${headingOf(field)} ${value} 晚于今天（${today}）`)
    if (kind === 'month' && (value as Month) > latest && !mayLieAhead)
      faults.push(`${headingOf(field)} ${value} 还没有到`)
  }
  return faults
}

function amountFaults({ dueYuan, recoveredYuan }: AnswerValues): string[] {
  const isMore = dueYuan !== undefined && recoveredYuan !== undefined && Number(recoveredYuan) > Number(dueYuan)
  return isMore ? ['已追回金额多于应追回金额'] : []
}

/** What a field is called in a sentence: `停发月份`. */
export function headingOf(field: AnswerField): string {
  return answerFields[field].headings[0].replace(/\n|\(元\)/g, '')
}
