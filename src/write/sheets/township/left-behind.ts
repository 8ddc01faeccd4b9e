import { answerColumn, outcomeColumns, reasonColumns, situationColumn } from '../../case-columns.js'
import { defineCaseSheet } from '../../case-sheet.js'

/** 留守和特殊群体核查表: questions about the registers of left-behind people (domain A.5). */
export default defineCaseSheet({
  id: 'left-behind',
  position: 7,
  kind: '留守',
  title: '留守和特殊群体登记核查表',
  columns: (view) => [
    situationColumn(view),
    ...reasonColumns(view.report.settings.mask),
    answerColumn('method', 2.7),
    ...outcomeColumns,
    answerColumn('programme', 3.6),
    answerColumn('doneDay', 3.8),
    answerColumn('who', 4.4, '调查人'),
  ],
})
