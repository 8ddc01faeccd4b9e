import { describe, expect, it } from 'vitest'
import { fractions } from '../../../fixtures/random.js'
import type { Comparison } from '../../../src/match/linkage/comparison.js'
import { countPatterns, learn, type Pattern } from '../../../src/match/linkage/learn.js'
import { fits, levelWeight, priorModel, priorWeight, probability } from '../../../src/match/linkage/model.js'

// Three comparisons with known m and u; the priors are far from them.
const truth = [
  { id: 'a', m: [0.9, 0.07, 0.03], u: [0.01, 0.04, 0.95] },
  { id: 'b', m: [0.8, 0.2], u: [0.1, 0.9] },
  { id: 'c', m: [0.7, 0.2, 0.1], u: [0.05, 0.15, 0.8] },
]
const comparisons: Comparison<unknown>[] = truth.map(({ id, m }) => ({
  id,
  title: id,
  levels: m.map((_, k) => ({
    id: String(k),
    words: '',
    prior: { m: k === 0 ? 0.6 : 0.4 / (m.length - 1), u: 1 / m.length },
  })),
  compare: () => 0,
}))

function draw(count: number, trueShare: number, seed: number): readonly Pattern[] {
  const random = fractions(`learn/${seed}`)
  const pick = (shares: readonly number[]) => {
    let left = random()
    for (const [k, share] of shares.entries()) {
      left -= share
      if (left < 0) return k
    }
    return shares.length - 1
  }
  const levels = new Int8Array(count * truth.length)
  for (let i = 0; i < count; i++) {
    const isTrue = random() < trueShare
    for (const [c, { m, u }] of truth.entries())
      levels[i * truth.length + c] = random() < 0.05 ? -1 : pick(isTrue ? m : u)
  }
  return countPatterns(levels, truth.length, count, () => true)
}

describe('countPatterns', () => {
  it('tells patterns of ten comparisons apart, and takes no more', () => {
    const levels = (width: number) => Int8Array.from({ length: 2 * width }, (_, i) => (i === 2 * width - 1 ? 29 : 30))
    const patterns = countPatterns(levels(10), 10, 2, () => true)
    expect(patterns.map(({ levels: [...of], count }) => [of.at(-1), count])).toEqual([
      [29, 1],
      [30, 1],
    ])
    expect(() => countPatterns(levels(11), 11, 2, () => true)).toThrow('10 at most')
  })
})

describe('learn', () => {
  const model = learn({
    comparisons,
    learnedIn: '2026-11',
    lambda: 1e-4,
    random: draw(200_000, 0, 1),
    sessions: [{ patterns: draw(60_000, 0.3, 2), fixed: [] }],
    priorPairs: 5,
  })

  it('recovers known parameters from unlabelled pairs', () => {
    for (const [c, { m, u }] of truth.entries())
      for (const [k, level] of (model.comparisons[c]?.levels ?? []).entries()) {
        expect(Math.abs(level.m - (m[k] as number))).toBeLessThan(0.03)
        expect(Math.abs(level.u - (u[k] as number))).toBeLessThan(0.01)
      }
  })

  it('keeps lambda and counts its support', () => {
    expect(model.lambda).toBe(1e-4)
    expect(model.support.pairs).toBe(60_000)
    expect(model.support.matches).toBeGreaterThan(16_000)
    expect(model.support.matches).toBeLessThan(20_000)
  })

  it('leaves out of a session what its block fixes', () => {
    const fixed = learn({
      comparisons,
      learnedIn: 'x',
      lambda: 1e-4,
      random: draw(20_000, 0, 1),
      sessions: [{ patterns: draw(5_000, 0.3, 2), fixed: ['a'] }],
      priorPairs: 5,
    })
    expect(fixed.comparisons[0]?.levels[0]?.m).toBeCloseTo(0.6, 6)
  })

  it('stays with the priors when there is nothing to learn from', () => {
    const empty = learn({ comparisons, learnedIn: 'x', lambda: 1e-4, random: [], sessions: [], priorPairs: 5 })
    const prior = priorModel(comparisons, 1e-4)
    for (const [c, { levels }] of empty.comparisons.entries())
      for (const [k, level] of levels.entries())
        expect(level.m).toBeCloseTo(prior.comparisons[c]?.levels[k]?.m as number, 6)
  })

  it('survives JSON', () => {
    const again = JSON.parse(JSON.stringify(model))
    expect(again).toEqual(model)
    expect(fits(again, comparisons)).toBe(true)
    expect(fits(again, comparisons.slice(1))).toBe(false)
  })

  it('gives weights in bits', () => {
    expect(levelWeight(model, 0, -1)).toBe(0)
    expect(levelWeight(model, 0, 0)).toBeGreaterThan(5)
    expect(probability(0)).toBe(0.5)
    expect(probability(priorWeight(0.25))).toBeCloseTo(0.25, 12)
  })
})
