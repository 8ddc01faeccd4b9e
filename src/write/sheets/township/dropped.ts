import { answerColumn, outcomeColumns, reasonColumns, relationColumn } from '../../case-columns.js'
import { defineCaseSheet } from '../../case-sheet.js'
import { supportLines } from '../../person-facts.js'
import type { CaseRow } from '../../view.js'

/** 疑似脱保人员核查表: who was covered last month and is not now. */
export default defineCaseSheet({
  id: 'dropped',
  position: 4,
  kind: '脱保',
  title: '疑似脱保人员核查表',
  columns: (view) => [
    relationColumn(view),
    { heading: '上月\n在册', width: 4.4, style: 'centre', value: pastProgrammes },
    ...reasonColumns(view.report.settings.mask, [18.75, 9.25]),
    answerColumn('method', 2.7),
    ...outcomeColumns,
    answerColumn('stopMonth', 3.8, '停保\n月份'),
    answerColumn('stopReason', 5),
    answerColumn('graceStart', 3.6),
    answerColumn('resumeMonth', 4.4),
    answerColumn('doneDay', 3.8),
    answerColumn('who', 3.6, '调查人'),
  ],
})

function pastProgrammes({ person }: CaseRow): string {
  return supportLines(person?.past.flatMap((record) => record.programmes) ?? [])
}
