import { describe, expect, it } from 'vitest'
import {
  isMonthOf,
  monthlyFen,
  type Standard,
  standardFaults,
  standardIn,
  yearlyFen,
} from '../../src/domain/standards.js'

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

  it('knows the row in whose place it came', () => {
    expect(standardIn(rows, 'subsistence.rural', '2026-06')?.before).toEqual(row('2024-01', 650))
    expect(standardIn(rows, 'subsistence.rural', '2024-12')?.before).toBeUndefined()
    expect(standardIn([...rows, row('2024-01', 640)], 'subsistence.rural', '2026-06')?.before).toBeUndefined()
  })

  it('is nothing before the first row or for another key', () => {
    expect(standardIn(rows, 'subsistence.rural', '2023-12')).toBeNull()
    expect(standardIn(rows, 'subsistence.urban', '2026-07')).toBeNull()
  })
})

describe('isMonthOf', () => {
  const yearly = row('2025-01', 989, '元/年')

  it('takes a twelfth that does not come out even as offices round it, and nothing beyond', () => {
    for (const fen of [8_241, 8_242, 8_240, 8_250, 8_200, 8_300]) expect(isMonthOf(yearly, fen), `${fen}`).toBe(true)
    for (const fen of [8_243, 8_239, 8_260, 8_100, 8_400]) expect(isMonthOf(yearly, fen), `${fen}`).toBe(false)
  })

  it('takes nothing but the month of a standard that comes out even', () => {
    expect(isMonthOf(row('2025-01', 7_998, '元/年'), 66_650)).toBe(true)
    expect(isMonthOf(row('2025-01', 7_998, '元/年'), 66_700)).toBe(false)
    expect(isMonthOf(row('2025-01', 82.42), 8_242)).toBe(true)
    expect(isMonthOf(row('2025-01', 82.42), 8_200)).toBe(false)
  })
})

describe('monthlyFen', () => {
  it('reads yuan a month and yuan a year', () => {
    expect(monthlyFen(row('2025-01', 700.5))).toBe(70_050)
    expect(monthlyFen(row('2025-01', 8_400, '元/年'))).toBe(70_000)
  })
})

describe('yearlyFen', () => {
  it('reads yuan a year whole, and twelve times yuan a month', () => {
    expect(yearlyFen(row('2025-01', 8000, '元/年'))).toBe(800_000)
    expect(yearlyFen(row('2025-01', 700.5))).toBe(840_600)
  })
})

describe('standardFaults', () => {
  const faults = (rows: readonly Standard[]) => standardFaults(rows, ['subsistence.rural', 'grace.months'], '2026-11')

  it('says which row of which month to add', () => {
    expect(faults([])).toBe(
      'standards.csv 没有 2026-11 生效的 subsistence.rural（农村低保标准）、grace.months（渐退期月数），请补一行',
    )
  })

  it('says which two rows differ; two that say the same are one', () => {
    const grace: Standard = { ...row('2026-01', 12, '月'), key: 'grace.months' }
    expect(faults([row('2026-07', 700), row('2026-07', 720), grace])).toBe(
      'standards.csv 有两行 2026-07 起的 subsistence.rural（农村低保标准），数值不同，请只留一行',
    )
    expect(faults([row('2026-07', 700), row('2026-07', 700), row('2026-01', 650), grace])).toBe('')
  })
})
