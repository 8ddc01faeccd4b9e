import rule from '../../../../src/screen/rules/missed/unscreened-household.js'
import { household, person, type Rosters, standards } from '../../county.js'
import { table } from '../../table.js'

const home = (
  rosters: Rosters = {},
  startMonth: string | null = '2024-01',
  supportClass: '二类' | '三类' | null = null,
) =>
  household(
    'rural-allowance',
    [person({ 'rural-allowance-members': { insured: true, startMonth, supportClass }, ...rosters })],
    'D1',
  )

const line = { key: 'monitor.line', from: '2026-01', value: 8000, unit: '元/年', document: '测试' } as const
const withIncome = (incomePerCapitaFen: number) =>
  household('rural-allowance', [person({ 'rural-allowance-register': { incomePerCapitaFen } })], 'D9')

const destitute = (registration: string | null) =>
  household('destitute', [person({ 'destitute-persons': { registration } })], 'T1')

table(rule, [
  { title: '低保户不在扶贫、监测名册', people: () => home(), expect: 'finding', severity: 'low' },
  { title: '8 月新纳入', people: () => home({}, '2026-08'), expect: 'finding', severity: 'medium', says: '新纳入' },
  { title: '7 月纳入，已过三个月', people: () => home({}, '2026-07'), expect: 'finding', severity: 'low' },
  {
    title: '特困户',
    people: () => household('destitute', [person({ 'destitute-persons': {} })], 'T1'),
    expect: 'finding',
    says: '特困供养户',
  },
  {
    title: '宽表三人保障两人，没有写明是谁',
    people: () => {
      const member = () => person({ 'rural-allowance-register': { householdSize: 3, insuredSize: 2 } })
      return household('rural-allowance', [member(), member(), member()], 'D2')
    },
    expect: 'finding',
  },
  {
    title: '名册写明无人保障',
    people: () =>
      household('rural-allowance', [person({ 'rural-allowance-members': { insured: false, programmes: [] } })], 'D3'),
    expect: 'clear',
  },
  { title: '在脱贫户名册', people: () => home({ 'registered-poor': {} }), expect: 'clear' },
  { title: '在监测名册', people: () => home({ 'monitored-households': {} }), expect: 'clear' },
  {
    title: '城市低保不在筛查范围',
    people: () => household('urban-allowance', [person({ 'urban-allowance-members': { insured: true } })], 'U1'),
    expect: 'clear',
  },
  { title: '监测名册没有报送', people: () => home(), changes: { missing: ['monitored'] }, expect: 'not-judged' },
  {
    title: '脱贫户名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'registered-poor': {} }, { idNumber: null })
      const member = person({ 'rural-allowance-members': { insured: true } }, { candidates: [hidden] })
      return [...household('rural-allowance', [member], 'D1'), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '全家已死亡',
    people: () => home({ deaths: { diedOn: '2026-11-01' } }),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '人均年收入高于监测线',
    people: () => withIncome(800_001),
    changes: { standards: [...standards, line] },
    expect: 'excused',
    excusedBy: 'income-above-monitor-line',
  },
  {
    title: '人均年收入等于监测线',
    people: () => withIncome(800_000),
    changes: { standards: [...standards, line] },
    expect: 'finding',
  },
  {
    title: '没有监测线这一行',
    people: () => withIncome(800_001),
    expect: 'finding',
    unchecked: 'income-above-monitor-line',
  },
  {
    title: '二类低保优先',
    people: () => home({}, '2024-01', '二类'),
    expect: 'finding',
    severity: 'low',
    says: '二类低保',
  },
  { title: '三类低保不在优先之列', people: () => home({}, '2024-01', '三类'), expect: 'finding', severity: 'low' },
  {
    title: '有二级残疾人优先',
    people: () => home({ 'disability-certificates': { level: '2', category: '肢体' } }),
    expect: 'finding',
    severity: 'low',
    says: '有一、二级残疾人',
  },
  {
    title: '三级残疾人不在优先之列',
    people: () => home({ 'disability-certificates': { level: '3', category: '智力' } }),
    expect: 'finding',
    severity: 'low',
  },
  {
    title: '有重病人员优先',
    people: () => home({ 'marginal-members': { health: '重病' } }),
    expect: 'finding',
    severity: 'low',
    says: '有重病、大病人员',
  },
  {
    title: '新纳入又有重残，仍是中',
    people: () => home({ 'disability-certificates': { level: '1', category: '肢体' } }, '2026-10'),
    expect: 'finding',
    severity: 'medium',
    says: '2026-10 新纳入，有一、二级残疾人',
  },
  {
    title: '特困户籍类型为非农业',
    people: () => destitute('非农业'),
    expect: 'excused',
    excusedBy: 'urban-registration',
  },
  {
    title: '特困户籍类型为城镇',
    people: () => destitute('城镇居民'),
    expect: 'excused',
    excusedBy: 'urban-registration',
  },
  {
    title: '新纳入特困的户，程度不调高',
    people: () => household('destitute', [person({ 'destitute-persons': { startMonth: '2026-11' } })], 'T1'),
    expect: 'finding',
    severity: 'low',
    says: '2026-11 新纳入',
  },
  { title: '特困户籍类型为农业', people: () => destitute('农业'), expect: 'finding' },
  {
    title: '特困名册没有户籍类型',
    people: () => destitute(null),
    expect: 'finding',
    severity: 'low',
    unchecked: 'urban-registration',
  },
  {
    title: '名册没有人均年收入，兜底后收入无从核对',
    people: () => home(),
    changes: { standards: [...standards, line] },
    expect: 'finding',
    unchecked: 'income-above-monitor-line',
    because: '没有人均年收入',
  },
])
