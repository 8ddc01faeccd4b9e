import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/screen/context.js'
import type { Hit } from '../../src/screen/rule.js'
import { screen } from '../../src/screen/screen.js'
import {
  elderly,
  graver,
  largeAmount,
  minor,
  type SeverityFact,
  severeDisability,
  smallAmount,
  weigh,
} from '../../src/screen/severity.js'
import { anyRule } from './any-rule.js'
import { month2026, person } from './county.js'

const hit: Hit = { message: '', facts: {}, evidence: [] }
const certificate = (level: '1' | '2' | '3', category: '智力' | '肢体', more = {}) =>
  person({ 'disability-certificates': { level, category, ...more } })
const born = (birth: string) => person({}, { birth })

/** The severity and its reason for a hit of 中 on these people with this money, when the rule weighs the facts given. */
function weighed(
  facts: readonly SeverityFact[],
  people: readonly ReturnType<typeof person>[],
  yuan?: number,
  settings = {},
) {
  const input = month2026(people, { settings: { notHeld: [], rules: { on: [], off: [], settings } } })
  const money = yuan === undefined ? {} : { amountFen: Math.round(yuan * 100) }
  const after = weigh({ ...hit, ...money }, 'medium', facts, people, contextOf(input))
  return [after.severity ?? 'medium', after.weighed ?? '']
}

describe('a fact that raises', () => {
  it('重度残疾: 一二级，三级智力、精神；三级肢体、注销的不算', () => {
    expect(weighed([severeDisability], [certificate('2', '肢体')])).toEqual([
      'high',
      '重度残疾（肢体二级），程度由中调高为高。',
    ])
    expect(weighed([severeDisability], [certificate('3', '智力')])[0]).toBe('high')
    expect(weighed([severeDisability], [certificate('3', '肢体')])).toEqual(['medium', ''])
    expect(weighed([severeDisability], [certificate('1', '肢体', { status: '注销' })])).toEqual(['medium', ''])
    const doubtful = person({ 'disability-certificates': { level: '1' } }, { linked: 'probable' })
    expect(weighed([severeDisability], [doubtful])).toEqual(['medium', ''])
  })

  it('重度残疾: 户内任何一人', () => {
    expect(
      weighed([severeDisability], [born('1980-01-01'), certificate('3', '肢体'), certificate('1', '肢体')]),
    ).toEqual(['high', '户内有重度残疾（肢体一级），程度由中调高为高。'])
  })

  it('未成年: 月末未满 18 周岁', () => {
    expect(weighed([minor], [born('2008-12-01')])).toEqual(['high', '未成年（17 周岁），程度由中调高为高。'])
    expect(weighed([minor], [born('2008-11-30')])).toEqual(['medium', ''])
  })

  it('老年: 月末满 65 周岁', () => {
    expect(weighed([elderly], [born('1961-11-30')])).toEqual(['high', '老年（65 周岁），程度由中调高为高。'])
    expect(weighed([elderly], [born('1961-12-01')])).toEqual(['medium', ''])
    expect(weighed([elderly, minor], [person({}, { idNumber: null })])).toEqual(['medium', ''])
  })

  it('金额: 达到县里定的数', () => {
    expect(weighed([largeAmount], [], 2000)).toEqual(['high', '涉及金额 2000 元，达到 2000 元，程度由中调高为高。'])
    expect(weighed([largeAmount], [], 1999.99)).toEqual(['medium', ''])
    expect(weighed([largeAmount], [], 600, { 'severity.large-amount': 500 })[0]).toBe('high')
    expect(weighed([largeAmount], [], 9999, { 'severity.large-amount': 0 })).toEqual(['medium', ''])
    expect(weighed([largeAmount], [])).toEqual(['medium', ''])
  })
})

describe('a fact that lowers', () => {
  it('金额: 不到县里定的数', () => {
    expect(weighed([smallAmount], [], 9.99)).toEqual(['low', '涉及金额 9.99 元，不到 10 元，程度由中调低为低。'])
    expect(weighed([smallAmount], [], 10)).toEqual(['medium', ''])
    expect(weighed([smallAmount], [], 1, { 'severity.small-amount': 0 })).toEqual(['medium', ''])
  })
})

describe('several facts', () => {
  it('move one step, however many they are, and name all', () => {
    const people = [certificate('1', '肢体'), born('2010-01-01')]
    expect(weighed([severeDisability, minor], people)).toEqual([
      'high',
      '户内有重度残疾（肢体一级），户内有未成年（16 周岁），程度由中调高为高。',
    ])
  })

  it('that pull both ways move nothing', () => {
    expect(weighed([minor, smallAmount], [born('2010-01-01')], 5)).toEqual(['medium', ''])
  })

  it('start from the severity that the hit states', () => {
    const context = contextOf(month2026([]))
    const from = (severity: Hit['severity'] & string, fact: SeverityFact, fen = 500) =>
      weigh({ ...hit, severity, amountFen: fen }, 'medium', [fact], [born('2010-01-01')], context).severity
    expect(from('note', minor)).toBe('low')
    expect(from('low', minor)).toBe('medium')
    expect(from('high', smallAmount)).toBe('medium')
    expect(from('note', smallAmount)).toBe('note')
  })

  it('do not raise what is highest', () => {
    const context = contextOf(month2026([]))
    expect(weigh(hit, 'high', [minor], [born('2010-01-01')], context)).toBe(hit)
  })
})

describe('a finding', () => {
  it('says why its severity was moved, where its rule opts in', () => {
    const people = [born('2010-01-01')]
    expect(screen(month2026(people), [anyRule({ weighs: [minor] })]).findings[0]).toMatchObject({
      severity: 'high',
      explanation: '命中。未成年（16 周岁），程度由中调高为高。',
    })
    expect(screen(month2026(people), [anyRule({})]).findings[0]).toMatchObject({
      severity: 'medium',
      explanation: '命中。',
    })
  })

  it('says that it was lowered because an exception could not be checked', () => {
    const open = {
      id: 'x',
      title: '某情形',
      consults: [],
      test: () => ({ state: 'unchecked' as const, reason: '空白' }),
    }
    expect(screen(month2026([born('1980-01-01')]), [anyRule({ exceptions: [open] })]).findings[0]).toMatchObject({
      severity: 'low',
      explanation: '命中。有豁免情形未能检查，程度由中调低为低。',
    })
  })
})

describe('graver', () => {
  it('is the higher of the two', () => {
    expect(graver('low', 'high')).toBe('high')
    expect(graver('high', 'low')).toBe('high')
    expect(graver('note', 'low')).toBe('low')
    expect(graver('medium', 'medium')).toBe('medium')
  })
})
