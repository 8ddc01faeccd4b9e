import { describe, expect, it } from 'vitest'
import { compileOwnRule } from '../../../src/screen/own/compile.js'
import { ownRuleFaults } from '../../../src/screen/own/faults.js'
import { ownRuleSchema } from '../../../src/screen/own/own-rule.js'
import type { Rule } from '../../../src/screen/rule.js'
import { screen } from '../../../src/screen/screen.js'
import { household, month2026, person } from '../county.js'
import { table } from '../table.js'

/** A rule with what every file has to say; `given` is what the test is about. */
function own(given: Record<string, unknown>): Rule {
  const rule = ownRuleSchema.parse({
    id: 'X01',
    title: '测试',
    kind: '漏保',
    severity: 'medium',
    unit: 'person',
    basis: [{ document: '某文件' }],
    action: '核实。',
    message: '命中。',
    ...given,
  })
  expect(ownRuleFaults(rule)).toEqual([])
  return compileOwnRule(rule)
}

const allowance = (more = {}) => ({ 'rural-allowance-members': { insured: true, ...more } })

describe('a standard that is written by the year', () => {
  const below = own({
    needs: ['monitored'],
    condition: { field: 'poverty-income', 'at-most': { standard: 'monitor.line', times: 12 } },
  })
  const yearly = [{ key: 'monitor.line' as const, from: '2020-01', value: 10_000, unit: '元/年', document: '测试' }]
  const living = (fen: number) => () => [person({ 'monitored-households': { incomePerCapitaFen: fen } })]
  table(below, [
    { title: '正好 10000 元', people: living(1_000_000), changes: { standards: yearly }, expect: 'finding' },
    { title: '多一分', people: living(1_000_001), changes: { standards: yearly }, expect: 'clear' },
  ])
})

describe('months and money', () => {
  const since = own({
    needs: [['rural-allowance', 'urban-allowance']],
    message: '{allowance-start} 起享受，月 {allowance-amount} 元。',
    amount: 'allowance-amount',
    condition: {
      all: [
        { field: 'allowance-start', 'months-since': { 'at-least': 12 } },
        { field: 'allowance-amount', less: { standard: 'subsistence.rural', times: 0.5 } },
      ],
    },
  })
  table(since, [
    {
      title: '满 12 个月，350 元以下',
      people: () => [person(allowance({ startMonth: '2025-11', amountFen: 34_999 }))],
      expect: 'finding',
      says: '2025-11 起享受，月 349.99 元',
      amountFen: 34_999,
    },
    {
      title: '差一个月',
      people: () => [person(allowance({ startMonth: '2025-12', amountFen: 34_999 }))],
      expect: 'clear',
    },
    {
      title: '正好一半',
      people: () => [person(allowance({ startMonth: '2025-11', amountFen: 35_000 }))],
      expect: 'clear',
    },
    {
      title: '没有起始月份',
      people: () => [person(allowance({ amountFen: 34_999 }))],
      expect: 'not-judged',
      says: '没有“低保最初享受月份”',
    },
    {
      title: '没有起始月份，但金额已经不符',
      people: () => [person(allowance({ amountFen: 35_000 }))],
      expect: 'clear',
    },
    {
      title: '没有标准',
      people: () => [person(allowance({ startMonth: '2025-11', amountFen: 34_999 }))],
      changes: { standards: [] },
      expect: 'not-judged',
      says: 'standards.csv 没有',
    },
  ])
})

describe('absence', () => {
  const absent = own({
    needs: ['disability-certificate'],
    condition: {
      all: [
        { 'not-in-programme': ['care-subsidy'] },
        { field: 'certificate-level', 'at-most': 2 },
        { not: { field: 'certificate-state', in: ['注销', '过期'] } },
      ],
    },
  })
  const severe = (more = {}) => ({ 'disability-certificates': { level: '1' as const, ...more } })
  table(absent, [
    { title: '不在护理补贴名册', people: () => [person(severe())], expect: 'finding' },
    { title: '三级', people: () => [person(severe({ level: '3' }))], expect: 'clear' },
    { title: '已注销', people: () => [person(severe({ status: '注销' }))], expect: 'clear' },
    { title: '已领', people: () => [person({ ...severe(), 'care-subsidies': {} })], expect: 'clear' },
    {
      title: '护理补贴名册里有人可能就是他',
      people: () => {
        const hidden = person({ 'care-subsidies': {} }, { idNumber: null })
        return [person(severe(), { candidates: [hidden] }), hidden]
      },
      expect: 'withheld',
    },
    {
      title: '护理补贴名册没有报送',
      people: () => [person(severe())],
      changes: { missing: ['care-subsidy'] },
      expect: 'not-judged',
      says: '重度残疾人护理补贴',
    },
    { title: '没有残疾等级', people: () => [person(severe({ level: null }))], expect: 'not-judged', says: '残疾等级' },
  ])
})

