import { describe, expect, it } from 'vitest'
import type { IdentityAnswer } from '../../../src/track/answers/identity-row.js'
import { type IdentityGround, planIdentity } from '../../../src/track/answers/plan-identity.js'

const place = { file: '回填.xlsx', sheet: '号码待核', unit: '青禾镇', month: '2026-10' }
const answer = (left: string, right: string, verdict: IdentityAnswer['verdict'], row = 4): IdentityAnswer => ({
  number: `H-${left}${right}`,
  subjects: [left, right],
  verdict,
  correctId: null,
  who: '张某',
  why: '走访',
  place: { ...place, row },
})
const judged = (left: string, right: string, verdict: 'same' | 'different' | 'unsure') => {
  return { left, right, verdict, who: '李某', when: '2026-10-01', why: '' }
}
const plan = (answers: IdentityAnswer[], more: Partial<IdentityGround> = {}) =>
  planIdentity(answers, {
    ...{
      judgements: [],
      readBefore: new Set<string>(),
      proposals: [],
      keyNow: (key: string) => key,
      month: '2026-10',
      today: '2026-11-20',
    },
    ...more,
  })

describe('planIdentity', () => {
  it('adds what is new, with who, when and why', () => {
    expect(plan([answer('a', 'b', 'same')])).toEqual({
      added: [{ left: 'a', right: 'b', verdict: 'same', who: '张某', when: '2026-11-20', why: '走访' }],
      changes: [],
      known: 0,
      conflicts: [],
      proposed: [],
    })
  })

  it('adds nothing that is in force, whichever way round', () => {
    const judgements = [judged('b', 'a', 'same')]
    expect(plan([answer('a', 'b', 'same')], { judgements })).toMatchObject({ added: [], known: 1 })
  })

  it('counts a verdict that takes the place of another one', () => {
    const judgements = [judged('a', 'b', 'same')]
    expect(plan([answer('a', 'b', 'different')], { judgements })).toMatchObject({
      changes: [{ code: 'answer-changed', facts: { before: '同一人', after: '非同一人', when: '2026-10-01' } }],
      known: 0,
    })
  })

  it('does not take again what a file said that was read before, be it alone or beside the change', () => {
    const judgements = [judged('a', 'b', 'same'), judged('b', 'a', 'different')]
    const old = answer('a', 'b', 'same')
    const readBefore = new Set([old.place.file])
    expect(plan([old], { judgements, readBefore })).toMatchObject({ added: [], changes: [], known: 1 })
    const change = { ...answer('a', 'b', 'unsure'), who: '李某', place: { ...old.place, file: '改口.xlsx' } }
    expect(plan([old, change], { judgements, readBefore })).toMatchObject({
      added: [{ verdict: 'unsure' }],
      known: 1,
      conflicts: [],
    })
    // Read before, but never taken: it contradicted another answer then.
    expect(plan([answer('c', 'd', 'same')], { judgements, readBefore }).added).toHaveLength(1)
  })

  it('lets nobody who is unsure undo what another decided, and lets a decision end being unsure', () => {
    const judgements = [judged('a', 'b', 'same'), judged('c', 'd', 'unsure')]
    expect(plan([answer('b', 'a', 'unsure'), answer('c', 'd', 'different')], { judgements })).toMatchObject({
      added: [{ left: 'c', verdict: 'different' }],
      changes: [{ code: 'answer-changed' }],
      conflicts: [{ code: 'answer-undecided', facts: { before: '同一人', who: '李某', when: '2026-10-01' } }],
    })
    const own = { ...answer('a', 'b', 'unsure'), who: '李某' }
    expect(plan([own], { judgements })).toMatchObject({ added: [{ verdict: 'unsure' }], conflicts: [] })
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

  it('takes no answer by which two that are not one person would become one over a third', () => {
    const judgements = [judged('a', 'b', 'different'), judged('b', 'c', 'same')]
    expect(plan([answer('a', 'c', 'same'), answer('d', 'e', 'same')], { judgements })).toMatchObject({
      added: [{ left: 'd', right: 'e' }],
      conflicts: [{ code: 'answer-inconsistent', facts: { number: 'H-ac', answer: '同一人' } }],
    })
    expect(plan([answer('a', 'c', 'same'), answer('b', 'a', 'same')], { judgements })).toMatchObject({
      added: [{ left: 'a', right: 'c' }, { verdict: 'same' }],
      changes: [{ code: 'answer-changed' }],
      conflicts: [],
    })
    expect(plan([answer('a', 'c', 'different')], { judgements }).conflicts).toEqual([])
    expect(plan([answer('a', 'c', 'unsure')], { judgements }).conflicts).toEqual([])
  })

  it('speaks of a key by what it goes by today', () => {
    const keyNow = (key: string) => (key === 'old' ? 'new' : key)
    const judgements = [judged('new', 'b', 'same')]
    expect(plan([answer('old', 'b', 'same')], { judgements, keyNow })).toMatchObject({ added: [], known: 1 })
  })

  it('takes a verdict on two that have become one as one on the two', () => {
    const keyNow = (key: string) => (key === 'old' ? 'b' : key)
    const judgements = [judged('old', 'b', 'same')]
    expect(plan([answer('old', 'b', 'same')], { judgements, keyNow })).toMatchObject({ added: [], known: 1 })
    expect(plan([answer('old', 'b', 'different')], { judgements, keyNow })).toMatchObject({
      added: [{ left: 'old', right: 'b', verdict: 'different' }],
      changes: [{ facts: { before: '同一人', after: '非同一人' } }],
    })
  })

  it('keeps a correct number once, for the left subject', () => {
    const given = { ...answer('a', 'b', null), correctId: '340199197001147468' }
    const { proposed, added } = plan([given, { ...given, who: '李某' }])
    expect(added).toEqual([])
    expect(proposed).toEqual([
      { subject: 'a', idNumber: '340199197001147468', who: '张某', when: '2026-11-20', month: '2026-10', why: '走访' },
    ])
    expect(plan([given], { proposals: proposed }).proposed).toEqual([])
  })
})
