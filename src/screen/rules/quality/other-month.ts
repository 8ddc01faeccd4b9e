import { otherMonthOf } from '../../../ingest/delivery.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D15',
  title: '数据月份不是本期',
  kind: '数据',
  severity: 'medium',
  unit: 'delivery',
  basis: [],
  action: '请报送单位提供本期数据；确需使用的，比对结果按该月份理解。',
  messages: { other: '数据月份为 {dataMonth}，本期为 {month}；与其他名册比对可能出现假的重复或脱保。' },
  check(delivery, { month }) {
    const { programmes, file, sheet } = delivery
    const dataMonth = otherMonthOf(delivery, month)
    const [programme] = programmes
    if (dataMonth === null || programme === undefined) return null
    const origin = { file, sheet, row: 0, column: null }
    return {
      message: 'other',
      facts: { dataMonth, month },
      fingerprint: { dataMonth },
      evidence: [{ programme, fact: `数据月份 ${dataMonth}`, origin }],
    }
  },
})
