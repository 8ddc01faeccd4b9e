import type { LedgerCase } from '../../../track/ledger.js'
import { type Figure, figures, total } from '../../figures.js'
import { byTownship, type ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

/** 指标汇总: the customary figures (domain D.3.12), down, by township, across. */
export default defineSheet<ProgressView, Figure>({
  id: 'progress-summary',
  position: 1,
  name: '指标汇总',
  layout: 'table',
  title: ({ county }) => `${county}社会救助兜底保障工作情况统计表`,
  columns: (view): Column<Figure>[] => {
    const column = (heading: string, cases: readonly LedgerCase[]): Column<Figure> => {
      return { heading, width: 5, style: 'number', value: (figure) => total(figure, cases, view.month) }
    }
    return [
      { heading: '指标', width: 9, value: ({ title }) => title },
      { heading: '单位', width: 3, style: 'centre', value: ({ unit }) => unit },
      column('全县', view.asked),
      ...[...byTownship(view)].map(([township, cases]) => column(township, cases)),
    ]
  },
  rows: () => figures,
  remark: ({ from, month }) =>
    `统计期 ${from} 至 ${month}，只计下发乡镇核查的线索，以截至 ${month} 的最后一次可用答复为准。每个数字对应的线索编号见“指标明细”。`,
})
