import type { Answer } from '../../../domain/answer.js'
import { type Mask, maskIdNumbersIn } from '../../../domain/mask.js'
import { answerColumn, leadingColumns, outcomeColumns, rowCaseKey } from '../../case-columns.js'
import { answerLines, findingLines } from '../../finding-text.js'
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
    { heading: '轮次', width: 2.3, style: 'centre', value: (row) => String(row.case.round) },
    { heading: '退回原因', width: 12, value: (row) => maskIdNumbersIn(row.case.why.replaceAll('；', '；\n')) },
    {
      heading: '此前采用\n的答复',
      width: 7,
      value: ({ earlier }) => earlier.map((answer) => answerLines(answer, mask)).join('\n'),
    },
    { heading: '疑点与证据（来源文件·表·行）、建议', width: 18, value: (row) => findingLines(row, mask) },
    answerColumn('method', 2.7),
    ...outcomeColumns,
    answerColumn('programme', 3.6),
    answerColumn('aidYuan', 4),
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
