import { expect, test } from 'vitest'
import { booksDue, clockTime, nextDeadlines } from '../../src/domain/calendar.js'

const days = (today: string) => nextDeadlines(today, 2).map(({ on }) => on)

test('the next deadlines, today’s included, and on into the next year', () => {
  expect(days('2026-05-31')).toEqual(['2026-05-31', '2026-06-05'])
  expect(days('2026-06-01')).toEqual(['2026-06-05', '2026-06-30'])
  expect(days('2026-12-05')).toEqual(['2026-12-05', '2027-04-15'])
  expect(days('2026-12-06')).toEqual(['2027-04-15', '2027-05-31'])
})

test('an instant is read on the clock of China, over midnight and the year’s end too', () => {
  expect(clockTime('2026-11-25T01:30:59.999Z')).toBe('2026-11-25 09:30')
  expect(clockTime('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00')
})

test('the books of a month are due on the day set in the month after', () => {
  expect(booksDue('2026-11', 15)).toBe('2026-12-15')
  expect(booksDue('2026-12', 5)).toBe('2027-01-05')
})
