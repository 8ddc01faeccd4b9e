import { describe, expect, it } from 'vitest'
import singleEnrolment from '../../../../src/screen/rules/missed/single-person-enrolment.js'
import rule from '../../../../src/screen/rules/missed/unemployed-severely-disabled.js'
import { screen } from '../../../../src/screen/screen.js'
import { type Changes, month2026, person, type Rosters, standards } from '../../county.js'
import { table } from '../../table.js'

const disabled = (birth: string, more: Rosters = {}, certificate = {}) => [
  person({ 'disability-certificates': { level: '1', category: '肢体', ...certificate }, ...more }, { birth }),
]

table(rule, [
  {
    title: '18 岁一级',
    people: () => disabled('2008-11-30'),
    expect: 'finding',
    severity: 'note',
    says: '18 岁，肢体一级',
  },
  { title: '17 岁', people: () => disabled('2008-12-01'), expect: 'clear' },
  { title: '59 岁', people: () => disabled('1966-12-01'), expect: 'finding' },
  { title: '60 岁', people: () => disabled('1966-11-30'), expect: 'clear' },
  { title: '肢体三级', people: () => disabled('1990-01-01', {}, { level: '3' }), expect: 'clear' },
  {
    title: '名单没有等级，不知是否重残',
    people: () => disabled('1990-01-01', {}, { level: null }),
    expect: 'not-judged',
    says: '没有残疾等级',
  },
  { title: '未定级', people: () => disabled('1990-01-01', {}, { level: '未定级' }), expect: 'clear' },
  { title: '精神三级', people: () => disabled('1990-01-01', {}, { level: '3', category: '精神' }), expect: 'finding' },
  { title: '证已注销', people: () => disabled('1990-01-01', {}, { status: '注销' }), expect: 'clear' },
  { title: '在低保', people: () => disabled('1990-01-01', { 'rural-allowance-members': {} }), expect: 'clear' },
  { title: '在低保边缘', people: () => disabled('1990-01-01', { 'marginal-members': {} }), expect: 'clear' },
  {
    title: '登记在外务工',
    people: () => disabled('1990-01-01', { 'registered-poor': { workplace: '合肥市' } }),
    expect: 'clear',
  },
  {
    title: '登记未就业',
    people: () => disabled('1990-01-01', { 'registered-poor': { workplace: '未就业' } }),
    expect: 'finding',
  },
  {
    title: '登记丧失劳动能力，不是务工',
    people: () => disabled('1990-01-01', { 'registered-poor': { workplace: '丧失劳动能力' } }),
    expect: 'finding',
  },
  {
    title: '脱贫户名册里有可能是本人的人，务工情况不明',
    people: () => {
      const hidden = person({ 'registered-poor': { workplace: '合肥市' } }, { idNumber: null })
      const certificate = { 'disability-certificates': { level: '1' as const, category: '肢体' as const } }
      return [person(certificate, { birth: '1990-01-01', candidates: [hidden] }), hidden]
    },
    expect: 'not-judged',
    says: '务工情况要等号码核实',
  },
  {
    title: '低保边缘名册没有报送',
    people: () => disabled('1990-01-01'),
    changes: { missing: ['marginal'] },
    expect: 'not-judged',
  },
  { title: '已死亡', people: () => disabled('1990-01-01', { deaths: {} }), expect: 'excused', excusedBy: 'deceased' },
  {
    title: '已迁出',
    people: () => disabled('1990-01-01', { departures: { reason: '户籍迁移' } }),
    expect: 'excused',
    excusedBy: 'moved-away',
  },
  {
    title: '有单位社保缴费',
    people: () => disabled('1990-01-01', { 'social-insurance': {} }),
    changes: { lists: ['social-insurance'] },
    expect: 'excused',
    excusedBy: 'insured-worker',
  },
  {
    title: 'L06 没有启用，脱贫户收入再低也由本规则问',
    people: () => disabled('1990-01-01', { 'registered-poor': { incomePerCapitaFen: 500_000 } }),
    expect: 'finding',
  },
  {
    title: '登记在家',
    people: () => disabled('1990-01-01', { 'registered-poor': { workplace: '在家' } }),
    expect: 'finding',
  },
])

describe('L07 beside L06', () => {
  const poor = (incomePerCapitaFen: number | null) => ({ 'registered-poor': { incomePerCapitaFen } })
  const monitored = (riskCleared: '未消除' | '已消除') => ({
    'monitored-households': { riskCleared, incomePerCapitaFen: 500_000 },
  })
  const noLine = { standards: standards.filter(({ key }) => key !== 'marginal.multiplier') }
  const cases: readonly (readonly [string, Rosters, Changes, readonly string[]])[] = [
    ['脱贫户收入高于低保标准 1.5 倍一分，L06 不问，由 L07 问', poor(1_260_001), {}, ['L07']],
    ['脱贫户收入恰为 1.5 倍，由 L06 问', poor(1_260_000), {}, ['L06']],
    ['脱贫户没有收入，L06 写明未判定', poor(null), {}, ['L06 未判定']],
    ['没有倍数这一行，L06 未判定，由 L07 问', poor(500_000), noLine, ['L06 未判定', 'L07']],
    ['监测风险未消除而收入低，由 L06 问', monitored('未消除'), {}, ['L06']],
    ['监测风险已消除，L06 不问，由 L07 问', monitored('已消除'), {}, ['L07']],
  ]

  it.each(cases)('%s', (_, rosters, changes, rules) => {
    const both = [singleEnrolment, rule].map((each) => ({ ...each, on: true }))
    const { findings, notJudged } = screen(month2026(disabled('1990-01-01', rosters), changes), both)
    expect([...notJudged.map((each) => `${each.rule} 未判定`), ...findings.map((each) => each.rule)]).toEqual(rules)
  })
})
