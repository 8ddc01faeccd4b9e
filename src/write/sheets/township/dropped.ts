import { programmes } from '../../../domain/programme.js'
import {
  answerColumn,
  casesOfKind,
  leadingColumns,
  outcomeColumns,
  reasonColumns,
  relationColumn,
  sheetRemark,
} from '../../case-columns.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

/** 疑似脱保人员核查表: who was covered last month and is not now. */
export default defineSheet<View, CaseRow>({
  id: 'dropped',
  position: 3,
  name: '脱保',
  layout: 'check',
  title: () => '疑似脱保人员核查表',
  columns: (view): Column<CaseRow>[] => [
    ...leadingColumns(view.report.settings.mask),
    relationColumn(view),
    { heading: '上月\n在册', width: 4.4, style: 'centre', value: pastProgrammes },
    ...reasonColumns(view.report.settings.mask),
    { heading: '核查\n方式', width: 2.7, style: 'centre', answer: 'check_methods' },
    ...outcomeColumns,
    answerColumn('停保\n月份', 4.2, 'centre'),
    answerColumn('停保原因', 5),
    answerColumn('恢复保障\n月份', 4.4, 'centre'),
    answerColumn('调查人', 4, 'centre'),
  ],
  rows: (view) => casesOfKind(view, '脱保'),
  key: (row) => row.case.number,
  remark: (view) => sheetRemark(view, '脱保'),
})

function pastProgrammes({ person }: CaseRow): string {
  const past = new Set(person?.past.flatMap((record) => record.programmes))
  return [...past].map((programme) => programmes[programme]).join('\n')
}
