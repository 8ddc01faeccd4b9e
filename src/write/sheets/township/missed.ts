import { answerColumn, outcomeColumns, reasonColumns, situationColumn } from '../../case-columns.js'
import { defineCaseSheet } from '../../case-sheet.js'

/** 疑似漏保人员核查表 (domain D.3.1). */
export default defineCaseSheet({
  id: 'missed',
  position: 3,
  kind: '漏保',
  title: '疑似漏保人员核查表',
  columns: (view) => [
    situationColumn(view),
    ...reasonColumns(view.report.settings.mask),
    answerColumn('method', 2.7),
    ...outcomeColumns,
    answerColumn('programme', 3.6),
    answerColumn('aidYuan', 4.2),
    answerColumn('doneDay', 3.8),
    answerColumn('who', 4.4, '调查人\n被调查人\n签字'),
  ],
})
