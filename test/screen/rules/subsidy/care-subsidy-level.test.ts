import rule from '../../../../src/screen/rules/subsidy/care-subsidy-level.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const paid = (more = {}) => ({
  'care-subsidies': { subsidyFen: 28_000 },
  'disability-certificates': { level: '3' as const, category: '肢体' as const, issuedOn: '2020-05-01', ...more },
})

table(rule, [
  {
    title: '肢体三级领取护理补贴',
    people: () => [person(paid())],
    expect: 'finding',
    severity: 'high',
    amountFen: 28_000,
    says: '肢体三级',
  },
  { title: '肢体二级', people: () => [person(paid({ level: '2' }))], expect: 'clear' },
  { title: '只领生活补贴', people: () => [person({ ...paid(), 'care-subsidies': [] })], expect: 'clear' },
  { title: '证已注销，由 P06 列出', people: () => [person(paid({ status: '注销' }))], expect: 'clear' },
  {
    title: '残联名单没有等级',
    people: () => [person(paid({ level: null }))],
    expect: 'not-judged',
    says: '没有残疾等级',
  },
  {
    title: '残疾人证名单没有报送',
    people: () => [person(paid())],
    changes: { missing: ['disability-certificate'] },
    expect: 'not-judged',
  },
  { title: '号同人异', people: () => [person(paid(), { grade: 'conflict' })], expect: 'not-judged', says: '号同人异' },
  {
    title: '三级精神，本县扩面',
    people: () => [person(paid({ category: '精神' }))],
    expect: 'excused',
    excusedBy: 'extended-to-mental',
  },
  {
    title: '三级精神，本县未扩面',
    people: () => [person(paid({ category: '精神' }))],
    changes: {
      settings: { notHeld: [], rules: { on: [], off: [], settings: { 'care-subsidy.extends-to-mental': false } } },
    },
    expect: 'finding',
  },
  {
    title: '四级智力，本县扩面',
    people: () => [person(paid({ category: '智力', level: '4' }))],
    expect: 'excused',
    excusedBy: 'extended-to-mental',
  },
  { title: '四级听力', people: () => [person(paid({ category: '听力', level: '4' }))], expect: 'finding' },
  {
    title: '本月换证',
    people: () => [person(paid({ issuedOn: '2026-11-03' }))],
    expect: 'excused',
    excusedBy: 'recently-graded',
  },
  { title: '上月换证', people: () => [person(paid({ issuedOn: '2026-10-31' }))], expect: 'finding' },
  {
    title: '多重残疾三级，各项等级不明，降一级',
    people: () => [person(paid({ category: '多重' }))],
    expect: 'finding',
    severity: 'medium',
    unchecked: 'multiple-disability',
  },
  {
    title: '没有发证日期，不知是否刚换级，降一级',
    people: () => [person(paid({ issuedOn: null }))],
    expect: 'finding',
    severity: 'medium',
    unchecked: 'recently-graded',
  },
])
