import { expect, test } from 'vitest'
import { countBy, groupBy } from '../../src/domain/group.js'

test('groups and their items keep the order of first appearance', () => {
  const groups = groupBy(['b1', 'a1', 'b2', 'c1', 'a2'], (item) => item.charAt(0))
  expect([...groups]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
    ['c', ['c1']],
  ])
  expect(groupBy([], String).size).toBe(0)
})

test('counts keep the order of first appearance', () => {
  expect([...countBy(['b', 'a', 'b', 'c', 'b'])]).toEqual([
    ['b', 3],
    ['a', 1],
    ['c', 1],
  ])
})
