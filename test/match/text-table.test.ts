import { describe, expect, it } from 'vitest'
import { textTable } from '../../src/match/text-table.js'

describe('textTable', () => {
  it('numbers texts like a plain map, even far more of them than told', () => {
    const table = textTable(10)
    const known = new Map<string, number>()
    for (let i = 0; i < 5000; i++) {
      const text = `3401991980${(i * 7919) % 3000}`
      if (!known.has(text)) known.set(text, known.size)
      expect(table.enter(text)).toBe(known.get(text))
    }
    expect([...known].every(([text, number]) => table.find(text) === number)).toBe(true)
    expect(table.find('340199')).toBe(-1)
  })
})
