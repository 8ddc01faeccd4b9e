import { describe, expect, it } from 'vitest'
import type { Case } from '../../src/track/case.js'
import { caseNumber } from '../../src/track/case-number.js'
import { keptBack } from '../../src/track/kept-back.js'
import { finding } from './samples.js'

const townships = ['青禾镇', '白塔镇']

// Cases are named by a letter here; their running numbers follow the alphabet.
const numberOf = (letter: string) => caseNumber('2026-11', 'L01', letter.charCodeAt(0))
const letterOf = (number: string) => String.fromCharCode(Number(number.slice(-4)))

function made(letter: string, changes: Partial<Case['finding']>, more: Partial<Case> = {}): Case {
  const base = { township: '青禾镇', kind: '漏保', rule: 'L01' } as const
  return { number: numberOf(letter), finding: finding('s', { ...base, ...changes }), asked: true, ...more } as Case
}

function sent(most: number | null, cases: readonly Case[], before: readonly string[] = []): string[] {
  const kept = keptBack(cases, { most, townships }, new Set(before.map(numberOf)))
  return cases.filter(({ number }) => !kept.has(number)).map(({ number }) => letterOf(number))
}

describe('keptBack', () => {
  const cases = [
    made('a', { severity: 'low' }),
    made('b', { severity: 'high', rule: 'T01', kind: '脱保' }),
    made('c', { severity: 'medium', rule: 'C05', kind: '错保' }),
    made('d', { severity: 'medium', rule: 'L02' }),
    made('e', { severity: 'medium', rule: 'L02' }),
  ]

  it('sends the gravest first, then by the catalogue, then by number', () => {
    expect([1, 2, 3, 4, 5].map((most) => sent(most, cases).join(''))).toEqual(['b', 'bd', 'bde', 'bcde', 'abcde'])
  })

  it('keeps nothing back without a limit', () => expect(sent(null, cases)).toHaveLength(5))

  it('counts each township for itself, and neither what is not asked nor people of no township', () => {
    const others = [
      ...cases.slice(0, 2),
      made('f', { township: '白塔镇', severity: 'low' }),
      made('g', { township: null, severity: 'high' }),
      made('h', { kind: '数据', rule: 'D01', severity: 'high' }, { asked: false }),
    ]
    expect(sent(1, others)).toEqual(['b', 'f', 'g', 'h'])
  })

  it('never takes back what was sent before, which takes no place of a new one', () => {
    expect(sent(1, cases, ['a', 'c'])).toEqual(['a', 'b', 'c'])
  })

  it('gives two findings of one case one place', () => {
    expect(sent(2, [...cases, made('b', { severity: 'high', rule: 'T01', kind: '脱保' })])).toEqual(['b', 'd', 'b'])
  })

  it('does not depend on the order of the cases', () => {
    expect(sent(2, [...cases].reverse()).sort()).toEqual(['b', 'd'])
  })
})
