import { expect, test } from 'vitest'
import { disjointSets } from '../../src/domain/disjoint-sets.js'

test('joins sets over a third and leaves others apart', () => {
  const sets = disjointSets<string>()
  sets.join('a', 'b')
  sets.join('c', 'd')
  expect(sets.find('a')).toBe('b')
  expect(sets.find('a')).not.toBe(sets.find('c'))
  sets.join('a', 'c')
  sets.join('d', 'b')
  expect(new Set(['a', 'b', 'c', 'd'].map(sets.find))).toEqual(new Set(['d']))
  expect(sets.find('e')).toBe('e')
  expect([...sets.represented()]).toEqual(['a', 'c', 'b'])
})

test('finds through a chain as long as a county is large', () => {
  const sets = disjointSets<number>()
  const length = 100_000
  for (let i = 0; i < length; i++) sets.join(i, i + 1)
  expect(sets.find(0)).toBe(length)
  expect([...sets.represented()]).toEqual(Array.from({ length }, (_, i) => i))
})
