import { describe, expect, it } from 'vitest'
import { parseQuestionKey, questionKey, questionNumber } from '../../src/match/question-key.js'

describe('questionKey', () => {
  it('gives number and subjects back, whichever side is missing', () => {
    for (const subjects of [
      ['p1', 'p2'],
      ['r1', 'p1-2'],
      ['p1', null],
    ] as const) {
      const key = questionKey({ subjects })
      expect(parseQuestionKey(key)).toEqual({ number: questionNumber({ subjects }), subjects })
    }
  })

  it('is one number for a pair, whichever way round', () => {
    expect(questionNumber({ subjects: ['p1', 'p2'] })).toBe(questionNumber({ subjects: ['p2', 'p1'] }))
    expect(questionNumber({ subjects: ['r1', 'p2'] })).not.toBe(questionNumber({ subjects: ['r2', 'p2'] }))
  })

  it.each([
    '',
    'H-00000000',
    'H-00000000~p1~p2',
    'p1~p2',
    `${questionKey({ subjects: ['p1', 'p2'] })}~p3`,
  ])('takes %j for no key', (text) => expect(parseQuestionKey(text)).toBeNull())
})
