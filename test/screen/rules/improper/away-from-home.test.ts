import { awayLists } from '../../../../src/domain/extra-lists.js'
import rule from '../../../../src/screen/rules/improper/away-from-home.js'
import { person, type Rosters } from '../../county.js'
import { type Case, table } from '../../table.js'

const changes = { lists: awayLists }
const member = (rosters: Rosters) =>
  person({ 'rural-allowance-members': { amountFen: 42_000, insuredSize: 1 }, ...rosters })
const row = (title: string, rosters: Rosters, expected: Partial<Case> = {}): Case => ({
  title,
  people: () => [member(rosters)],
  expect: 'finding',
  changes,
  ...expected,
})

table(rule, [
  row(
    '在服刑名单',
    { prisoners: { untilMonth: '2030-01' } },
    { severity: 'medium', amountFen: 42_000, says: '服刑人员名单' },
  ),
  row('在强制戒毒名单', { 'drug-rehabilitation': { untilMonth: '2027-01' } }),
  row('在义务兵名单', { conscripts: { untilMonth: '2027-01' } }),
  row('在宣告失踪名单', { 'missing-persons': { untilMonth: '2030-01' } }),
  row('不在任何名单', {}, { expect: 'clear' }),
  {
    title: '列在低保户内但不保障',
    people: () => [person({ 'rural-allowance-members': { insured: false }, prisoners: {} })],
    changes,
    expect: 'clear',
  },
  {
    title: '在服刑名单，不在低保',
    people: () => [person({ 'marginal-members': {}, prisoners: { untilMonth: '2030-01' } })],
    changes,
    expect: 'clear',
  },
  {
    title: '名册没有金额',
    people: () => [person({ 'urban-allowance-members': {}, prisoners: { untilMonth: '2030-01' } })],
    changes,
    expect: 'finding',
    amountFen: null,
    says: '在城市低保名册为被保障人员，同时在服刑人员名单，',
  },
  row('没有声明任何名单', {}, { changes: {}, expect: 'not-judged', says: '服刑' }),
  row(
    '声明的义务兵名单没有送来',
    {},
    {
      changes: { lists: awayLists, missing: ['conscripts'] },
      expect: 'not-judged',
      says: '本月没有收到义务兵名单，这一部分未判定',
    },
  ),
  row('刑期本月届满', { prisoners: { untilMonth: '2026-11' } }, { expect: 'excused', excusedBy: 'term-ended' }),
  row('刑期下月届满', { prisoners: { untilMonth: '2026-12' } }),
  row('没有期满日期，降一级', { prisoners: {} }, { severity: 'low', unchecked: 'term-ended' }),
  row('社区矫正', { prisoners: { remark: '社区矫正' } }, { expect: 'excused', excusedBy: 'outside-prison' }),
  row(
    '宗教教职两年零十一个月',
    { clergy: { sinceMonth: '2023-12', untilMonth: '2040-01' } },
    {
      expect: 'excused',
      excusedBy: 'clergy-under-three-years',
    },
  ),
  row('宗教教职满三年', { clergy: { sinceMonth: '2023-11', untilMonth: '2040-01' } }),
  row(
    '本月已停保',
    { prisoners: { untilMonth: '2030-01' }, departures: { reason: '服刑', stopMonth: '2026-11' } },
    {
      expect: 'excused',
      excusedBy: 'stop-recorded',
    },
  ),
  row(
    '列在服刑名单两行，一行已届满、一行未满',
    { prisoners: [{ untilMonth: '2024-01' }, { untilMonth: '2030-01' }] },
    { severity: 'medium' },
  ),
  row(
    '列在服刑名单两行，只有一行注明社区矫正',
    { prisoners: [{ remark: '社区矫正', untilMonth: '2027-01' }, { untilMonth: '2030-01' }] },
    { severity: 'medium' },
  ),
  row('宗教教职不满三年，又在服刑名单', {
    clergy: { sinceMonth: '2025-01', untilMonth: '2040-01' },
    prisoners: { untilMonth: '2030-01' },
  }),
  row('宗教教职不满三年，又在服刑名单，服刑也不满三年', {
    clergy: { sinceMonth: '2025-01', untilMonth: '2040-01' },
    prisoners: { sinceMonth: '2025-01', untilMonth: '2030-01' },
  }),
  row(
    '宗教教职没有起始时间',
    { clergy: { untilMonth: '2040-01' } },
    { unchecked: 'clergy-under-three-years', because: '没有起始时间' },
  ),
  row(
    '宗教教职列两行，一行没有起始时间',
    { clergy: [{ sinceMonth: '2025-01', untilMonth: '2040-01' }, { untilMonth: '2040-01' }] },
    { unchecked: 'clergy-under-three-years' },
  ),
  row('宗教教职列两行，一行已满三年', {
    clergy: [
      { sinceMonth: '2025-01', untilMonth: '2040-01' },
      { sinceMonth: '2020-01', untilMonth: '2040-01' },
    ],
  }),
])
