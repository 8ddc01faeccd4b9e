import { programmes } from '../../../domain/programme.js'
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
    { heading: '救助类别', width: 5, style: 'centre', value: evidenceProgrammes },
    ...reasonColumns(view.report.settings.mask),
    amountColumn,
    ...outcomeColumns,
    answerColumn('stopMonth', 4.2),
    answerColumn('graceStart', 3.6),
    answerColumn('dueYuan', 4.4),
    answerColumn('recoveredYuan', 4.4),
    answerColumn('deathDay', 5),
    answerColumn('who', 4),
  ],
  rows: (view) => casesOfKind(view, '错保'),
  key: rowCaseKey,
  remark: (view) => sheetRemark(view, '错保'),
})

function evidenceProgrammes({ case: { finding } }: CaseRow): string {
  return [...new Set(finding.evidence.map(({ programme }) => programmes[programme]))].join('\n')
}
