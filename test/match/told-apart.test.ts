import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../src/match/judgements.js'
import { type Matched, matchPersons } from '../../src/match/match-persons.js'
import { id, past, type Row, record } from './people.js'

const one = id('19520317', '237')
const village = { township: '青禾镇', village: '枣畈村' }
const allowance: Row = { ...village, id: one, name: '汪守田', number: 'NC1001' }
const monitored: Row = {
  ...village,
  id: one,
  name: '汪守仁',
  number: 'MH1002',
  source: 'monitored-households',
  system: 'monitored',
}

function run(judgements: readonly Judgement[], earlier: Matched | null = null, now = [allowance, monitored]): Matched {
  const keyIn = ({ persons }: Matched, name: string) =>
    persons.find(({ links }) => links.some((link) => link.record.name === name))?.key as string
  const rows = [allowance, monitored]
  const kept = earlier === null ? [] : rows.map((row) => past(row, keyIn(earlier, row.name as string)))
  return matchPersons({ records: now.map(record), duplicates: [], past: kept, judgements, month: '2026-11' })
}

const keyOf = ({ persons }: Matched, name: string) =>
  persons.find(({ links }) => links.some((link) => link.record.name === name))?.key

function answer({ questions }: Matched, verdict: Judgement['verdict']): Judgement {
  const [left, right] = questions[0]?.subjects as [string, string]
  return { left, right, verdict, who: '张三', when: '2026-11-03', why: '入户核实' }
}

describe('two rosters with one number and names that a slip may part', () => {
  const asked = run([])

  it('are one person, and the question is asked', () => {
    expect(asked.persons.length).toBe(1)
    expect(asked.questions.map(({ reason }) => reason)).toEqual(['same-id-different-name'])
  })

  it('are two once somebody judged them two, in the same month and after it, and nobody is asked again', () => {
    const judged = [answer(asked, 'different')]
    const again = run(judged)
    const next = run(judged, asked)
    const third = run(judged, next)
    for (const month of [again, next, third]) {
      expect(month.persons.length).toBe(2)
      expect(month.questions).toEqual([])
      expect(keyOf(month, '汪守田')).not.toBe(keyOf(month, '汪守仁'))
    }
    expect(keyOf(third, '汪守田')).toBe(keyOf(next, '汪守田'))
    expect(keyOf(third, '汪守仁')).toBe(keyOf(next, '汪守仁'))
  })

  it('have the keys that they had, whichever of them was off the rosters for a month', () => {
    const judged = [answer(asked, 'different')]
    const next = run(judged, asked)
    for (const stayed of [allowance, monitored]) {
      const kept = [past(stayed, keyOf(next, stayed.name as string) as string)]
      const records = [allowance, monitored].map(record)
      const back = matchPersons({ records, duplicates: [], past: kept, judgements: judged, month: '2026-11' })
      for (const name of ['汪守田', '汪守仁']) expect(keyOf(back, name)).toBe(keyOf(next, name))
      expect(back.questions).toEqual([])
    }
  })

  it('leave the key to the one who was not judged to be somebody else, and say that it was split', () => {
    const judged = answer(asked, 'different')
    const next = run([judged], asked)
    const apart = asked.questions[0]?.record?.name as string
    const other = apart === '汪守田' ? '汪守仁' : '汪守田'
    expect(keyOf(next, other)).toBe(asked.persons[0]?.key)
    expect(next.keyChanges).toEqual([{ kind: 'split', from: asked.persons[0]?.key, to: keyOf(next, apart) }])
  })

  it('stay one where somebody judged them one, or changed the mind', () => {
    const later = { ...answer(asked, 'same'), when: '2026-11-09' }
    for (const judged of [[later], [answer(asked, 'different'), later]]) {
      const next = run(judged, asked)
      expect(next.persons.map(({ key }) => key)).toEqual([asked.persons[0]?.key])
      expect(next.questions).toEqual([])
    }
  })

  it('leave the number to the one who is left, once the other is gone or corrected, and not where the verdict is still out', () => {
    const judged = answer(asked, 'different')
    for (const left of [allowance, monitored]) {
      const corrected = { ...(left === allowance ? monitored : allowance), id: id('19560102', '319') }
      for (const now of [[left], [left, corrected]]) {
        const grades = run([judged], asked, now).persons.filter(({ links }) => links.length > 0)
        expect(grades.map(({ grade }) => grade)).toEqual(now.map(() => 'exact'))
      }
    }
    expect(run([judged], asked).persons.map(({ grade }) => grade)).toEqual(['conflict', 'conflict'])
    const renamed = { ...monitored, name: '钱有根' }
    const taken = run([], run([], null, [allowance, monitored]), [renamed]).persons.find(
      ({ links }) => links.length > 0,
    )
    expect(taken?.grade).toBe('conflict')
  })

  it('are not asked about again when the mind is changed after the key that was asked about has given way', () => {
    const judged = answer(asked, 'different')
    const next = run([judged], asked)
    const again = run([{ ...judged, verdict: 'same', when: '2026-11-09' }], next)
    expect(again.keyChanges.map(({ kind }) => kind)).toEqual(['merged'])
    expect(again.questions).toEqual([])
  })
})
