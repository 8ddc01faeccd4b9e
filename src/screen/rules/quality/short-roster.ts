import { programmes } from '../../../domain/programme.js'
import type { Delivery } from '../../../ingest/delivery.js'
import { stopWords } from '../../readiness.js'
import { type Context, defineRule } from '../../rule.js'
import type { SteepRise } from '../../steep-rises.js'

export default defineRule({
  id: 'D14',
  title: '名册或乡镇记录数骤减、骤增',
  kind: '数据',
  severity: 'high',
  unit: 'delivery',
  basis: [],
  action:
    '骤减的，与报送单位核对是否漏导乡镇或未取消筛选，重新导出后再运行；骤增的，核对是否重复导出、夹有以前月份或其他名单。确属正常变动的，下月自动恢复比对。',
  messages: {
    short: '{stops}，疑似导出不全；依赖它的名单暂不判定。',
    grown: '{rises}，疑似重复导出、夹有以前月份或其他名单，或者上月导出不全；本月照常判定。',
    both: '{stops}，疑似导出不全；依赖它的名单暂不判定。{rises}，疑似夹有其他名单。',
  },
  check(delivery, context) {
    const stops = ownOf(context.stops, delivery, context)
    const rises = ownOf(context.rises, delivery, context)
    if (stops.length + rises.length === 0) return null
    const { file, sheet } = delivery
    const said = [
      ...stops.map((one) => ({ one, fact: stopWords(one) })),
      ...rises.map((one) => ({ one, fact: riseWords(one) })),
    ]
    return {
      message: stops.length === 0 ? 'grown' : rises.length === 0 ? 'short' : 'both',
      facts: {
        ...(stops.length > 0 ? { stops: stops.map(stopWords).join('；') } : {}),
        ...(rises.length > 0 ? { rises: rises.map(riseWords).join('；') } : {}),
      },
      evidence: said.map(({ one, fact }) => ({
        programme: one.programme,
        fact,
        origin: { file, sheet, row: 0, column: null },
      })),
      ...(stops.length === 0 ? { severity: 'low' as const } : {}),
    }
  },
})

// A programme that several files feed is said once, with the first of them.
function ownOf<T extends { readonly programme: Delivery['programmes'][number] }>(
  all: readonly T[],
  delivery: Delivery,
  { deliveries }: Context,
): readonly T[] {
  return all.filter(({ programme }) => {
    const first = deliveries.find((each) => each.programmes.includes(programme))
    return first ? first === delivery : delivery.programmes.includes(programme)
  })
}

function riseWords({ programme, township, rowsBefore, rowsNow }: SteepRise): string {
  return `${programmes[programme]}${township === null ? '' : `（${township}）`}记录数由上月 ${rowsBefore} 增为 ${rowsNow}`
}
