import { type Figure, figures, total } from '../../figures.js'
import { byTownship, type ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

interface TraceRow {
  readonly figure: Figure
  readonly township: string
  readonly value: number
  readonly numbers: readonly string[]
}

/** A cell holds 32,767 characters; longer lists go on in further rows. */
const numbersInCell = 400

/** 指标明细: the cases behind every figure that is not zero. */
export default defineSheet<ProgressView, TraceRow>({
  id: 'progress-trace',
  position: 7,
  name: '指标明细',
  layout: 'table',
  title: ({ county }) => `${county}统计指标对应的线索编号`,
  columns: (): Column<TraceRow>[] => [
    { heading: '指标', width: 9, value: ({ figure }) => figure.title },
    { heading: '乡镇', width: 8, style: 'centre', value: ({ township }) => township },
    { heading: '数值', width: 6, style: 'number', value: ({ value }) => value },
    { heading: '线索编号', width: 70, value: ({ numbers }) => numbers.join('、') },
  ],
  rows: traceRows,
})

function traceRows(view: ProgressView): TraceRow[] {
  const groups = [...byTownship(view)]
  return figures.flatMap((figure) =>
    groups.flatMap(([township, cases]) => {
      const counted = cases.filter((one) => figure.of(one, view.month) !== 0)
      const rows: TraceRow[] = []
      for (let at = 0; at < counted.length; at += numbersInCell) {
        const part = counted.slice(at, at + numbersInCell)
        rows.push({
          figure,
          township,
          value: total(figure, part, view.month),
          numbers: part.map(({ number }) => number),
        })
      }
      return rows
    }),
  )
}
