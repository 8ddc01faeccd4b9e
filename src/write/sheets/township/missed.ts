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

/** 疑似漏保人员核查表 (domain D.3.1). */
export default defineSheet<View, CaseRow>({
  id: 'missed',
  position: 3,
  name: '漏保',
  layout: 'check',
  title: () => '疑似漏保人员核查表',
  columns: (view): Column<CaseRow>[] => [
    ...leadingColumns(view.report.settings.mask),
    situationColumn(view),
    ...reasonColumns(view.report.settings.mask),
    answerColumn('method', 2.7),
    ...outcomeColumns,
    answerColumn('programme', 3.6),
    answerColumn('aidYuan', 4.2),
    answerColumn('doneDay', 3.8),
    answerColumn('who', 4.4, '调查人\n被调查人\n签字'),
  ],
  rows: (view) => casesOfKind(view, '漏保'),
  key: rowCaseKey,
  remark: (view) => sheetRemark(view, '漏保'),
})
