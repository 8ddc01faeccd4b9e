import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnLetter, rowHeight, stretchEnds } from '../../src/write/layout.js'

describe('layout', () => {
  it('cuts columns into stretches of about equal width', () => {
    expect(stretchEnds([2, 2, 2, 2, 2, 2], 3)).toEqual([2, 4, 6])
    expect(stretchEnds([20, 1, 1, 1], 2)).toEqual([1, 4])
    expect(stretchEnds([5], 1)).toEqual([1])
  })

  it('always gives that many stretches, none of them empty', () => {
    const widths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 30 })
    fc.assert(
      fc.property(widths, fc.integer({ min: 1, max: 4 }), (columns, count) => {
        const ends = stretchEnds(columns, count)
        expect(ends).toHaveLength(count)
        expect(ends.every((end, index) => end > (ends[index - 1] ?? 0))).toBe(true)
        expect(ends.at(-1)).toBe(columns.length)
      }),
    )
  })

  it('letters columns', () => {
    expect([1, 26, 27, 52, 53, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA'])
  })

  it('gives a row the height of its longest cell, within what Excel takes', () => {
    const one = rowHeight([{ text: '一', width: 5 }])
    expect(rowHeight([{ text: '一\n二\n三', width: 5 }])).toBeGreaterThan(one)
    expect(rowHeight([{ text: '长'.repeat(9_000), width: 5 }])).toBe(409)
    expect(rowHeight([])).toBe(21)
  })
})
