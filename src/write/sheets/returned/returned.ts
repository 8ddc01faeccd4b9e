import type { Answer } from '../../../domain/answer.js'
import { type Mask, maskIdNumbersIn } from '../../../domain/mask.js'
import { answerColumn, leadingColumns, outcomeColumns, rowCaseKey } from '../../case-columns.js'
import { advisedLines, answerLines } from '../../finding-text.js'
import { lines } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { CaseRow } from '../../view.js'

/** A case whose answers could not be used or contradict each other, with those that were taken before. */
export interface ReturnedRow extends CaseRow {
  readonly earlier: readonly Answer[]
}

/** What the book of a township may see: its own cases. */
export interface ReturnedView {
  readonly mask: Mask
  /** By case number. */
  readonly rows: readonly ReturnedRow[]
}

/** 退回补核: what has to be answered once more, and why. It has every column that an outcome may ask for. */
export default defineSheet<ReturnedView, ReturnedRow>({
  id: 'returned',
  position: 1,
  name: '退回补核',
  layout: 'check',
  title: () => '退回补核表',
  columns: ({ mask }): Column<ReturnedRow>[] => [
    ...leadingColumns(mask),
    { heading: '轮次', width: 2.3, style: 'ordinal', value: (row) => row.case.round },
    { heading: '退回原因', width: 8.4, value: (row) => reasonLines(row, mask) },
    { heading: '疑点与证据（来源文件·表·行）、建议', width: 10.6, value: (row) => advisedLines(row, mask) },
    answerColumn('method', 2.7),
    ...outcomeColumns,
    answerColumn('programme', 3.6),
    answerColumn('aidYuan', 3.6),
    answerColumn('doneDay', 3.8),
    answerColumn('stopMonth', 3.6),
    answerColumn('graceStart', 3.6),
    answerColumn('resumeMonth', 4),
    answerColumn('dueYuan', 3.6),
    answerColumn('recoveredYuan', 3.6),
    answerColumn('deathDay', 4.4),
    answerColumn('who', 3.6),
  ],
  rows: ({ rows }) => rows,
  key: rowCaseKey,
})

// Together, since most cases have no earlier answer and the page has no room for an empty column.
function reasonLines({ case: { why }, earlier }: ReturnedRow, mask: Mask): string {
  const reasons = maskIdNumbersIn(why.replaceAll('；', '；\n'))
  return lines([reasons, ...earlier.map((answer) => `此前采用：${answerLines(answer, mask)}`)])
}
