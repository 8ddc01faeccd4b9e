import rule from '../../../../src/screen/rules/improper/repeated-or-excessive-aid.js'
import { household, person, standards } from '../../county.js'
import { table } from '../../table.js'

const aid = (approvedOn: string | null, more = {}) => ({ approvedOn, cause: '患病', aidFen: 100_000, ...more })
const aided = (...rows: ReturnType<typeof aid>[]) => person({ 'temporary-aid': rows })

const yearly = {
  key: 'temporary-aid.yearly-limit',
  from: '2026-01',
  value: 5000,
  unit: '元',
  document: '测试',
} as const
const family = (...days: readonly string[]) =>
  household(
    'registered-poor',
    days.map((day) => person({ 'temporary-aid': aid(day), 'registered-poor': {} })),
    'H1',
  )

table(rule, [
  {
    title: '同一事由相隔 29 天两笔',
    people: () => [aided(aid('2026-10-01'), aid('2026-10-30'))],
    expect: 'finding',
    severity: 'medium',
    amountFen: 100_000,
    says: '2026-10-01 与 2026-10-30 两笔临时救助，事由相同（患病）',
  },
  {
    title: '第二笔没有金额',
    people: () => [aided(aid('2026-10-01'), aid('2026-10-30', { aidFen: null }))],
    expect: 'finding',
    amountFen: null,
  },
  { title: '相隔 30 天，算 30 天内', people: () => [aided(aid('2026-10-01'), aid('2026-10-31'))], expect: 'finding' },
  { title: '相隔 31 天', people: () => [aided(aid('2026-10-02'), aid('2026-11-02'))], expect: 'clear' },
  {
    title: '只写月份的相邻两月，看不出相隔几天',
    people: () => [aided(aid('2026-02-01'), aid('2026-03-01'))],
    expect: 'clear',
  },
  {
    title: '事由不同',
    people: () => [aided(aid('2026-10-01'), aid('2026-10-02', { cause: '火灾' }))],
    expect: 'clear',
  },
  {
    title: '没有事由',
    people: () => [aided(aid('2026-10-01', { cause: null }), aid('2026-10-02', { cause: null }))],
    expect: 'clear',
  },
  { title: '一年以前的', people: () => [aided(aid('2025-11-01'), aid('2025-11-02'))], expect: 'clear' },
  {
    title: '小额救助超过上限 1 分',
    people: () => [aided(aid('2026-10-01', { aidKind: '小额', aidFen: 200_001 }))],
    expect: 'finding',
    amountFen: 1,
    says: '上限 2000 元',
  },
  {
    title: '小额救助恰为上限',
    people: () => [aided(aid('2026-10-01', { aidKind: '小额', aidFen: 200_000 }))],
    expect: 'clear',
  },
  { title: '县级审批的大额救助', people: () => [aided(aid('2026-10-01', { aidFen: 900_000 }))], expect: 'clear' },
  {
    title: '没有小额上限标准',
    people: () => [aided(aid('2026-10-01'), aid('2026-10-02'))],
    changes: { standards: standards.filter(({ key }) => key !== 'small-aid.limit') },
    expect: 'not-judged',
    says: 'small-aid.limit',
  },
  {
    title: '号同人异',
    people: () => [person({ 'temporary-aid': [aid('2026-10-01'), aid('2026-10-02')] }, { grade: 'conflict' })],
    expect: 'not-judged',
  },
  {
    title: '前一笔是先行救助',
    people: () => [aided(aid('2026-10-01', { aidKind: '先行救助' }), aid('2026-10-09'))],
    expect: 'excused',
    excusedBy: 'aid-in-parts',
  },
  {
    title: '同户两人同日各一笔',
    people: () => family('2026-10-01', '2026-10-01'),
    expect: 'finding',
    amountFen: 100_000,
    says: '2026-10-01 同户另有 1 人获临时救助，共 2000 元',
    findings: 1,
  },
  {
    title: '同户三人同日各一笔，问一次',
    people: () => family('2026-10-01', '2026-10-01', '2026-10-01'),
    expect: 'finding',
    amountFen: 200_000,
    says: '同户另有 2 人获临时救助，共 3000 元',
    findings: 1,
  },
  { title: '同户两人不同日', people: () => family('2026-10-01', '2026-10-02'), expect: 'clear' },
  {
    title: '一年共超年度上限 1 分',
    people: () => [
      aided(aid('2026-03-01', { cause: '火灾', aidFen: 300_001 }), aid('2026-10-01', { aidFen: 200_000 })),
    ],
    changes: { standards: [...standards, yearly] },
    expect: 'finding',
    amountFen: 1,
    says: '2 笔共 5000.01 元',
  },
  {
    title: '一年恰为年度上限',
    people: () => [
      aided(aid('2026-03-01', { cause: '火灾', aidFen: 300_000 }), aid('2026-10-01', { aidFen: 200_000 })),
    ],
    changes: { standards: [...standards, yearly] },
    expect: 'clear',
  },
  {
    title: '几年前有过先行救助，不能说明这次重复',
    people: () => [aided(aid('2023-01-01', { aidKind: '先行救助' }), aid('2026-10-01'), aid('2026-10-09'))],
    expect: 'finding',
  },
  {
    title: '先行救助也不能超过乡镇审批上限',
    people: () => [aided(aid('2026-10-01', { aidKind: '小额先行救助', aidFen: 200_001 }))],
    expect: 'finding',
    amountFen: 1,
  },
  {
    title: '事由里写明分期',
    people: () => [aided(aid('2026-10-01', { cause: '患病（分期）' }), aid('2026-10-09', { cause: '患病（分期）' }))],
    expect: 'excused',
    excusedBy: 'aid-in-parts',
  },
])
