import { amountColumn, answerColumn, outcomeColumns, reasonColumns } from '../../case-columns.js'
import { defineCaseSheet } from '../../case-sheet.js'
import { supportLines } from '../../person-facts.js'
import type { CaseRow } from '../../view.js'

/** 疑似错保(死亡、重复享受)核查表 (domain D.3.2). */
export default defineCaseSheet({
  id: 'improper',
  position: 5,
  kind: '错保',
  title: '疑似错保（死亡、重复享受）人员核查表',
  columns: (view) => [
    { heading: '救助类别', width: 4.8, style: 'centre', value: supportNamed },
    ...reasonColumns(view.report.settings.mask, [16.75, 12.75]),
    amountColumn,
    ...outcomeColumns,
    answerColumn('stopMonth', 3.6),
    answerColumn('graceStart', 3.6),
    answerColumn('dueYuan', 4),
    answerColumn('recoveredYuan', 4),
    answerColumn('deathDay', 4.6),
    answerColumn('who', 3.6),
  ],
})

// The evidence also names deaths and other offices' lists, which are no support.
function supportNamed({ case: { finding } }: CaseRow): string {
  return supportLines(finding.evidence.map(({ programme }) => programme))
}
