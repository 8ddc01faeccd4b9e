import { expect, test } from 'vitest'
import { nextDeadlines } from '../../src/domain/calendar.js'

const days = (today: string) => nextDeadlines(today, 2).map(({ on }) => on)

test('the next deadlines, today’s included, and on into the next year', () => {
  expect(days('2026-05-31')).toEqual(['2026-05-31', '2026-06-05'])
  expect(days('2026-06-01')).toEqual(['2026-06-05', '2026-06-30'])
  expect(days('2026-12-05')).toEqual(['2026-12-05', '2027-04-15'])
  expect(days('2026-12-06')).toEqual(['2027-04-15', '2027-05-31'])
})
