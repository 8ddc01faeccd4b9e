import {
  answerColumn,
  casesOfKind,
  leadingColumns,
  outcomeColumns,
  reasonColumns,
  rowCaseKey,
  sheetRemark,
  situationColumn,
} from '../../case-columns.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

/** 留守和特殊群体核查表: questions about the registers of left-behind people (domain A.5). */
export default defineSheet<View, CaseRow>({
  id: 'left-behind',
  position: 7,
  name: '留守',
  layout: 'check',
  title: () => '留守和特殊群体登记核查表',
  columns: (view): Column<CaseRow>[] => [
    ...leadingColumns(view.report.settings.mask),
    situationColumn(view),
    ...reasonColumns(view.report.settings.mask),
    answerColumn('method', 2.7),
    ...outcomeColumns,
    answerColumn('programme', 3.6),
    answerColumn('doneDay', 3.8),
    answerColumn('who', 4.4, '调查人'),
  ],
  rows: (view) => casesOfKind(view, '留守'),
  key: rowCaseKey,
  remark: (view) => sheetRemark(view, '留守'),
})
