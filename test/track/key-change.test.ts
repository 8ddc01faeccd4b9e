import { expect, test } from 'vitest'
import { caseMerges, finalKeys } from '../../src/track/key-change.js'

const change = (from: string, to: string) => ({ kind: 'merged' as const, from, to })

test('keys are followed to their end, in whatever order the changes come', () => {
  const ends = [
    ['a', 'c'],
    ['b', 'c'],
    ['x', 'y'],
  ]
  expect([...finalKeys([change('a', 'b'), change('b', 'c'), change('x', 'y')])]).toEqual(ends)
  expect([...finalKeys([change('b', 'c'), change('x', 'y'), change('a', 'b')])].sort()).toEqual(ends)
})

test('a split key stays where it was', () => {
  expect(finalKeys([{ kind: 'split', from: 'a', to: 'b' }]).size).toBe(0)
})

test('a key that stays is no change; a circle is refused', () => {
  expect(finalKeys([change('a', 'a')]).size).toBe(0)
  expect(() => finalKeys([change('a', 'b'), change('b', 'c'), change('c', 'a')])).toThrow('circle')
})

test('of cases that fall together the one opened first stays', () => {
  const one = (number: string, rule: string, subject: string) => ({ number, rule, subject })
  expect(
    caseMerges([
      one('202611-T01-0001', 'T01', 'a'),
      one('202608-T01-0002', 'T01', 'a'),
      one('202609-T01-0001', 'T01', 'a'),
      one('202608-C01-0001', 'C01', 'a'),
      one('202608-T01-0003', 'T01', 'b'),
    ]),
  ).toEqual([
    { number: '202609-T01-0001', into: '202608-T01-0002' },
    { number: '202611-T01-0001', into: '202608-T01-0002' },
  ])
})
