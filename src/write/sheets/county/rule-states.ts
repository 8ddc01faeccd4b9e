import { terms } from '../../../domain/terms.js'
import type { RuleState } from '../../../screen/screening.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

/** What `state` of a rule is called. */
export const ruleStateWords = { judged: '已判定', partly: '部分判定', 'not-judged': '未判定', off: '未启用' } as const

/** 规则运行情况: every rule, whether it could be judged, and with what result. */
export default defineSheet<View, RuleState>({
  id: 'rule-states',
  position: 2,
  name: '规则运行情况',
  layout: 'table',
  title: ({ report }) => `${report.county}筛查规则运行情况`,
  columns: ({ report }): Column<RuleState>[] => [
    { heading: '规则', width: 4, style: 'centre', value: (row) => row.rule },
    { heading: '名称', width: 18, value: (row) => row.title },
    { heading: '类别', width: 4, style: 'centre', value: (row) => row.kind },
    { heading: '状态', width: 5.6, style: 'centre', value: (row) => ruleStateWords[row.state] },
    { heading: '原因', width: 30, value: (row) => row.reason },
    { heading: '疑点数', width: 5, style: 'number', value: (row) => judgedCount(row, row.hits) },
    { heading: '豁免数', width: 5, style: 'number', value: (row) => judgedCount(row, row.suppressed) },
    {
      heading: '因可能同一人\n暂缓数',
      width: 6.4,
      style: 'number',
      value: (row) => judgedCount(row, report.withheld.filter(({ rule }) => rule === row.rule).length),
    },
    {
      heading: `未能检查的${terms.exception}`,
      width: 22,
      value: (row) => row.uncheckedExceptions.join('、'),
    },
  ],
  rows: ({ report }) => report.rules,
})

// A 0 would say that somebody looked.
function judgedCount({ state }: RuleState, count: number): number | null {
  return state === 'off' || state === 'not-judged' ? null : count
}
