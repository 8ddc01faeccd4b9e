import { compareCaseNumbers } from '../../../track/case-number.js'
import { answerColumn, leadingColumns, outcomeColumns, reasonColumns, rowCaseKey } from '../../case-columns.js'
import { answerLines } from '../../finding-text.js'
import { type Column, defineSheet } from '../../sheet.js'
import { askedCases, type CaseRow, type View } from '../../view.js'

/** 复核: answers that this month's rosters contradict, and results that are overdue. Stands before the new questions. */
export default defineSheet<View, CaseRow>({
  id: 'recheck',
  position: 2,
  name: '复核',
  layout: 'check',
  title: () => '上次答复复核表',
  columns: (view): Column<CaseRow>[] => [
    ...leadingColumns(view.report.settings.mask),
    {
      heading: '上次答复',
      width: 8,
      value: ({ case: { answer } }) => (answer === null ? '' : answerLines(answer, view.report.settings.mask)),
    },
    { heading: '为什么再问', width: 11.6, value: (row) => row.case.why },
    ...reasonColumns(view.report.settings.mask, [17, 10.5]),
    ...outcomeColumns,
    answerColumn('doneDay', 3.8),
    answerColumn('stopMonth', 4),
    answerColumn('deathDay', 4.4),
    answerColumn('who', 4),
  ],
  rows: (view) =>
    askedCases(view)
      .filter(({ case: one }) => one.recheck)
      .sort((a, b) => compareCaseNumbers(a.case.number, b.case.number)),
  key: rowCaseKey,
})
