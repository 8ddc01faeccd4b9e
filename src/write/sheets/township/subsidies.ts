import type { Programme } from '../../../domain/programme.js'
import { answerColumn, outcomeColumns, reasonColumns } from '../../case-columns.js'
import { defineCaseSheet } from '../../case-sheet.js'
import { certificateStatus, disabilityWords, isEnrolled, lines } from '../../person-facts.js'
import type { Column } from '../../sheet.js'
import type { CaseRow } from '../../view.js'

/** 残疾人两项补贴核对表 (domain D.3.8). */
export default defineCaseSheet({
  id: 'subsidies',
  position: 6,
  kind: '补贴',
  title: '残疾人两项补贴核对表',
  columns: (view) => [
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
    ...reasonColumns(view.report.settings.mask, [11.5, 14.7]),
    ...outcomeColumns,
    answerColumn('handling', 5.4),
    answerColumn('period', 4.2),
    answerColumn('stopMonth', 3.6),
    answerColumn('doneDay', 3.8),
    answerColumn('who', 4),
  ],
})

function tick(heading: string, ...any: Programme[]): Column<CaseRow> {
  const value = ({ person }: CaseRow) => (person && any.some((one) => isEnrolled(person, one)) ? '√' : '')
  return { heading, width: 2.3, style: 'centre', value }
}