describe('an accusation', () => {
  const accusing = own({
    kind: '错保',
    needs: [['rural-allowance', 'urban-allowance']],
    exceptions: ['conversion-month', 'deceased'],
    condition: {
      all: [{ 'in-programme': ['rural-allowance', 'urban-allowance'] }, { field: 'death-month', missing: true }],
    },
  })
  table(accusing, [
    {
      title: '没有死亡记录',
      people: () => [person(allowance({ startMonth: '2020-01' }))],
      expect: 'finding',
      severity: 'medium',
    },
    {
      title: '同名的死亡记录只是疑似',
      people: () => {
        const other = person({ deaths: { diedOn: '2026-08-01' } }, { idNumber: null })
        return [person(allowance({ startMonth: '2020-01' }), { candidates: [other] }), other]
      },
      expect: 'not-judged',
      says: '号码待核',
    },
    {
      title: '号同人异',
      people: () => [person(allowance(), { grade: 'conflict' })],
      expect: 'not-judged',
      says: '号同人异',
    },
    {
      title: '本月转入：豁免按本规则的名册检查',
      people: () => [person(allowance({ startMonth: '2026-11' }))],
      expect: 'excused',
      excusedBy: 'conversion-month',
    },
    {
      title: '只是疑似同一人的低保记录',
      people: () => [person(allowance(), { linked: 'probable' })],
      expect: 'clear',
    },
  ])

  it('consults what could excuse it', () => {
    expect(accusing.consults).toContain('death')
  })
})

describe('households', () => {
  const home = own({
    unit: 'household',
    systems: ['monitored'],
    message: '{monitored-kind}，名册所列 {listed-members} 人，其中未成年 {minor-members} 人。',
    condition: {
      all: [
        { field: 'risk-cleared', equals: '未消除' },
        { field: 'minor-members', 'at-least': 2 },
        { 'every-member': { 'not-in-programme': ['rural-allowance'] } },
        { 'any-member': { field: 'certificate-level', 'at-most': 2 } },
      ],
    },
  })
  const row = { riskCleared: '未消除', monitoredKind: '边缘易致贫户' } as const
  const family = (changes: { child?: string; parent?: object; more?: object } = {}) =>
    household(
      'monitored',
      [
        person({
          'monitored-households': { ...row, ...changes.more },
          'disability-certificates': { level: '2' },
          ...changes.parent,
        }),
        person({ 'monitored-households': row }, { birth: '2015-05-05' }),
        person({ 'monitored-households': row }, { birth: changes.child ?? '2008-12-01' }),
      ],
      'H1',
    )
  table(home, [
    {
      title: '两个未成年人，有人二级残疾，无人在保',
      people: () => family(),
      expect: 'finding',
      unit: 'household',
      members: 3,
      says: '边缘易致贫户，名册所列 3 人，其中未成年 2 人',
    },
    { title: '一个已满 18 周岁', people: () => family({ child: '2008-11-01' }), expect: 'clear' },
    { title: '有一人在保', people: () => family({ parent: { ...allowance() } }), expect: 'clear' },
    { title: '风险已消除', people: () => family({ more: { riskCleared: '已消除' } }), expect: 'clear' },
    {
      title: '残疾证没有等级',
      people: () => family({ parent: { 'disability-certificates': { level: null } } }),
      expect: 'not-judged',
      says: '残疾等级',
    },
    {
      title: '低保名册没有报送',
      people: () => family(),
      changes: { missing: ['rural-allowance'] },
      expect: 'not-judged',
    },
  ])

  it('takes nobody for uncovered who may hide in the roster', () => {
    const [head, ...rest] = family()
    const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
    ;(head as { candidates: unknown }).candidates = [{ person: hidden, grade: 'possible', score: 0.6, levels: [] }]
    const { findings, notJudged } = screen(month2026([head as never, ...rest, hidden]), [home])
    expect(findings).toEqual([])
    expect(notJudged[0]?.reason).toContain('号码待核')
  })
})

describe('what reopens a case', () => {
  it('is what the condition asks, but not what changes by itself', () => {
    const rule = own({
      needs: ['marginal'],
      message: '{age} 周岁。',
      condition: {
        all: [
          { field: 'age', 'at-least': 40 },
          { field: 'marginal-start', present: true },
        ],
      },
    })
    const { findings } = screen(month2026([person({ 'marginal-members': { startMonth: '2025-03' } })]), [rule])
    expect(findings[0]).toMatchObject({ explanation: '46 周岁。', facts: { 低保边缘认定月份: '2025-03' } })
    expect(findings[0]?.evidence[0]?.fact).toContain('低保边缘认定月份：2025-03')
  })
})
