import rule from '../../../../src/screen/rules/improper/protected-child-with-support.js'
import { household, person, type Rosters, standards } from '../../county.js'
import { table } from '../../table.js'

const child = (childKind: '孤儿' | '事实无人抚养儿童', allowanceFen: number | null, more = {}): Rosters => ({
  'protected-children': { childKind, allowanceFen, startMonth: '2024-01' },
  'rural-allowance-members': { insured: true, insuredSize: 1, amountFen: 50_000, startMonth: '2024-01', ...more },
})
const minor = { birth: '2015-01-01' }

table(rule, [
  {
    title: '孤儿同时在低保',
    people: () => [person(child('孤儿', 150_000), minor)],
    expect: 'finding',
    severity: 'medium',
    amountFen: 50_000,
    says: '孤儿和农村低保名册。每月孤儿 1500 元＋农村低保 500 元＝2000 元。',
  },
  {
    title: '孤儿列在低保家庭但不保障',
    people: () => household('rural-allowance', [person(child('孤儿', 150_000, { insured: false }), minor)], 'D1'),
    expect: 'clear',
  },
  {
    title: '只在孤儿名册',
    people: () => [person({ 'protected-children': { childKind: '孤儿' } }, minor)],
    expect: 'clear',
  },
  {
    title: '事实无人抚养儿童全额领取又享低保',
    people: () => [person(child('事实无人抚养儿童', 150_000, { insuredSize: 2 }), minor)],
    expect: 'finding',
    says: '每月事实无人抚养儿童 1500 元＋农村低保 250 元（户月保障金 500 元÷2 人）＝1750 元，儿童保障标准 1500 元。',
    facts: { child: '事实无人抚养儿童', roster: '农村低保' },
  },
  {
    title: '合计恰为标准',
    people: () => [person(child('事实无人抚养儿童', 100_000), minor)],
    expect: 'excused',
    excusedBy: 'top-up',
  },
  {
    title: '合计超过标准 1 分',
    people: () => [person(child('事实无人抚养儿童', 100_001), minor)],
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '低保金拆不出本人份额，只作提示',
    people: () => [person(child('事实无人抚养儿童', 100_000, { amountFen: null }), minor)],
    expect: 'finding',
    severity: 'note',
    unchecked: 'top-up',
    says: '同时在事实无人抚养儿童和农村低保名册。',
  },
  {
    title: '本月刚认定孤儿',
    people: () => [
      person({ ...child('孤儿', 150_000), 'protected-children': { childKind: '孤儿', startMonth: '2026-11' } }, minor),
    ],
    expect: 'excused',
    excusedBy: 'conversion-month',
  },
  {
    title: '没有儿童保障标准',
    people: () => [person(child('孤儿', 150_000), minor)],
    changes: { standards: standards.filter(({ key }) => key !== 'orphan.scattered') },
    expect: 'not-judged',
    says: 'orphan.scattered',
  },
  {
    title: '号同人异',
    people: () => [person(child('孤儿', 150_000), { ...minor, grade: 'conflict' })],
    expect: 'not-judged',
  },
])
