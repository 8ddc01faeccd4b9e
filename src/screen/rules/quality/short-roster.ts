import { stopWords } from '../../readiness.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D14',
  title: '名册或乡镇记录数骤减',
  kind: '数据',
  severity: 'high',
  unit: 'delivery',
  basis: [],
  action: '与报送单位核对是否漏导乡镇或未取消筛选，重新导出后再运行；确属正常变动的，下月自动恢复比对。',
  messages: { short: '{stops}，疑似导出不全；依赖它的名单暂不判定。' },
  check(delivery, { deliveries, stops }) {
    // A programme that several files feed is said once, with the first of them.
    const own = stops.filter(({ programme }) => {
      const first = deliveries.find((each) => each.programmes.includes(programme))
      return first ? first === delivery : delivery.programmes.includes(programme)
    })
    if (own.length === 0) return null
    return {
      message: 'short',
      facts: { stops: own.map(stopWords).join('；') },
      evidence: own.map((stop) => ({
        programme: stop.programme,
        fact: stopWords(stop),
        origin: { file: delivery.file, sheet: delivery.sheet, row: 0, column: null },
      })),
    }
  },
})
