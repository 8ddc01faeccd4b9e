import {
  answerColumn,
  casesOfKind,
  leadingColumns,
  outcomeColumns,
  reasonColumns,
  sheetRemark,
  situationColumn,
} from '../../case-columns.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

/** 疑似漏保人员核查表 (domain D.3.1). */
export default defineSheet<View, CaseRow>({
  id: 'missed',
  position: 2,
  name: '漏保',
  layout: 'check',
  title: () => '疑似漏保人员核查表',
  columns: (view): Column<CaseRow>[] => [
    ...leadingColumns(view.report.settings.mask),
    situationColumn(view),
    ...reasonColumns(view.report.settings.mask),
    { heading: '核查\n方式', width: 2.7, style: 'centre', answer: 'check_methods' },
    ...outcomeColumns,
    { heading: '拟纳入\n类别', width: 3.6, style: 'centre', answer: 'programme_choices' },
    answerColumn('先行救助\n金额(元)', 4.2, 'amount'),
    answerColumn('办结\n日期', 3.8, 'centre'),
    answerColumn('调查人\n被调查人\n签字', 4.4, 'centre'),
  ],
  rows: (view) => casesOfKind(view, '漏保'),
  key: (row) => row.case.number,
  remark: (view) => sheetRemark(view, '漏保'),
})
