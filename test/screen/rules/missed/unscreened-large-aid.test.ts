import { describe, expect, it } from 'vitest'
import household12 from '../../../../src/screen/rules/missed/unscreened-household.js'
import rule from '../../../../src/screen/rules/missed/unscreened-large-aid.js'
import { screen } from '../../../../src/screen/screen.js'
import { household, month2026, type Particulars, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const aid = (approvedOn: string | null, aidFen: number | null) => ({ approvedOn, aidFen })
const aided = (
  approvedOn: string | null = '2026-11-10',
  aidFen: number | null = 200_000,
  rosters: Rosters = {},
  about: Particulars = {},
) => person({ 'temporary-aid': aid(approvedOn, aidFen), ...rosters }, about)
const one = (...given: Parameters<typeof aided>) => [aided(...given)]
const couple = (first: string, second: string) =>
  household(
    'marginal',
    [
      aided(first, 250_000, { 'marginal-members': {} }, { key: 'P900001', name: '丈夫' }),
      aided(second, 250_000, { 'marginal-members': {} }, { key: 'P900002', name: '妻子' }),
    ],
    'B1',
  )

table(rule, [
  { title: '本月获大额临时救助', people: () => one(), expect: 'finding', severity: 'low', says: '临时救助 2000 元' },
  { title: '差一分不算大额', people: () => one('2026-11-10', 199_999), expect: 'clear' },
  { title: '没有写金额', people: () => one('2026-11-10', null), expect: 'clear' },
  { title: '没有写审批日期', people: () => one(null), expect: 'clear' },
  {
    title: '县里把大额定为 3000 元',
    people: () => one(),
    changes: { settings: { rules: { on: [], off: [], settings: { 'aid.large-amount': 3000 } } } },
    expect: 'clear',
  },
  { title: '在六个月内的头一个月', people: () => one('2026-06-01'), expect: 'finding' },
  { title: '已过六个月', people: () => one('2026-05-31'), expect: 'clear' },
  {
    title: '县里只看三个月，八月的已过',
    people: () => one('2026-08-31'),
    changes: { settings: { rules: { on: [], off: [], settings: { 'aid.large-months': 3 } } } },
    expect: 'clear',
  },
  { title: '写在所属期之后', people: () => one('2026-12-01'), expect: 'clear' },
  { title: '在脱贫户名册', people: () => one('2026-11-10', 200_000, { 'registered-poor': {} }), expect: 'clear' },
  {
    title: '在监测名册',
    people: () => one('2026-11-10', 200_000, { 'monitored-households': {} }),
    expect: 'clear',
  },
  {
    title: '有二级残疾，优先',
    people: () => one('2026-11-10', 200_000, { 'disability-certificates': { level: '2', category: '肢体' } }),
    expect: 'finding',
    severity: 'low',
    says: '有一、二级残疾人',
  },
  {
    title: '三级残疾不在优先之列',
    people: () => one('2026-11-10', 200_000, { 'disability-certificates': { level: '3', category: '肢体' } }),
    expect: 'finding',
    severity: 'low',
  },
  {
    title: '家人有重病，优先',
    people: () =>
      household(
        'marginal',
        [aided('2026-11-10', 200_000, { 'marginal-members': {} }), person({ 'marginal-members': { health: '重病' } })],
        'B1',
      ),
    expect: 'finding',
    severity: 'low',
    says: '有重病、大病人员',
  },
  {
    title: '一人两次大额，只问一次，写最近的一次',
    people: () => [person({ 'temporary-aid': [aid('2026-09-01', 300_000), aid('2026-10-09', 250_000)] })],
    expect: 'finding',
    findings: 1,
    says: '2026-10-09 获临时救助 2500 元，本人',
  },
  {
    title: '同户两人各获大额，只问一次',
    people: () => couple('2026-09-01', '2026-09-01'),
    expect: 'finding',
    findings: 1,
    says: '2026-09-01 获临时救助 2500 元，本人',
  },
  {
    title: '同户另一人的更近，仍问同一个人',
    people: () => couple('2026-09-01', '2026-10-01'),
    expect: 'finding',
    findings: 1,
    says: '同户人员 2026-10-01',
  },
  {
    title: '家人在监测名册',
    people: () =>
      household(
        'marginal',
        [
          aided('2026-09-01', 250_000, { 'marginal-members': {} }),
          person({ 'marginal-members': {}, 'monitored-households': {} }),
        ],
        'B1',
      ),
    expect: 'clear',
  },
  {
    title: '脱贫户名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'registered-poor': {} }, { idNumber: null })
      return [aided('2026-11-10', 200_000, {}, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '脱贫户名册里有可能是家人的人',
    people: () => {
      const hidden = person({ 'registered-poor': {} }, { idNumber: null })
      const wife = person({ 'marginal-members': {} }, { candidates: [hidden] })
      return [...household('marginal', [aided('2026-11-10', 200_000, { 'marginal-members': {} }), wife], 'B1'), hidden]
    },
    expect: 'withheld',
  },
  { title: '监测名册没有报送', people: () => one(), changes: { missing: ['monitored'] }, expect: 'not-judged' },
  {
    title: '本人已死亡',
    people: () => one('2026-11-10', 200_000, { deaths: { diedOn: '2026-11-20' } }),
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '户籍已迁出',
    people: () => one('2026-08-10', 200_000, { departures: { reason: '户籍迁移', stopMonth: '2026-09' } }),
    expect: 'excused',
    excusedBy: 'moved-away',
  },
  {
    title: '在城市低保名册',
    people: () => one('2026-11-10', 200_000, { 'urban-allowance-members': { insured: true } }),
    expect: 'excused',
    excusedBy: 'on-urban-allowance',
  },
  {
    title: '城市低保名册没有报送，降一级',
    people: () => one(),
    changes: { missing: ['urban-allowance'] },
    expect: 'finding',
    severity: 'note',
    unchecked: 'on-urban-allowance',
  },
  {
    title: '农村低保户，县里没有启用 L12',
    people: () => household('rural-allowance', one('2026-11-10', 200_000, { 'rural-allowance-members': {} }), 'D1'),
    expect: 'finding',
  },
])

it('农村低保户由 L12 按户问，不再按人问', () => {
  const members = () =>
    household('rural-allowance', one('2026-11-10', 200_000, { 'rural-allowance-members': { insured: true } }), 'D1')
  const { findings } = screen(month2026(members()), [
    { ...household12, on: true },
    { ...rule, on: true },
  ])
  expect(findings.map((finding) => finding.rule)).toEqual(['L12'])
})

describe('L16 问同户的哪一个人', () => {
  const subjects = (...people: Parameters<typeof couple>) =>
    screen(month2026(couple(...people)), [{ ...rule, on: true }]).findings.map(({ personKey }) => personKey)

  it.each([
    ['丈夫先得，妻子后得', '2026-08-01', '2026-09-01', 'P900001'],
    ['丈夫先得的已过六个月，妻子的还算', '2026-03-01', '2026-09-01', 'P900001'],
    ['妻子先得，丈夫后得', '2026-09-01', '2026-08-01', 'P900002'],
    ['妻子先得的已过六个月，丈夫的还算', '2026-09-01', '2026-03-01', 'P900002'],
  ])('总是先得的人：%s', (_, husbands, wifes, key) => {
    expect(subjects(husbands, wifes)).toEqual([key])
  })

  it('两人的都已过六个月，不再问', () => {
    expect(subjects('2026-03-01', '2026-04-01')).toEqual([])
  })

  it('先得的人已死亡，问另一人', () => {
    const [husband, wife] = [
      aided('2026-03-01', 250_000, { 'marginal-members': {}, deaths: { diedOn: '2026-05-01' } }, { key: 'P900001' }),
      aided('2026-09-01', 250_000, { 'marginal-members': {} }, { key: 'P900002' }),
    ]
    const { findings, suppressed } = screen(month2026(household('marginal', [husband, wife], 'B1')), [
      { ...rule, on: true },
    ])
    expect(findings.map(({ personKey }) => personKey)).toEqual(['P900002'])
    expect(suppressed).toEqual([])
  })
})
