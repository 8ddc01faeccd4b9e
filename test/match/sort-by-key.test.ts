import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOfKeys } from '../../src/match/sort-by-key.js'

describe('orderOfKeys', () => {
  it('sorts keys of any form as text', () => {
    const key = fc.oneof(fc.stringMatching(/^p[0-9a-v]{11}(-\d)?$/), fc.string())
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const sorted = [...orderOfKeys(keys).order].map((i) => keys[i] as string)
        expect(sorted).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      }),
      { numRuns: 50 },
    )
  })

  it('tells which keys are repeated', () => {
    const key = fc.oneof(fc.constantFrom('p00000000001', 'p0000v0000a2', 'p00000000001-2', 'q', ''), fc.string())
    fc.assert(
      fc.property(fc.array(key, { maxLength: 100 }), (keys) => {
        const { order, repeated } = orderOfKeys(keys)
        const sorted = [...order].map((i) => keys[i] as string)
        expect(repeated).toEqual(sorted.flatMap((text, i) => (i > 0 && sorted[i - 1] === text ? [i] : [])))
      }),
    )
  })
})
