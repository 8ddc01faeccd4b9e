import { describe, expect, it } from 'vitest'
import { type BlockingRule, candidatePairs } from '../../../src/match/linkage/blocking.js'
import { hash32 } from '../../../src/match/linkage/content-hash.js'

type Item = { readonly a: string; readonly b: string; readonly fine: string }

const rules: readonly BlockingRule<Item>[] = [
  {
    id: 'a',
    title: 'a',
    keys: ({ a }, emit) => emit(hash32(a, 1)),
    finer: ({ fine }) => (fine ? hash32(fine, 1) : null),
  },
  { id: 'b', title: 'b', keys: ({ b }, emit) => emit(hash32(b, 2)) },
]

function pairsOf(items: readonly Item[], probes: readonly number[], maxBlockPairs = 100, by = rules) {
  const found = candidatePairs({
    count: items.length,
    item: (i) => items[i] as Item,
    isProbe: (i) => probes.includes(i),
    mayPair: () => true,
    order: (x, y) => x - y,
    rules: by,
    maxBlockPairs,
  })
  const pairs = Array.from({ length: found.length }, (_, i) => [found.left[i], found.right[i], found.rules[i]])
  return { pairs, counts: found.counts }
}

describe('candidatePairs', () => {
  const items = [
    { a: 'x', b: 'm', fine: '' },
    { a: 'x', b: 'm', fine: '' },
    { a: 'x', b: 'n', fine: '' },
    { a: 'y', b: 'n', fine: '' },
  ]

  it('holds 31 rules and no more', () => {
    const many = (count: number) => Array.from({ length: count }, () => rules[0] as BlockingRule<Item>)
    expect(pairsOf(items, [0], 100, many(31)).pairs).toEqual([
      [0, 1, 0x7fffffff],
      [0, 2, 0x7fffffff],
    ])
    expect(() => pairsOf(items, [0], 100, many(32))).toThrow('31 at most')
  })

  it('pairs what shares a key with a probe, each pair once, and tells which rules did', () => {
    const { pairs, counts } = pairsOf(items, [0])
    expect(pairs).toEqual([
      [0, 1, 3],
      [0, 2, 1],
    ])
    expect(counts.map(({ rule, pairs: n }) => [rule, n])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  it('pairs probes with each other', () => {
    expect(pairsOf(items, [2, 3]).pairs).toContainEqual([2, 3, 2])
  })

  it('splits a block that is too big by the finer key, and keeps those without one', () => {
    const big = Array.from({ length: 12 }, (_, i) => ({
      a: 'x',
      b: String(i),
      fine: i === 11 ? '' : i % 2 ? 'p' : 'q',
    }))
    const { pairs, counts } = pairsOf(big, [0], 8)
    expect(counts[0]).toMatchObject({ split: 1, windowed: 0 })
    expect(pairs.map(([, right]) => right)).toEqual([2, 4, 6, 8, 10, 11])
  })

  it('compares neighbours where a block cannot be split, and says so', () => {
    const big = Array.from({ length: 30 }, (_, i) => ({ a: String(i), b: 'same', fine: '' }))
    const { pairs, counts } = pairsOf(big, [5], 20)
    expect(counts[1]).toMatchObject({ split: 1, windowed: 1 })
    expect(pairs.length).toBeGreaterThan(0)
    expect(pairs.length).toBeLessThanOrEqual(20)
  })
})
