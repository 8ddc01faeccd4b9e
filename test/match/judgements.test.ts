import { describe, expect, it } from 'vitest'
import type { PersonRecord } from '../../src/ingest/source.js'
import { settleExactly } from '../../src/match/exact.js'
import { applyJudgements, type Judgement } from '../../src/match/judgements.js'
import { nameBook } from '../../src/match/names/name-form.js'
import { recordFingerprint } from '../../src/match/record-fingerprint.js'
import { addPast, addRecord, emptyUnit, type Unit } from '../../src/match/unit.js'
import type { OpenUnits } from '../../src/match/units.js'
import { id, match, past, personWith, record } from './people.js'

const [ann, ben, cat] = ['pann', 'pben', 'pcat'] as const

// A unit for each key that it would get by itself; then the keys that its earlier rows carry.
function said(units: readonly (readonly [own: string, ...carried: string[]])[], judgements: readonly Judgement[]) {
  const own = new Map<Unit, string>()
  for (const [key, ...carried] of units) {
    const unit = emptyUnit(null)
    addRecord(unit, record({ name: key }))
    for (const one of carried) addPast(unit, past({ name: key }, one))
    own.set(unit, key)
  }
  const all = settleExactly([], [], [], nameBook()).units as OpenUnits
  for (const unit of own.keys()) all.add(unit)
  return applyJudgements(judgements, all, (unit) => own.get(unit) as string)
}

const judge = (left: string, right: string, verdict: Judgement['verdict'], when = '2026-10-01'): Judgement => ({
  left,
  right,
  verdict,
  who: '张三',
  when,
  why: '入户核实',
})

describe('judgements that contradict each other', () => {
  it.each([
    ['same', 'different'],
    ['different', 'same'],
    ['different', 'unsure'],
  ] as const)('of two people: the later one holds, whichever is listed first (%s, then %s)', (first, then) => {
    const both = [judge(ann, ben, first, '2026-09-01'), judge(ben, ann, then, '2026-10-01')]
    for (const list of [both, both.toReversed()]) expect(said([[ann], [ben]], list).between(0, 1)).toBe(then)
  })

  const chain = (later: string) => [
    judge(ann, ben, 'same', '2026-08-01'),
    judge(ben, cat, 'same', '2026-09-01'),
    judge(ann, cat, 'different', later),
  ]

  it('over a third person: a later finding that two are not one holds, and the older link gives way', () => {
    for (const list of [chain('2026-10-01'), chain('2026-10-01').reverse()]) {
      const verdicts = said([[ann], [ben], [cat]], list)
      expect(verdicts.between(0, 2)).toBe('different')
      expect(verdicts.between(1, 2)).toBe('same')
      expect(verdicts.between(0, 1)).toBe('different')
      expect(verdicts.same).toEqual([[1, 2]])
    }
  })

  it('over a third person: an earlier one does not', () => {
    const verdicts = said([[ann], [ben], [cat]], chain('2026-07-01'))
    expect(verdicts.between(0, 2)).toBe('same')
    expect(verdicts.same).toHaveLength(2)
  })

  it('say that two are not one when somebody else was unsure', () => {
    for (const when of ['2026-09-01', '2026-11-01']) {
      const list = [judge(ann, ben, 'same'), judge(ann, cat, 'different'), judge(ben, cat, 'unsure', when)]
      expect(said([[ann], [ben], [cat]], list).between(1, 2)).toBe('different')
    }
  })
})

describe('the keys that a judgement names', () => {
  const same = [judge(ann, ben, 'same')]

  it('mean whoever would get them by themselves, even where an earlier month knew them by another one', () => {
    expect(
      said(
        [
          [ann, ann],
          [ben, ann],
        ],
        same,
      ).between(0, 1),
    ).toBe('same')
    expect(
      said(
        [
          [ann, ann],
          [cat, ann],
        ],
        [judge(ann, ben, 'different')],
      ).between(0, 1),
    ).toBeNull()
  })

  it('mean whoever carries them before whoever would get them, and no namesake numbered apart', () => {
    const told = [judge(ann, ben, 'different')]
    expect(
      said(
        [
          [ann, ann],
          [cat, ben],
          [ben, cat],
        ],
        told,
      ).between(0, 1),
    ).toBe('different')
    expect(
      said(
        [
          [ann, ann],
          [cat, ben],
          [ben, cat],
        ],
        told,
      ).between(0, 2),
    ).toBeNull()
    expect(
      said(
        [
          [ann, ann],
          [ben, `${ben}-2`],
        ],
        told,
      ).between(0, 1),
    ).toBeNull()
  })

  it('say nothing of whom they do not name', () => {
    expect(said([[ann], [ben], [cat]], same).between(0, 2)).toBeNull()
    expect(said([[ann], [ben]], []).between(0, 1)).toBeNull()
  })
})

it('a judgement of one row makes no other row that stood with the same person any surer', () => {
  const number = id('19520317', '237')
  const home = { name: '汪守田', township: '青禾镇', village: '枣畈村' }
  const paid = { ...home, id: number, source: 'destitute-persons', system: 'destitute' } as const
  const judged = { ...home, id: `${number.slice(0, 15)}000`, number: 'NC1' }
  const unjudged = {
    ...home,
    id: `${number.slice(0, 14)}****`,
    source: 'care-subsidies',
    system: 'care-subsidy',
  } as const
  const key = 'pkey'
  const rows = [paid, judged, unjudged].map(record)
  const judgements = [judge(recordFingerprint(rows[1] as PersonRecord), key, 'same')]
  const matched = match(rows, { judgements, past: [paid, judged, unjudged].map((row) => past(row, key)) })
  const { links } = personWith(matched, rows[0] as PersonRecord)
  const sure = links.filter(({ grade }) => grade === 'exact').map(({ record: { source } }) => source)
  expect(sure).toEqual(['destitute-persons', 'rural-allowance-members'])
})
