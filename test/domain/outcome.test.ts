import { describe, expect, it } from 'vitest'
import { findingKinds } from '../../src/domain/finding.js'
import { answersKind, outcomeIn, outcomeLabel, outcomes, outcomesFor } from '../../src/domain/outcome.js'

describe('outcomeIn', () => {
  it('reads every label of the drop-down, and its code and blanks in any writing', () => {
    for (const outcome of outcomes) {
      expect(outcomeIn(outcomeLabel(outcome))).toBe(outcome)
      expect(outcomeIn(` ${outcome.code.toLowerCase()} `)).toBe(outcome)
    }
    expect(outcomeIn('Ａ７')?.code).toBe('A7')
  })

  it.each([
    ['已停发', 'A7'],
    ['属实·已处理：已停发', 'A7'],
    ['收入超标', 'C1'],
    ['其他', 'E'],
  ])('reads %s by its meaning', (text, code) => expect(outcomeIn(text)?.code).toBe(code))

  it.each([
    '',
    '属实',
    'B9',
    'F1',
    'A12',
    '已核',
    'ABC',
    'A1或C1',
    'C1、C2 收入、车辆',
  ])('takes %j for none', (text) => {
    expect(outcomeIn(text)).toBeNull()
  })
})

describe('outcomesFor', () => {
  const codes = (kind: (typeof findingKinds)[number]) => outcomesFor(kind).map(({ code }) => code)

  it('gives every kind a way to bear it out, to deny it, to report on it and to say that it cannot be checked', () => {
    for (const kind of findingKinds)
      for (const group of ['A', 'B', 'C', 'D', 'E'])
        expect(
          codes(kind).filter((code) => code.startsWith(group)),
          `${kind} ${group}`,
        ).not.toEqual([])
  })

  it('keeps why somebody is not covered from denying that somebody is covered wrongly', () => {
    expect(codes('错保').join()).toBe('A7,A8,A9,B1,B2,B3,C0,C7,C8,C9,D1,D2,D3,D4,E')
    expect(codes('补贴').filter((code) => /^C[1-4]$/.test(code))).toEqual([])
    expect(codes('漏保')).not.toContain('A7')
    expect(codes('漏保')).not.toContain('C0')
  })

  it('lets what no township is asked take any', () => {
    expect(outcomes.every((outcome) => answersKind(outcome, '数据'))).toBe(true)
  })
})
