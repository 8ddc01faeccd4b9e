import { describe, expect, it } from 'vitest'
import { outcomeIn, outcomeLabel, outcomes } from '../../src/domain/outcome.js'

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

  it.each(['', '属实', 'A9', 'F1', 'A12', '已核', 'ABC'])('takes %j for none', (text) => {
    expect(outcomeIn(text)).toBeNull()
  })
})
