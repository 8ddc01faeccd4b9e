import {
  amountColumn,
  answerColumn,
  casesOfKind,
  leadingColumns,
  outcomeColumns,
  reasonColumns,
  rowCaseKey,
  sheetRemark,
} from '../../case-columns.js'
import { supportLines } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

/** 疑似错保(死亡、重复享受)核查表 (domain D.3.2). */
export default defineSheet<View, CaseRow>({
  id: 'improper',
  position: 5,
  name: '错保',
  layout: 'check',
  title: () => '疑似错保（死亡、重复享受）人员核查表',
  columns: (view): Column<CaseRow>[] => [
    ...leadingColumns(view.report.settings.mask),
    { heading: '救助类别', width: 4.8, style: 'centre', value: supportNamed },
    ...reasonColumns(view.report.settings.mask, 19),
    amountColumn,
    ...outcomeColumns,
    answerColumn('stopMonth', 3.6),
    answerColumn('graceStart', 3.6),
    answerColumn('dueYuan', 4),
    answerColumn('recoveredYuan', 4),
    answerColumn('deathDay', 4.6),
    answerColumn('who', 3.6),
  ],
  rows: (view) => casesOfKind(view, '错保'),
  key: rowCaseKey,
  remark: (view) => sheetRemark(view, '错保'),
})

// The evidence also names deaths and other offices' lists, which are no support.
function supportNamed({ case: { finding } }: CaseRow): string {
  return supportLines(finding.evidence.map(({ programme }) => programme))
}
