import { describe, expect, it } from 'vitest'
import { planAnswers } from '../../src/cli/answer-plan.js'
import type { IdentityAnswer } from '../../src/cli/identity-answers.js'

const answer = (left: string, right: string, verdict: IdentityAnswer['verdict'], row = 4): IdentityAnswer => ({
  number: `H-${left}${right}`,
  subjects: [left, right],
  verdict,
  who: '张某',
  why: '走访',
  file: '回填.xlsx',
  sheet: '号码待核',
  row,
})
const judged = (left: string, right: string, verdict: IdentityAnswer['verdict']) => {
  return { left, right, verdict, who: '李某', when: '2026-10-01', why: '' }
}
const same = (key: string) => key
const plan = (answers: IdentityAnswer[], known: ReturnType<typeof judged>[] = [], keyNow = same) =>
  planAnswers(answers, known, keyNow, '2026-11-20')

describe('planAnswers', () => {
  it('adds what is new, with who, when and why', () => {
    expect(plan([answer('a', 'b', 'same')])).toEqual({
      added: [{ left: 'a', right: 'b', verdict: 'same', who: '张某', when: '2026-11-20', why: '走访' }],
      changed: 0,
      known: 0,
      conflicts: [],
    })
  })

  it('adds nothing that is in force, whichever way round', () => {
    expect(plan([answer('a', 'b', 'same')], [judged('b', 'a', 'same')])).toMatchObject({ added: [], known: 1 })
  })

  it('counts a verdict that takes the place of another one', () => {
    expect(plan([answer('a', 'b', 'different')], [judged('a', 'b', 'same')])).toMatchObject({ changed: 1, known: 0 })
  })

  it('takes one of two answers that agree and none of two that do not', () => {
    const agreed = plan([answer('a', 'b', 'same'), answer('b', 'a', 'same', 9)])
    expect([agreed.added.length, agreed.known]).toEqual([1, 1])
    const { added, conflicts } = plan([
      answer('a', 'b', 'same'),
      answer('a', 'b', 'unsure', 9),
      answer('c', 'd', 'same'),
    ])
    expect(added.map(({ left }) => left)).toEqual(['c'])
    expect(conflicts.map(({ code, origin }) => [code, origin.row])).toEqual([
      ['answer-conflict', 4],
      ['answer-conflict', 9],
    ])
  })

  it('speaks of a key by what it goes by today', () => {
    const keyNow = (key: string) => (key === 'old' ? 'new' : key)
    expect(plan([answer('old', 'b', 'same')], [judged('new', 'b', 'same')], keyNow)).toMatchObject({
      added: [],
      known: 1,
    })
  })
})
