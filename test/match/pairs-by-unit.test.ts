import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairsByUnit } from '../../src/match/pairs-by-unit.js'

describe('pairsByUnit', () => {
  it('lists the pairs of each unit, heaviest first and equal ones in their order', () => {
    const units = 6
    const pair = fc.tuple(fc.nat(units - 1), fc.nat(units - 2), fc.nat(5))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 120 }), (drawn) => {
        // Two different units and a weight; some units have more pairs than are sorted by insertion.
        const all = drawn.map(([a, b, weight]) => ({ sides: [a, b < a ? b : b + 1] as const, weight }))
        const { starts, pairs } = pairsByUnit({
          units,
          pairs: all.length,
          sidesOf: (i) => all[i]?.sides ?? [0, 0],
          weightOf: (i) => all[i]?.weight ?? 0,
        })
        for (let unit = 0; unit < units; unit++) {
          const expected = [...all.keys()]
            .filter((i) => all[i]?.sides.includes(unit))
            .sort((p, q) => (all[q]?.weight ?? 0) - (all[p]?.weight ?? 0))
          expect([...pairs.subarray(starts[unit], starts[unit + 1])]).toEqual(expected)
        }
      }),
    )
  })
})
