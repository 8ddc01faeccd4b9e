import { describe, expect, it } from 'vitest'
import { monthlyFen, type Standard, standardIn } from '../../src/domain/standards.js'

const row = (from: string, value: number, unit = '元/月'): Standard => ({
  key: 'subsistence.rural',
  from,
  value,
  unit,
  document: '测试',
})

describe('standardIn', () => {
  const rows = [row('2025-01', 700), row('2024-01', 650), row('2026-07', 720)]

  it('is the row that began last, from its first month on', () => {
    expect(standardIn(rows, 'subsistence.rural', '2024-12')?.value).toBe(650)
    expect(standardIn(rows, 'subsistence.rural', '2025-01')?.value).toBe(700)
    expect(standardIn(rows, 'subsistence.rural', '2026-06')?.value).toBe(700)
    expect(standardIn(rows, 'subsistence.rural', '2026-07')?.value).toBe(720)
  })

  it('is nothing before the first row or for another key', () => {
    expect(standardIn(rows, 'subsistence.rural', '2023-12')).toBeNull()
    expect(standardIn(rows, 'subsistence.urban', '2026-07')).toBeNull()
  })
})

describe('monthlyFen', () => {
  it('reads yuan a month and yuan a year', () => {
    expect(monthlyFen(row('2025-01', 700.5))).toBe(70_050)
    expect(monthlyFen(row('2025-01', 8_400, '元/年'))).toBe(70_000)
  })
})
