import { describe, expect, it } from 'vitest'
import type { IdentityQuestion } from '../../src/match/person.js'
import { parseQuestionKey, questionKey, questionNumber, questionReason, sidesOf } from '../../src/write/question.js'
import { sampleReport } from './sample-report.js'

const { questions, persons } = sampleReport()
const [pair] = questions as [IdentityQuestion]
const person = persons[0] as IdentityQuestion['left']
const row = { ...(pair.record as NonNullable<IdentityQuestion['record']>), name: '赵错字' }
const aboutRow: IdentityQuestion = { ...pair, left: person, right: null, record: row, subjects: ['r1abc', person.key] }

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

describe('sidesOf', () => {
  it('sets the row in question against the person that it was counted to', () => {
    const [left, right] = sidesOf(aboutRow)
    expect(left).toMatchObject({ name: '赵错字', id: row.idNumber?.pattern })
    expect(right).toMatchObject({ name: person.name, id: person.idNumber })
    expect(questionReason(aboutRow)).toContain('已按其他信息归到乙')
  })

  it('sets people against each other, and nobody against nobody', () => {
    expect(sidesOf(pair)[1]?.person).toBe(pair.right)
    expect(sidesOf({ ...pair, right: null, subjects: [pair.left.key, null] })[1]).toBeNull()
  })
})
