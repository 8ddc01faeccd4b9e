import rule from '../../../../src/screen/rules/quality/other-month.js'
import { delivery } from '../../county.js'
import { table } from '../../table.js'

const sent = (...args: Parameters<typeof delivery>) => ({ deliveries: [delivery(...args)] })

table(rule, [
  {
    title: '十一月的比对收到九月的名册',
    people: () => [],
    changes: sent('urban-allowance-members', { dataMonth: '2026-09' }),
    expect: 'finding',
    severity: 'medium',
    unit: 'delivery',
    says: '2026-09',
  },
  { title: '数据月份就是本期', people: () => [], changes: sent('urban-allowance-members'), expect: 'clear' },
  {
    title: '没有写明数据月份',
    people: () => [],
    changes: sent('urban-allowance-members', { dataMonth: null }),
    expect: 'clear',
  },
  {
    title: '停保汇总是跨月累计的',
    people: () => [],
    changes: sent('departures', { dataMonth: '2026-09' }),
    expect: 'clear',
  },
  {
    title: '不属于任何名册的工作表',
    people: () => [],
    changes: sent('urban-allowance-members', { dataMonth: '2026-09', programmes: [] }),
    expect: 'clear',
  },
])
