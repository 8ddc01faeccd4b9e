import { describe, expect, it } from 'vitest'
import { type Deciding, decide } from '../../src/match/decide.js'
import type { Found } from '../../src/match/evidence.js'

// A row without a number (0) between two people of a roster (1 and 2).
function task(weights: readonly [number, number], found: readonly [Found, Found]): Deciding {
  return {
    units: 3,
    pairs: 2,
    sidesOf: (pair) => [0, pair + 1],
    weightOf: (pair) => weights[pair] as number,
    foundIn: (pair) => found[pair] as Found,
    weightBetween: () => 0,
    hasId: (unit) => unit > 0,
    hasAnothersId: () => false,
    shareRoster: (a, b) => a > 0 && b > 0,
    staysAlone: () => false,
    verdict: () => null,
    same: [],
    mustAsk: () => false,
    order: (a, b) => b - a,
  }
}

const own = { 'person-name': 'equal', household: 'member', sex: 'same' }
const wife = { 'person-name': 'different', household: 'member', phone: 'same', place: 'village' }

describe('decide', () => {
  it('takes the rest of a family for no other choice, whatever they share', () => {
    const { clusterOf, questions } = decide(task([10, 14], [own, wife]))
    expect([0, 1, 2].map(clusterOf)).toEqual([1, 1, 2])
    expect(questions.map(({ pair }) => pair)).toEqual([])
  })

  it.each<[string, Found]>([
    ['has the name as well', own],
    ['has another name and the birth date', { ...wife, 'birth-date': 'same' }],
  ])('asks where somebody else %s', (_, rival) => {
    const { clusterOf, questions } = decide(task([10, 9], [own, rival]))
    expect([0, 1, 2].map(clusterOf)).toEqual([0, 1, 2])
    expect(questions.map(({ pair }) => pair)).toEqual([0, 1])
  })
})
