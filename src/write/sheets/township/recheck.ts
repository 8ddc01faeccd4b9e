import { outcomeLabel, outcomes } from '../../../domain/outcome.js'
import { answerColumn, caseKey, leadingColumns, outcomeColumns, reasonColumns } from '../../case-columns.js'
import { lines } from '../../person-facts.js'
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
    { heading: '上次答复', width: 8, value: lastAnswer },
    { heading: '为什么再问', width: 12, value: (row) => row.case.why },
    ...reasonColumns(view.report.settings.mask, 17),
    ...outcomeColumns,
    answerColumn('doneDay', 3.8),
    answerColumn('stopMonth', 4),
    answerColumn('deathDay', 4.4),
    answerColumn('who', 4),
  ],
  rows: (view) =>
    askedCases(view)
      .filter(({ case: one }) => one.recheck)
      .sort((a, b) => (a.case.number < b.case.number ? -1 : 1)),
  key: caseKey,
})

function lastAnswer({ case: { answer } }: CaseRow): string {
  if (answer === null) return ''
  const outcome = outcomes.find(({ code }) => code === answer.code)
  return lines([
    outcome ? outcomeLabel(outcome) : answer.code,
    answer.values.note,
    `${answer.who}（${answer.bookMonth}）`,
  ])
}
