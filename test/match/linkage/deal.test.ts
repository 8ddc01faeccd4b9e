import { expect, test } from 'vitest'
import { deal } from '../../../src/match/linkage/deal.js'

test('deals items to their places in order, and those of no place to none', () => {
  const { starts, items } = deal(Int32Array.of(2, 0, -1, 2, 0, 3), 5)
  const at = (place: number) => [...items.subarray(starts[place], starts[place + 1])]
  expect([0, 1, 2, 3, 4].map(at)).toEqual([[1, 4], [], [0, 3], [5], []])
  expect(deal(new Int32Array(0), 0)).toEqual({ starts: new Int32Array(1), items: new Int32Array(0) })
})
