import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockBuilder } from '../../../src/match/linkage/blocks.js'

const keys = fc.array(fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer()), { maxLength: 4 }), {
  maxLength: 60,
})

describe('blockBuilder', () => {
  it('groups like a plain map, whatever the keys, even with far more of them than told', () => {
    fc.assert(
      fc.property(keys, keys, fc.integer({ min: 0, max: 3 }), (probes, others, told) => {
        const builder = blockBuilder(told)
        const expected = new Map<number, { probes: number[]; others: number[] }>()
        for (const [item, own] of probes.entries())
          for (const key of [...own].sort()) {
            builder.addProbe(key, item)
            const block = expected.get(key) ?? { probes: [], others: [] }
            expected.set(key, block)
            if (!block.probes.includes(item)) block.probes.push(item)
          }
        for (const [i, own] of others.entries())
          for (const key of [...own].sort()) {
            const item = probes.length + i
            builder.addOther(key, item)
            const block = expected.get(key)
            if (block && !block.others.includes(item)) block.others.push(item)
          }
        const paired = [...expected.values()].filter((block) => block.probes.length + block.others.length > 1)
        const found = [...builder.blocks()].map((block) => ({
          probes: Array.from(block.probes),
          others: Array.from(block.others),
        }))
        expect(found).toEqual(paired)
      }),
    )
  })
})
