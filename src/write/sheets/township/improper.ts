import { programmes } from '../../../domain/programme.js'
import {
  amountColumn,
  answerColumn,
  casesOfKind,
  leadingColumns,
  outcomeColumns,
  reasonColumns,
  sheetRemark,
} from '../../case-columns.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

/** 疑似错保(死亡、重复享受)核查表 (domain D.3.2). */
export default defineSheet<View, CaseRow>({
  id: 'improper',
  position: 4,
  name: '错保',
  layout: 'check',
  title: () => '疑似错保（死亡、重复享受）人员核查表',
  columns: (view): Column<CaseRow>[] => [
    ...leadingColumns(view.report.settings.mask),
    { heading: '救助类别', width: 5, style: 'centre', value: evidenceProgrammes },
    ...reasonColumns(view.report.settings.mask),
    amountColumn,
    ...outcomeColumns,
    answerColumn('停发\n月份', 4.2, 'centre'),
    answerColumn('应追回\n(元)', 4.4, 'amount'),
    answerColumn('已追回\n(元)', 4.4, 'amount'),
    answerColumn('死亡证明\n/注销日期', 5, 'centre'),
    answerColumn('经办人', 4, 'centre'),
  ],
  rows: (view) => casesOfKind(view, '错保'),
  key: (row) => row.case.number,
  remark: (view) => sheetRemark(view, '错保'),
})

function evidenceProgrammes({ case: { finding } }: CaseRow): string {
  return [...new Set(finding.evidence.map(({ programme }) => programmes[programme]))].join('\n')
}
