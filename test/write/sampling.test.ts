import { describe, expect, test } from 'vitest'
import type { LedgerCase } from '../../src/track/ledger.js'
import { countyChecker, drawSample } from '../../src/write/sampling.js'

/** An answered case; `code` null: not answered. */
function answered(at: number, township: string | null, code: string | null, severity = 'medium'): LedgerCase {
  const number = `202611-L02-${String(at).padStart(4, '0')}`
  return {
    number,
    finding: { township, severity },
    life: { answer: code === null ? null : { code } },
  } as unknown as LedgerCase
}

const many = (count: number, township: string, code: string, severity?: string, from = 0) =>
  Array.from({ length: count }, (_, at) => answered(from + at, township, code, severity))

const plan = { seed: '甲', percent: 20 }

describe('drawing a sample', () => {
  test.each<[string, LedgerCase[], number]>([
    ['a fifth of what was dismissed', many(50, '青禾镇', 'C1'), 10],
    ['all of what was dismissed though severe', many(50, '青禾镇', 'C1', 'high'), 50],
    ['a tenth of what was confirmed', many(50, '青禾镇', 'A1'), 5],
    ['a tenth of what could not be checked', many(50, '青禾镇', 'D3'), 5],
    ['one at least of every stratum', many(2, '青禾镇', 'A1'), 1],
    ['nothing of what was not answered', [answered(1, '青禾镇', null)], 0],
    ['nothing of what belongs to no township', [answered(1, null, 'C1')], 0],
  ])('%s', (_, cases, count) => expect(drawSample(cases, plan).drawn).toHaveLength(count))

  const county = [
    ...many(40, '青禾镇', 'C1'),
    ...many(40, '石埠镇', 'C2', 'medium', 100),
    ...many(40, '柳塘乡', 'A1', 'medium', 200),
  ]

  test('depends on the seed and not on the order of the cases', () => {
    const numbers = (cases: LedgerCase[], seed: string) =>
      drawSample(cases, { seed, percent: 20 }).drawn.map(({ one }) => one.number)
    expect(numbers([...county].reverse(), '甲')).toEqual(numbers(county, '甲'))
    expect(numbers(county, '乙')).not.toEqual(numbers(county, '甲'))
  })

  test.each(['甲', '乙', '丙', '丁'])('nobody checks itself, everybody checks one other (seed %s)', (seed) => {
    const pairs = new Map(
      drawSample(county, { seed, percent: 20 }).drawn.map(({ township, checker }) => [township, checker]),
    )
    expect([...pairs].filter(([township, checker]) => township === checker)).toEqual([])
    expect([...pairs.values()].sort()).toEqual([...pairs.keys()].sort())
  })

  test('a township alone is checked by the county', () => {
    expect(new Set(drawSample(many(10, '青禾镇', 'C1'), plan).drawn.map(({ checker }) => checker))).toEqual(
      new Set([countyChecker]),
    )
  })

  test('tells every stratum with its size and what was drawn', () => {
    expect(drawSample(county, plan).strata).toEqual([
      { name: '柳塘乡·属实·其他', size: 40, drawn: 4 },
      { name: '石埠镇·不属实·其他', size: 40, drawn: 8 },
      { name: '青禾镇·不属实·其他', size: 40, drawn: 8 },
    ])
  })
})
