import rule from '../../../../src/screen/rules/missed/price-subsidy-missing.js'
import { allDeliveries, delivery, household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const allowance = (more = {}): Rosters => ({
  'rural-allowance-members': { insured: true, startMonth: '2025-01', ...more },
})
const paid: Rosters = { 'price-subsidies': {} }
const home = (...members: ReturnType<typeof person>[]) => household('rural-allowance', members, 'H')
const listOf = (dataMonth: string) => ({
  deliveries: [...allDeliveries(['price-subsidy']), delivery('price-subsidies', { dataMonth })],
})

table(rule, [
  {
    title: '低保对象不在发放名册',
    people: () => [person(allowance())],
    expect: 'finding',
    severity: 'medium',
    says: '在农村低保名册，本人和同户保障对象（1 人）',
  },
  { title: '已发', people: () => [person({ ...allowance(), ...paid })], expect: 'clear' },
  {
    title: '名册只列户主，同户成员算已发',
    people: () => home(person({ ...allowance(), ...paid }), person(allowance())),
    expect: 'clear',
  },
  {
    title: '名册只列户主，户主在低保名册里的号码残缺，同户成员算已发',
    people: () => {
      const head = person({ ...allowance(), ...paid })
      Object.assign(head.links[0] as object, { grade: 'probable' })
      return home(head, person(allowance()))
    },
    expect: 'clear',
  },
  {
    title: '全户都没有发，一户问一次',
    people: () => home(person(allowance()), person(allowance())),
    expect: 'finding',
    says: '2 人',
    findings: 1,
  },
  {
    title: '户主不保障，由第一个被保障的人代表',
    people: () =>
      home(person({ 'rural-allowance-members': { insured: false } }), person(allowance()), person(allowance())),
    expect: 'finding',
    says: '2 人',
    findings: 1,
  },
  {
    title: '同列在扶贫户里、不是同一低保户的人，各算各的',
    people: () =>
      household(
        'registered-poor',
        [
          person({ ...allowance(), ...paid, 'registered-poor': {} }),
          person({ 'destitute-persons': { startMonth: '2025-01' }, 'registered-poor': {} }),
        ],
        'P',
      ),
    expect: 'finding',
    says: '在特困供养名册，本人和同户保障对象（1 人）',
    findings: 1,
  },
  {
    title: '户里有人特困、有人低保，低保户没有发',
    people: () => home(person(allowance()), person({ 'rural-allowance-members': { insured: false } })),
    expect: 'finding',
    says: '1 人',
  },
  {
    title: '孤儿没有发',
    people: () => [person({ 'protected-children': { childKind: '孤儿', startMonth: '2025-01' } })],
    expect: 'finding',
  },
  { title: '只在低保边缘', people: () => [person({ 'marginal-members': {} })], expect: 'clear' },
  {
    title: '发放名册里有可能是本人的人',
    people: () => {
      const hidden = person(paid, { idNumber: null })
      return [person(allowance(), { candidates: [hidden] }), hidden]
    },
    expect: 'clear',
  },
  {
    title: '该乡镇的发放名册没有报送，别的乡镇报了',
    people: () => [person(allowance())],
    changes: {
      deliveries: [...allDeliveries(['price-subsidy']), delivery('price-subsidies', { byTownship: { 庄墓镇: 40 } })],
    },
    expect: 'not-judged',
    says: '该乡镇',
  },
  {
    title: '发放名册没有报送',
    people: () => [person(allowance())],
    changes: { missing: ['price-subsidy'] },
    expect: 'not-judged',
    says: '价格临时补贴',
  },
  {
    title: '补贴发的是 10 月，11 月才纳入低保',
    people: () => [person(allowance({ startMonth: '2026-11' }))],
    changes: listOf('2026-10'),
    expect: 'excused',
    excusedBy: 'enrolled-after-payment',
  },
  {
    title: '补贴发的是 10 月，10 月已在册',
    people: () => [person(allowance({ startMonth: '2026-10' }))],
    changes: listOf('2026-10'),
    expect: 'finding',
  },
  {
    title: '没有最初享受月份，降一级',
    people: () => [person(allowance({ startMonth: null }))],
    expect: 'finding',
    severity: 'low',
    unchecked: 'enrolled-after-payment',
  },
  {
    title: '已死亡',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-10-01' } })],
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '停保汇总有别的记录，不是死亡',
    people: () => [person({ ...allowance(), departures: { reason: '收入超标', stopMonth: '2020-01' } })],
    expect: 'finding',
  },
  {
    title: '补贴先报 10 月、后报 8 月的名册，按最近的月份',
    people: () => [person(allowance({ startMonth: '2026-09' }))],
    changes: {
      deliveries: [
        ...allDeliveries(['price-subsidy']),
        delivery('price-subsidies', { dataMonth: '2026-10' }),
        delivery('price-subsidies', { dataMonth: '2026-08', file: '八月.xlsx' }),
      ],
    },
    expect: 'finding',
  },
  {
    title: '补贴发的是 10 月；先后两次纳入，一次在发放以前',
    people: () => [
      person({
        'rural-allowance-members': { startMonth: '2026-11' },
        'urban-allowance-members': { startMonth: '2025-01' },
      }),
    ],
    changes: listOf('2026-10'),
    expect: 'finding',
  },
  {
    title: '补贴发的是 8 月；两份名册分别自 11 月、9 月起，都在发放以后',
    people: () => [
      person({
        'rural-allowance-members': { startMonth: '2026-11' },
        'urban-allowance-members': { startMonth: '2026-09' },
      }),
    ],
    changes: listOf('2026-08'),
    expect: 'excused',
    excusedBy: 'enrolled-after-payment',
    because: '2026-09 起享受',
  },
])
