import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsFingerprint } from '../../src/track/fingerprint.js'

const facts = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer()))

test('the order of the facts does not matter', () => {
  fc.assert(
    fc.property(facts, (some) => {
      const turned = Object.fromEntries(Object.entries(some).reverse())
      expect(factsFingerprint(turned)).toBe(factsFingerprint(some))
    }),
  )
})

test('a changed, added or missing fact changes it, and so does a number that became text', () => {
  const prints = [
    { level: 1, state: '有效' },
    { level: 2, state: '有效' },
    { level: '1', state: '有效' },
    { level: 1 },
    { level: 1, state: '有效', month: '2026-10' },
    {},
  ].map((some) => factsFingerprint(some as Record<string, string | number>))
  expect(new Set(prints).size).toBe(prints.length)
  expect(prints[0]).toMatch(/^[0-9a-f]{16}$/)
})

test('it never changes between versions, or every answered case would reopen', () => {
  expect(factsFingerprint({ level: 1, state: '有效' })).toBe('1249c36a1c76edc1')
})
