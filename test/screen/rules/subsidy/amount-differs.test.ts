import rule from '../../../../src/screen/rules/subsidy/amount-differs.js'
import { person, standards } from '../../county.js'
import { table } from '../../table.js'

const living = (subsidyFen: number | null, more = {}) => ({ subsidyFen, startMonth: '2024-01', ...more })
const certificate = (level: '1' | '2' | '3' | '4' | null) => ({ 'disability-certificates': { level } })
const living34 = standards.find(({ key }) => key === 'subsidy.living.3-4')
if (!living34) throw new Error('no standard for levels 3 and 4')
// 185 yuan until `from`, 195 since.
const raisedIn = (from: string) => ({ standards: [...standards, { ...living34, from, value: 195 }] })
const paid = (subsidyFen: number, more = {}) => [
  person({ 'living-subsidies': living(subsidyFen, more), ...certificate('3') }),
]

table(rule, [
  {
    title: '三级按一二级标准发放',
    people: () => [person({ 'living-subsidies': living(27_700), ...certificate('3') })],
    expect: 'finding',
    severity: 'medium',
    amountFen: 9_200,
    says: '发放 277 元，标准 185 元，多 92 元',
  },
  {
    title: '二级按三四级标准发放',
    people: () => [person({ 'living-subsidies': living(18_500), ...certificate('2') })],
    expect: 'finding',
    amountFen: 9_200,
    says: '少 92 元',
  },
  {
    title: '三级按标准发放',
    people: () => [person({ 'living-subsidies': living(18_500), ...certificate('3') })],
    expect: 'clear',
  },
  {
    title: '标准每年 800 元除不尽，按月发 66.7 元',
    people: () => [person({ 'care-subsidies': { subsidyFen: 6_670 }, 'disability-certificates': { level: '1' } })],
    changes: {
      standards: standards.map((each) => (each.key === 'subsidy.care' ? { ...each, value: 800, unit: '元/年' } : each)),
    },
    expect: 'clear',
  },
  {
    title: '护理补贴少 1 分',
    people: () => [person({ 'care-subsidies': living(27_999), ...certificate('1') })],
    expect: 'finding',
    amountFen: 1,
  },
  {
    title: '护理补贴按标准',
    people: () => [person({ 'care-subsidies': living(28_000), ...certificate('1') })],
    expect: 'clear',
  },
  {
    title: '一笔分两行，合计等于标准',
    people: () => [person({ 'care-subsidies': [living(13_000), living(15_000)], ...certificate('1') })],
    expect: 'clear',
  },
  {
    title: '一笔分两行，另一行号码残缺、可能是本人',
    people: () => {
      const other = person({ 'care-subsidies': living(15_000) }, { idNumber: null, name: '王芳' })
      return [person({ 'care-subsidies': living(13_000), ...certificate('1') }, { candidates: [other] }), other]
    },
    expect: 'not-judged',
    says: '可能分两行发放',
  },
  {
    title: '比标准多，另有可能是本人的一行',
    people: () => {
      const other = person({ 'care-subsidies': living(15_000) }, { idNumber: null, name: '王芳' })
      return [person({ 'care-subsidies': living(30_000), ...certificate('1') }, { candidates: [other] }), other]
    },
    expect: 'finding',
    amountFen: 2_000,
  },
  {
    title: '两行合计不等于标准',
    people: () => [person({ 'care-subsidies': [living(13_000), living(14_000)], ...certificate('1') })],
    expect: 'finding',
  },
  {
    title: '两行不同月份，合计等于标准',
    people: () => [
      person({
        'care-subsidies': [living(13_000, { dataMonth: '2026-11' }), living(15_000, { dataMonth: '2026-10' })],
        ...certificate('1'),
      }),
    ],
    expect: 'finding',
  },
  {
    title: '两项补贴合表，生活补贴按标准、护理补贴没有金额',
    people: () => [
      person({
        'both-subsidies': { livingFen: 27_700, startMonth: '2024-01' },
        'care-subsidies': living(null),
        ...certificate('1'),
      }),
    ],
    expect: 'not-judged',
    says: '没有金额',
  },
  {
    title: '生活补贴按标准、护理补贴没有等级可对照也不受影响：护理只有一个标准',
    people: () => [person({ 'care-subsidies': living(28_000) })],
    expect: 'clear',
  },
  {
    title: '没有等级，护理补贴的说明不写等级',
    people: () => [person({ 'care-subsidies': living(27_000) })],
    expect: 'finding',
    says: '重度残疾人护理补贴发放 270 元，标准 280 元，少 10 元',
  },
  {
    title: '有等级，说明写明等级',
    people: () => [person({ 'care-subsidies': living(29_000), ...certificate('1') })],
    expect: 'finding',
    says: '（一级）发放 290 元，标准 280 元，多 10 元',
  },
  {
    title: '等级不明',
    people: () => [person({ 'living-subsidies': living(18_500) })],
    expect: 'not-judged',
    says: '没有残疾等级',
  },
  {
    title: '残联没有等级，补贴名册自己写明四级',
    people: () => [person({ 'living-subsidies': living(27_700, { level: '4' }) })],
    expect: 'finding',
  },
  {
    title: '名册没有金额',
    people: () => [person({ 'living-subsidies': living(null), ...certificate('3') })],
    expect: 'not-judged',
    says: '没有金额',
  },
  {
    title: '没有本月的标准',
    people: () => [person({ 'living-subsidies': living(27_700), ...certificate('3') })],
    changes: { standards: standards.filter(({ key }) => key !== 'subsidy.living.3-4') },
    expect: 'not-judged',
    says: 'subsidy.living.3-4',
  },
  {
    title: '号同人异',
    people: () => [person({ 'living-subsidies': living(27_700), ...certificate('3') }, { grade: 'conflict' })],
    expect: 'not-judged',
  },
  {
    title: '本月起享受',
    people: () => [person({ 'living-subsidies': living(9_000, { startMonth: '2026-11' }), ...certificate('3') })],
    expect: 'excused',
    excusedBy: 'first-month-paid',
  },
  {
    title: '上月起享受',
    people: () => [person({ 'living-subsidies': living(9_000, { startMonth: '2026-10' }), ...certificate('3') })],
    expect: 'finding',
  },
  {
    title: '金额恰为三个月',
    people: () => [person({ 'living-subsidies': living(55_500), ...certificate('3') })],
    expect: 'excused',
    excusedBy: 'several-months-paid',
  },
  {
    title: '注明为以前月份',
    people: () => [person({ 'living-subsidies': living(17_000, { dataMonth: '2026-09' }), ...certificate('3') })],
    expect: 'excused',
    excusedBy: 'several-months-paid',
  },
  {
    title: '标准本月调整，仍按旧标准发放',
    people: () => paid(18_500),
    changes: raisedIn('2026-11'),
    expect: 'excused',
    excusedBy: 'standard-just-changed',
  },
  {
    title: '标准本月调整，金额既不是旧标准也不是新标准',
    people: () => paid(17_000),
    changes: raisedIn('2026-11'),
    expect: 'finding',
  },
  {
    title: '标准上月已调整，本月仍按旧标准',
    people: () => paid(18_500),
    changes: raisedIn('2026-10'),
    expect: 'finding',
  },
  {
    title: '标准三个月前调整，本月一并补发三个月差额',
    people: () => paid(22_500),
    changes: raisedIn('2026-08'),
    expect: 'excused',
    excusedBy: 'standard-just-changed',
  },
  {
    title: '标准三个月前调整，差额另列一行',
    people: () => [person({ 'living-subsidies': [living(19_500), living(3_000)], ...certificate('3') })],
    changes: raisedIn('2026-08'),
    expect: 'excused',
    excusedBy: 'standard-just-changed',
  },
  {
    title: '标准三个月前调整，多出的不是三个月差额',
    people: () => paid(22_600),
    changes: raisedIn('2026-08'),
    expect: 'finding',
  },
  {
    title: '标准十三个月前调整，差额早该补完',
    people: () => paid(32_500),
    changes: raisedIn('2025-10'),
    expect: 'finding',
  },
  {
    title: '本月起才有标准，此前的一行没有填',
    people: () => paid(17_000),
    changes: {
      standards: standards.map((row) => (row.key === 'subsidy.living.3-4' ? { ...row, from: '2026-11' } : row)),
    },
    expect: 'finding',
    unchecked: 'standard-just-changed',
  },
  {
    title: '注明本月停发',
    people: () => [person({ 'living-subsidies': living(9_000, { supportState: '已停' }), ...certificate('3') })],
    expect: 'excused',
    excusedBy: 'last-month-paid',
  },
  {
    title: '两项补贴金额都不对，只有一项是本月起享受',
    people: () => [
      person({
        'living-subsidies': living(9_000, { startMonth: '2026-11' }),
        'care-subsidies': living(9_000),
        ...certificate('1'),
      }),
    ],
    expect: 'finding',
  },
  {
    title: '两项补贴金额都不对，只有一项注明停发',
    people: () => [
      person({
        'living-subsidies': living(9_000, { supportState: '已停' }),
        'care-subsidies': living(9_000),
        ...certificate('1'),
      }),
    ],
    expect: 'finding',
  },
  {
    title: '发放 0 元，不是整数倍',
    people: () => [person({ 'living-subsidies': living(0), ...certificate('3') })],
    expect: 'finding',
    amountFen: 18_500,
  },
])
