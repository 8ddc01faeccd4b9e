import { describe, expect, test } from 'vitest'
import {
  addMonths,
  daysBetween,
  firstMonth,
  isCalendarDay,
  isLivedDay,
  isMonth,
  lastDay,
  lastMonth,
  monthOf,
  monthsBetween,
} from '../../src/domain/month.js'

describe('days', () => {
  test.each([
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [2001, 4, 31, false],
    [2001, 12, 31, true],
    [2001, 13, 1, false],
    [2001, 0, 1, false],
    [2001, 1, 0, false],
  ])('%i-%i-%i is in the calendar: %s', (year, month, day, exists) => {
    expect(isCalendarDay(year, month, day)).toBe(exists)
  })

  test('nobody on a roster was born before 1850 or will be after 2100', () => {
    expect([1849, 1850, 2100, 2101].map((year) => isLivedDay(year, 6, 30))).toEqual([false, true, true, false])
    expect(isLivedDay(2001, 6, 31)).toBe(false)
  })
})

test.each([
  ['2026-02-27', '2026-03-01', 2],
  ['2026-03-01', '2026-02-27', -2],
  ['2026-11-01T23:00:00Z', '2026-11-02T01:00:00Z', 0],
  ['2026-11-01T08:00:00Z', '2026-11-11T09:00:00Z', 10],
])('days from %s to %s: %i', (from, to, days) => expect(daysBetween(from, to)).toBe(days))

describe('months', () => {
  test('move over the turn of the year', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2026-11', -23)).toBe('2024-12')
  })

  test('are counted from one to another, backwards too', () => {
    expect(monthsBetween('2025-12', '2026-11')).toBe(11)
    expect(monthsBetween('2026-11', '2025-12')).toBe(-11)
    expect(monthOf('2026-11-05')).toBe('2026-11')
  })

  test.each([
    ['2026-01', true],
    ['2026-12', true],
    ['2026-00', false],
    ['2026-13', false],
    ['2026-1', false],
    ['202601', false],
  ])('%s is a month: %s', (text, is) => expect(isMonth(text)).toBe(is))
})

test.each([
  ['2030-01-01', '2030-01-01'],
  ['2020-01-01至2030-01-01', '2030-01-01'],
  ['2020.01.01-2030.01.01', '2030-01-01'],
  ['2020年1月1日—2030年1月1日', '2030-01-01'],
  ['20200101-20300101', '2030-01-01'],
  ['长期', null],
])('the last day of %s is %s', (text, value) => {
  expect(lastDay({ text, kind: 'text' }).value).toBe(value)
})

describe('terms in one cell', () => {
  test.each([
    ['2025.3—2028.3', '2025-03', '2028-03'],
    ['2025年3月至2028年12月', '2025-03', '2028-12'],
    ['202503-202803', '2025-03', '2028-03'],
    ['2025-03', '2025-03', '2025-03'],
    ['2025.3—长期', '2025-03', null],
    ['2025年3月至今', '2025-03', null],
    ['2025年元月至2026年十二月', '2025-01', '2026-12'],
  ])('%s: from %s to %s', (text, from, to) => {
    expect(firstMonth({ text, kind: 'text' }).value).toBe(from)
    expect(lastMonth({ text, kind: 'text' }).value).toBe(to)
  })
})
