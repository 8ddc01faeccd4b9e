import rule from '../../../../src/screen/rules/subsidy/living-subsidy-missing.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const entitled = (level: '2' | '3' | '未定级' | null, more = {}) => ({
  'rural-allowance-members': { startMonth: '2024-01' },
  'disability-certificates': { level, category: '肢体' as const, issuedOn: '2020-05-01', ...more },
})

table(rule, [
  {
    title: '低保对象持三级残疾证，不在生活补贴名册',
    people: () => [person(entitled('3'))],
    expect: 'finding',
    severity: 'medium',
    says: '肢体三级',
  },
  { title: '二级重残，升为高', people: () => [person(entitled('2'))], expect: 'finding', severity: 'high' },
  {
    title: '名单没有等级，不知是否应补',
    people: () => [person(entitled(null))],
    expect: 'not-judged',
    says: '没有残疾等级',
  },
  { title: '未定级', people: () => [person(entitled('未定级'))], expect: 'clear' },
  { title: '已领生活补贴', people: () => [person({ ...entitled('3'), 'living-subsidies': {} })], expect: 'clear' },
  {
    title: '在两项补贴合表中领生活补贴',
    people: () => [person({ ...entitled('3'), 'both-subsidies': { subsidyKind: '生活补贴' } })],
    expect: 'clear',
  },
  {
    title: '合表中只领护理补贴',
    people: () => [person({ ...entitled('3'), 'both-subsidies': { subsidyKind: '护理补贴' } })],
    expect: 'finding',
  },
  { title: '残疾证冻结', people: () => [person(entitled('3', { status: '冻结' }))], expect: 'clear' },
  { title: '不在低保', people: () => [person({ 'disability-certificates': { level: '3' } })], expect: 'clear' },
  {
    title: '列在低保户内但不是被保障人员',
    people: () => [person({ ...entitled('3'), 'rural-allowance-members': { insured: false } })],
    expect: 'clear',
  },
  {
    title: '生活补贴名册没有报送',
    people: () => [person(entitled('3'))],
    changes: { missing: ['living-subsidy'] },
    expect: 'not-judged',
    says: '困难残疾人生活补贴',
  },
  {
    title: '生活补贴名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'living-subsidies': {} }, { idNumber: null })
      return [person(entitled('3'), { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '号同人异',
    people: () => [person(entitled('3'), { grade: 'conflict' })],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '特困人员不享受',
    people: () => [person({ ...entitled('3'), 'destitute-persons': {} })],
    expect: 'excused',
    excusedBy: 'destitute-person',
  },
  {
    title: '孤儿可领护理补贴、不领生活补贴',
    people: () => [person({ ...entitled('3'), 'protected-children': { childKind: '孤儿' } })],
    expect: 'excused',
    excusedBy: 'orphan',
  },
  {
    title: '事实无人抚养儿童不在此例外',
    people: () => [person({ ...entitled('3'), 'protected-children': { childKind: '事实无人抚养儿童' } })],
    expect: 'finding',
  },
  {
    title: '本人已死亡',
    people: () => [person({ ...entitled('3'), deaths: {} })],
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '本月新发证，次月起补',
    people: () => [person(entitled('3', { issuedOn: '2026-11-03' }))],
    expect: 'excused',
    excusedBy: 'late-certificate',
  },
  {
    title: '上月末发证，本月应补',
    people: () => [person(entitled('3', { issuedOn: '2026-10-31' }))],
    expect: 'finding',
  },
  {
    title: '发证日期录成十年以后，降一级',
    people: () => [person(entitled('3', { issuedOn: '2036-11-03' }))],
    expect: 'finding',
    severity: 'low',
    unchecked: 'late-certificate',
  },
  {
    title: '下月初才导出的名单，发证日期在下月',
    people: () => [person(entitled('3', { issuedOn: '2026-12-02' }))],
    expect: 'excused',
    excusedBy: 'late-certificate',
  },
  {
    title: '没有发证日期，降一级',
    people: () => [person(entitled('3', { issuedOn: null }))],
    expect: 'finding',
    severity: 'low',
    unchecked: 'late-certificate',
  },
])
