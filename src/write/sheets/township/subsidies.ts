import type { Programme } from '../../../domain/programme.js'
import {
  answerColumn,
  casesOfKind,
  leadingColumns,
  outcomeColumns,
  reasonColumns,
  rowCaseKey,
  sheetRemark,
} from '../../case-columns.js'
import { certificateStatus, disabilityWords, isEnrolled, lines } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

/** 残疾人两项补贴核对表 (domain D.3.8). */
export default defineSheet<View, CaseRow>({
  id: 'subsidies',
  position: 6,
  name: '补贴',
  layout: 'check',
  title: () => '残疾人两项补贴核对表',
  columns: (view): Column<CaseRow>[] => [
    ...leadingColumns(view.report.settings.mask),
    {
      heading: '残疾等级\n证状态',
      width: 4.6,
      style: 'centre',
      value: ({ person }) => (person ? lines([disabilityWords(person), certificateStatus(person)]) : ''),
    },
    tick('低保', 'rural-allowance', 'urban-allowance'),
    tick('特困', 'destitute'),
    tick('脱贫\n监测', 'registered-poor', 'monitored'),
    tick('已享\n生活', 'living-subsidy'),
    tick('已享\n护理', 'care-subsidy'),
    ...reasonColumns(view.report.settings.mask, 19),
    ...outcomeColumns,
    answerColumn('handling', 5.4),
    answerColumn('period', 4.2),
    answerColumn('who', 4),
  ],
  rows: (view) => casesOfKind(view, '补贴'),
  key: rowCaseKey,
  remark: (view) => sheetRemark(view, '补贴'),
})

function tick(heading: string, ...any: Programme[]): Column<CaseRow> {
  const value = ({ person }: CaseRow) => (person && any.some((one) => isEnrolled(person, one)) ? '√' : '')
  return { heading, width: 2.3, style: 'centre', value }
}
