import rule from '../../../../src/screen/rules/missed/unscreened-household.js'
import { household, person, type Rosters, standards } from '../../county.js'
import { table } from '../../table.js'

const home = (rosters: Rosters = {}, startMonth: string | null = '2024-01') =>
  household('rural-allowance', [person({ 'rural-allowance-members': { insured: true, startMonth }, ...rosters })], 'D1')

const line = { key: 'monitor.line', from: '2026-01', value: 8000, unit: '元/年', document: '测试' } as const
const withIncome = (incomePerCapitaFen: number) =>
  household('rural-allowance', [person({ 'rural-allowance-register': { incomePerCapitaFen } })], 'D9')

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
])
