import rule from '../../../../src/screen/rules/improper/destitute-able-to-work.js'
import { person, type Rosters } from '../../county.js'
import { type Case, table } from '../../table.js'

const destitute = (birth: string, rosters: Rosters = {}) =>
  person({ 'destitute-persons': { startMonth: '2021-07' }, ...rosters }, { birth })
const certificate = (category: '肢体' | '听力' | '多重', level: '1' | '2' | '3', more = {}): Rosters => ({
  'disability-certificates': { category, level, ...more },
})

table(rule, [
  {
    title: '59 岁没有残疾证',
    people: () => [destitute('1966-12-01')],
    expect: 'finding',
    severity: 'medium',
    says: '59 岁',
  },
  {
    title: '满 16 岁，没有残疾证',
    people: () => [destitute('2010-11-30')],
    expect: 'excused',
    excusedBy: 'minor-continues',
  },
  { title: '60 岁', people: () => [destitute('1966-11-30')], expect: 'clear' },
  { title: '15 岁', people: () => [destitute('2010-12-01')], expect: 'clear' },
  { title: '肢体二级', people: () => [destitute('1980-01-01', certificate('肢体', '2'))], expect: 'clear' },
  {
    title: '肢体三级',
    people: () => [destitute('1980-01-01', certificate('肢体', '3'))],
    expect: 'finding',
    says: '肢体三级',
  },
  { title: '听力一级', people: () => [destitute('1980-01-01', certificate('听力', '1'))], expect: 'finding' },
  {
    title: '证已注销，等于没有有效证',
    people: () => [destitute('1980-01-01', certificate('肢体', '1', { status: '注销' }))],
    expect: 'finding',
    says: '没有有效残疾证',
  },
  {
    title: '多重一级，各项不明',
    people: () => [destitute('1980-01-01', certificate('多重', '1'))],
    expect: 'not-judged',
    says: '多重',
  },
  { title: '不是特困', people: () => [person({ 'rural-allowance-members': {} })], expect: 'clear' },
  {
    title: '残疾人证名单没有报送',
    people: () => [destitute('1980-01-01')],
    changes: { missing: ['disability-certificate'] },
    expect: 'not-judged',
  },
  {
    title: '持证名单里有可能是本人的人',
    people: () => {
      const hidden = person({ 'disability-certificates': { level: '1' } }, { idNumber: null })
      return [person({ 'destitute-persons': {} }, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '25 岁，在校情况不明，降一级',
    people: () => [destitute('2001-11-01')],
    expect: 'finding',
    severity: 'low',
    unchecked: 'still-in-school',
  },
  { title: '26 岁，已过就学年龄', people: () => [destitute('2000-11-01')], expect: 'finding', severity: 'medium' },
  {
    title: '肢体二级，登记外出务工',
    people: () => [
      destitute('1980-01-01', { ...certificate('肢体', '2'), 'registered-poor': { workplace: '合肥市' } }),
    ],
    expect: 'finding',
    says: '登记务工',
  },
  {
    title: '肢体二级，登记在家，不是务工',
    people: () => [destitute('1980-01-01', { ...certificate('肢体', '2'), 'registered-poor': { workplace: '在家' } })],
    expect: 'clear',
  },
  {
    title: '肢体二级，登记为普通劳动力',
    people: () => [
      destitute('1980-01-01', { ...certificate('肢体', '2'), 'registered-poor': { labour: '普通劳动力' } }),
    ],
    expect: 'finding',
    says: '普通劳动力',
  },
  {
    title: '肢体二级，登记未务工',
    people: () => [
      destitute('1980-01-01', { ...certificate('肢体', '2'), 'registered-poor': { workplace: '未务工' } }),
    ],
    expect: 'clear',
  },
  ...['丧失劳动能力', '待业', '其他'].map(
    (workplace): Case => ({
      title: `肢体二级，特困名册的就业状况为“${workplace}”，不是务工`,
      people: () => [person({ 'destitute-persons': { workplace }, ...certificate('肢体', '2') })],
      expect: 'clear',
    }),
  ),
  ...['有部分劳动能力', '有一定劳动能力', '有限劳动能力'].map(
    (labour): Case => ({
      title: `肢体二级，登记为“${labour}”，不等于有劳动能力`,
      people: () => [destitute('1980-01-01', { ...certificate('肢体', '2'), 'registered-poor': { labour } })],
      expect: 'clear',
    }),
  ),
  {
    title: '肢体二级，登记为“有劳动能力”',
    people: () => [
      destitute('1980-01-01', { ...certificate('肢体', '2'), 'registered-poor': { labour: '有劳动能力' } }),
    ],
    expect: 'finding',
    says: '有劳动能力',
  },
  {
    title: '2021 年 6 月纳入',
    people: () => [person({ 'destitute-persons': { startMonth: '2021-06' } }, { birth: '1980-01-01' })],
    expect: 'excused',
    excusedBy: 'old-rules',
  },
  { title: '17 岁', people: () => [destitute('2008-12-01')], expect: 'excused', excusedBy: 'minor-continues' },
  {
    title: '18 岁在读中职',
    people: () => [destitute('2008-11-30', { 'registered-poor': { schooling: '中职三年级' } })],
    expect: 'excused',
    excusedBy: 'still-in-school',
  },
  {
    title: '肢体二级，登记在无锡务工',
    people: () => [destitute('1980-01-01', { ...certificate('肢体', '2'), 'registered-poor': { workplace: '无锡' } })],
    expect: 'finding',
    says: '登记务工',
  },
  {
    title: '肢体二级，2021 年 6 月纳入，登记外出务工：旧规也要求无劳动能力',
    people: () => [
      person(
        {
          'destitute-persons': { startMonth: '2021-06' },
          ...certificate('肢体', '2'),
          'registered-poor': { workplace: '合肥市' },
        },
        { birth: '1980-01-01' },
      ),
    ],
    expect: 'finding',
    says: '登记务工',
  },
  {
    title: '多重二级，各项不明，但登记外出务工',
    people: () => [destitute('1980-01-01', { ...certificate('多重', '2'), 'registered-poor': { workplace: '上海' } })],
    expect: 'finding',
    says: '登记务工',
  },
  {
    title: '刚满 18 岁，不在校',
    people: () => [destitute('2008-11-30', { 'registered-poor': {} })],
    expect: 'finding',
  },
  {
    title: '18 岁，名册只写在校“是”',
    people: () => [destitute('2008-11-30', { 'registered-poor': { schooling: '是' } })],
    expect: 'excused',
    excusedBy: 'still-in-school',
  },
  {
    title: '肢体三级，2021 年 6 月纳入，按旧规认定',
    people: () => [
      person({ 'destitute-persons': { startMonth: '2021-06' }, ...certificate('肢体', '3') }, { birth: '1980-01-01' }),
    ],
    expect: 'excused',
    excusedBy: 'old-rules',
    because: '2021-06 纳入',
  },
  {
    title: '特困名册有两行，后一行纳入得早',
    people: () => [
      person({ 'destitute-persons': [{ startMonth: '2022-01' }, { startMonth: '2019-05' }] }, { birth: '1980-01-01' }),
    ],
    expect: 'excused',
    excusedBy: 'old-rules',
    because: '2019-05 纳入',
  },
  {
    title: '没有纳入月份，不知适用哪时的规定，降一级',
    people: () => [destitute('1980-01-01', { 'destitute-persons': {} })],
    expect: 'finding',
    severity: 'low',
    unchecked: 'old-rules',
  },
])
