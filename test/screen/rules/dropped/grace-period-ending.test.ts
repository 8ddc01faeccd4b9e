import rule from '../../../../src/screen/rules/dropped/grace-period-ending.js'
import { household, person, standards } from '../../county.js'
import { table } from '../../table.js'

const home = (graceStart: string | null, incomePerCapitaFen: number | null = null) =>
  household(
    'rural-allowance',
    [person({ 'rural-allowance-households': { graceStart, incomePerCapitaFen, insuredSize: 1, householdSize: 1 } })],
    'D1',
  )

table(rule, [
  { title: '本月是最后一个月', people: () => home('2025-12'), expect: 'finding', severity: 'low', says: '2026-11 止' },
  { title: '还有一个月', people: () => home('2026-01'), expect: 'clear' },
  {
    title: '上月期满，收入高于标准 1 分',
    people: () => home('2025-11', 840_001),
    expect: 'finding',
    severity: 'medium',
    says: '高于低保标准',
  },
  { title: '上月期满，收入不高于标准', people: () => home('2025-11', 840_000), expect: 'clear' },
  { title: '上月期满，没有收入', people: () => home('2025-11'), expect: 'finding', severity: 'low', says: '没有收入' },
  { title: '没有渐退记录', people: () => home(null), expect: 'clear' },
  {
    title: '没有渐退期标准',
    people: () => home('2025-12'),
    changes: { standards: standards.filter(({ key }) => key !== 'grace.months') },
    expect: 'not-judged',
    says: 'grace.months',
  },
])
