import type { RecordOf } from '../../../../src/ingest/sources/all.js'
import rule from '../../../../src/screen/rules/missed/category-aid-missing.js'
import { allDeliveries, delivery, person, type Rosters } from '../../county.js'
import { type Case, table } from '../../table.js'

const row = (
  title: string,
  birth: string,
  fields: Partial<RecordOf<'rural-allowance-members'>>,
  expected: Partial<Case> = {},
  more: Rosters = {},
): Case => ({
  title,
  people: () => [person({ 'rural-allowance-members': { categoryAidFen: 0, ...fields }, ...more }, { birth })],
  expect: 'finding',
  ...expected,
})
const withoutColumn = allDeliveries().map((each) =>
  each.source === 'rural-allowance-members' ? delivery('rural-allowance-members', { columns: { name: '姓名' } }) : each,
)

table(rule, [
  row(
    '70 岁',
    '1956-11-30',
    {},
    { severity: 'low', says: '70 岁老年人，分类施保金额为 0', facts: { grounds: '老年人' } },
  ),
  {
    title: '分类施保金额只在家庭名册',
    people: () => {
      const householdNumber = 'D1'
      const lists = {
        'rural-allowance-members': { insured: true, householdNumber },
        'rural-allowance-households': { categoryAidFen: 0, householdNumber, programmes: [] },
      }
      return [person(lists, { birth: '1950-01-01' })]
    },
    expect: 'finding',
  },
  row('69 岁', '1956-12-01', {}, { expect: 'clear' }),
  row('17 岁', '2008-12-01', {}, { says: '17 岁未成年' }),
  row('18 岁不在校', '2008-11-30', {}, { expect: 'clear' }),
  row('18 岁在校', '2008-11-30', {}, { says: '在校学生' }, { 'registered-poor': { schooling: '本科一年级' } }),
  row(
    '重度残疾',
    '1980-01-01',
    {},
    { says: '重度残疾' },
    { 'disability-certificates': { level: '2', category: '肢体' } },
  ),
  row(
    '肢体三级',
    '1980-01-01',
    {},
    { expect: 'clear' },
    { 'disability-certificates': { level: '3', category: '肢体' } },
  ),
  row(
    '老年人又重病',
    '1950-01-01',
    { health: '重病' },
    { says: '重病、76 岁老年人', facts: { grounds: '重病、老年人' } },
  ),
  row('重病', '1980-01-01', { health: '重病' }, { says: '重病' }),
  row('金额为空', '1950-01-01', { categoryAidFen: null }, { says: '分类施保金额为空' }),
  row('已增发', '1950-01-01', { categoryAidFen: 5_000 }, { expect: 'clear' }),
  row('家庭已有分类施保', '1950-01-01', { categoryAidFen: null, householdCategoryAidFen: 5_000 }, { expect: 'clear' }),
  row(
    '没有这一列',
    '1950-01-01',
    { categoryAidFen: null },
    {
      changes: { deliveries: withoutColumn },
      expect: 'not-judged',
      says: '没有分类施保金额',
    },
  ),
  row('已死亡', '1950-01-01', {}, { expect: 'excused', excusedBy: 'deceased' }, { deaths: {} }),
  row('按差额补足', '1950-01-01', { aidMethod: '差额补足' }, { expect: 'excused', excusedBy: 'difference-system' }),
  row('按差额救助，不说补足', '1950-01-01', { aidMethod: '差额' }, { says: '老年人' }),
  {
    title: '人员查询填 0，家庭查询已有分类施保金额',
    people: () => {
      const householdNumber = 'D1'
      const lists = {
        'rural-allowance-members': { insured: true, categoryAidFen: 0, householdNumber },
        'rural-allowance-households': { categoryAidFen: 5_000, householdNumber, programmes: [] },
      }
      return [person(lists, { birth: '1950-01-01' })]
    },
    expect: 'clear',
  },
  {
    title: '一份名册写差额，一份写差额补足',
    people: () => [
      person(
        {
          'rural-allowance-members': { categoryAidFen: 0, aidMethod: '差额' },
          'urban-allowance-members': { categoryAidFen: 0, aidMethod: '差额补足' },
        },
        { birth: '1950-01-01' },
      ),
    ],
    expect: 'excused',
    excusedBy: 'difference-system',
    because: '“差额补足”',
  },
])
