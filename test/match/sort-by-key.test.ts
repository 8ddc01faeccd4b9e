import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOfKeys } from '../../src/match/sort-by-key.js'

describe('orderOfKeys', () => {
  it('sorts keys of any form as text', () => {
    const key = fc.oneof(fc.stringMatching(/^p[0-9a-v]{11}(-\d)?$/), fc.string())
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const sorted = [...orderOfKeys(keys)].map((i) => keys[i] as string)
        expect(sorted).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      }),
      { numRuns: 50 },
    )
  })
})
