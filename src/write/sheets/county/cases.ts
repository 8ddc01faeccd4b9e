import { unplaced } from '../../../domain/place.js'
import { terms } from '../../../domain/terms.js'
import { amountColumn, whoColumns } from '../../case-columns.js'
import { advisedLines, exceptionLines, severityWord } from '../../finding-text.js'
import { placeColumns } from '../../ledger-columns.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

/** 全部线索: every case of the month by case number, then those carried over. */
export default defineSheet<View, CaseRow>({
  id: 'cases',
  position: 4,
  name: '全部线索',
  layout: 'table',
  title: ({ report }) => `${report.county}全部线索`,
  columns: (view): Column<CaseRow>[] => columnsOf(view),
  rows: (view) => [...view.cases, ...view.carried],
})

function columnsOf({ report }: View): Column<CaseRow>[] {
  const { settings } = report
  const townships = new Set(report.townships)
  return [
    { heading: terms['case number'], width: 5.8, style: 'id', value: (row) => row.case.number },
    { heading: '类别', width: 3, style: 'centre', value: (row) => row.case.finding.kind },
    {
      heading: '严重\n程度',
      width: 2.8,
      style: 'centre',
      value: ({ case: { finding } }) => severityWord(finding.severity),
    },
    ...placeColumns<CaseRow>((row) => row.case.finding),
    ...whoColumns(settings.mask),
    {
      heading: '疑点与证据（来源文件·表·行）、建议',
      width: 27,
      value: (row) => advisedLines(row, settings.mask),
    },
    { heading: '豁免检查与政策依据', width: 14, value: (row) => exceptionLines(row.case.finding) },
    amountColumn,
    { heading: '首次\n发现', width: 4.4, style: 'centre', value: (row) => row.case.firstMonth },
    { heading: '出现\n次数', width: 3, style: 'number', value: (row) => row.case.timesSeen },
    {
      heading: '下发',
      width: 3.4,
      style: 'centre',
      value: (row) => sendingWord(row, townships),
    },
    { heading: '状态', width: 3.6, style: 'centre', value: statusWords },
  ]
}

// Findings about data go to the departments, and those of no township to nobody before they have one.
function sendingWord({ case: { finding, asked, keptBack } }: CaseRow, townships: ReadonlySet<string>): string {
  if (keptBack) return '留县级'
  if (finding.audience === 'county') return '只给县局'
  if (finding.kind === '数据') return '退部门'
  if (!asked) return '否'
  return townships.has(finding.township ?? '') ? '是' : unplaced
}

function statusWords({ case: { status, asked } }: CaseRow): string {
  return asked || status === '待核' ? status : `${status}\n不下发`
}
