import type { FindingKind } from './finding.js'
import type { Day, Month } from './month.js'
import type { Programme } from './programme.js'

/** How an answer cell reads: a code of a drop-down, free text, a month, a day, or an amount in yuan. */
type AnswerKind = 'outcome' | 'choice' | 'text' | 'month' | 'day' | 'yuan'

/** One thing a check sheet asks. The first heading is printed unless a sheet names another of them; every one of them is read back. */
interface AnswerFieldDefinition {
  readonly headings: readonly [string, ...string[]]
  readonly kind: AnswerKind
}

/** Every answer column of the check sheets of cases: what the sheets print is what the import reads. */
export const answerFields = {
  outcome: { headings: ['核查结论'], kind: 'outcome' },
  note: { headings: ['情况说明'], kind: 'text' },
  method: { headings: ['核查\n方式'], kind: 'choice' },
  programme: { headings: ['拟纳入\n类别'], kind: 'choice' },
  aidYuan: { headings: ['先行救助\n金额(元)'], kind: 'yuan' },
  doneDay: { headings: ['办结\n日期'], kind: 'day' },
  stopMonth: { headings: ['停发\n月份', '停保\n月份'], kind: 'month' },
  stopReason: { headings: ['停保原因'], kind: 'text' },
  graceStart: { headings: ['渐退\n起始月'], kind: 'month' },
  resumeMonth: { headings: ['恢复保障\n月份'], kind: 'month' },
  dueYuan: { headings: ['应追回\n(元)'], kind: 'yuan' },
  recoveredYuan: { headings: ['已追回\n(元)'], kind: 'yuan' },
  deathDay: { headings: ['死亡证明\n/注销日期', '死亡日期'], kind: 'day' },
  handling: { headings: ['处理\n(补发、停发)'], kind: 'text' },
  period: { headings: ['起止\n月份'], kind: 'text' },
  who: { headings: ['经办人', '调查人', '调查人\n被调查人\n签字'], kind: 'text' },
} as const satisfies Record<string, AnswerFieldDefinition>

/** Name of an answer field. */
export type AnswerField = keyof typeof answerFields

/** What a township wrote, cell by cell, read and checked: months YYYY-MM, days YYYY-MM-DD, amounts in yuan as plain decimals; blank fields are absent. */
export type AnswerValues = Readonly<Partial<Record<AnswerField, string>>>

/** A usable answer to a case. */
export interface Answer {
  /** Outcome code (domain D.4): A1 … E. */
  readonly code: string
  readonly values: AnswerValues
  /** Who answered: the signature on the row, or the unit. */
  readonly who: string
  /** Where it stands, for the trail. */
  readonly file: string
  readonly sheet: string
  readonly row: number
  /** The month of the book it answers. */
  readonly bookMonth: Month
  /** The day it was read back. */
  readonly readOn: Day
}

/** A case with an answer that the rosters of a later month can bear out or contradict. */
export interface AnsweredCase {
  readonly number: string
  readonly kind: FindingKind
  readonly answer: Answer
  /** The persons the case is about, by key. */
  readonly personKeys: readonly string[]
  /** Programmes that the case's evidence speaks of. */
  readonly programmes: readonly Programme[]
}
