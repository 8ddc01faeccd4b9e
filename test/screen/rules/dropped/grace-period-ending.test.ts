import rule from '../../../../src/screen/rules/dropped/grace-period-ending.js'
import { household, person, standards } from '../../county.js'
import { table } from '../../table.js'

const home = (graceStart: string | null, incomePerCapitaFen: number | null = null) =>
  household(
    'rural-allowance',
    [person({ 'rural-allowance-households': { graceStart, incomePerCapitaFen, insuredSize: 1, householdSize: 1 } })],
    'D1',
  )

const urban = (incomePerCapitaFen: number) =>
  household(
    'urban-allowance',
    [
      person({
        'urban-allowance-households': { graceStart: '2025-11', incomePerCapitaFen, insuredSize: 1, householdSize: 1 },
      }),
    ],
    'C1',
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
  {
    title: '城市户按城市标准，收入高于农村标准而不高于城市标准',
    people: () => urban(960_000),
    expect: 'clear',
  },
  {
    title: '城市户收入高于城市标准 1 分',
    people: () => urban(960_001),
    expect: 'finding',
    severity: 'medium',
    says: '高于低保标准（一年 9600 元）',
  },
  {
    title: '户里不保障的成员不列入',
    people: () => {
      const row = { graceStart: '2025-12', incomePerCapitaFen: null, insuredSize: 1, householdSize: 2 }
      const supported = person({ 'rural-allowance-households': row, 'rural-allowance-members': { insured: true } })
      return household('rural-allowance', [supported, person({ 'rural-allowance-members': { insured: false } })], 'D1')
    },
    expect: 'finding',
    members: 1,
  },
  {
    title: '全户本月都不保障',
    people: () => {
      const row = { graceStart: '2025-12', incomePerCapitaFen: null }
      const listed = { 'rural-allowance-households': row, 'rural-allowance-members': { insured: false } }
      return household('rural-allowance', [person(listed)], 'D1')
    },
    expect: 'clear',
  },
  { title: '没有渐退记录', people: () => home(null), expect: 'clear' },
  {
    title: '没有渐退期标准',
    people: () => home('2025-12'),
    changes: { standards: standards.filter(({ key }) => key !== 'grace.months') },
    expect: 'not-judged',
    says: 'grace.months',
  },
])
