import type { Stratum } from '../../sampling.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { SampleView } from './cases.js'

/** 抽样说明: seed, shares and strata, so that anybody can draw the same sample again. */
export default defineSheet<SampleView, Stratum>({
  id: 'sample-plan',
  position: 2,
  name: '抽样说明',
  layout: 'table',
  title: ({ county }) => `${county}抽查抽样说明`,
  columns: (): Column<Stratum>[] => [
    { heading: '分层（乡镇·结论·严重程度）', width: 30, value: ({ name }) => name },
    { heading: '已答复', width: 8, style: 'number', value: ({ size }) => size },
    { heading: '抽取', width: 8, style: 'number', value: ({ drawn }) => drawn },
  ],
  rows: ({ strata }) => strata,
  remark: ({ seed, percent }) =>
    `随机种子“${seed}”，不属实的抽 ${percent}%（其中严重程度高的全查），其余抽 ${percent / 2}%，每层至少一条。同一种子、同一台账抽出的结果相同。乡镇之间互查，不查本乡镇。`,
})
