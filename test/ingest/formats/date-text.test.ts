import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateText, isoDateText } from '../../../src/ingest/formats/date-text.js'

it.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, '1900-02-29'],
  [61, '1900-03-01'],
  [45839, '2025-07-01'],
  [2958465, '9999-12-31'],
  [45839.75, '2025-07-01 18:00:00'],
  [45839.999999999, '2025-07-02'],
  [0.5, '12:00:00'],
] as const)('%d is %s', (serial, text) => {
  expect(dateText(serial, false)).toBe(text)
})

it('is no date outside the calendar', () => {
  expect(
    [0, -1, 2958466, 20261105, Number.NaN, Number.POSITIVE_INFINITY].map((serial) => dateText(serial, false)),
  ).toEqual(Array(6).fill(null))
})

it('counts from 1904 where the book does', () => {
  expect(dateText(0, true)).toBe('1904-01-01')
  expect(dateText(44377, true)).toBe('2025-07-01')
})

it('goes on day by day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_464 }), (day) => {
      const [today, tomorrow] = [dateText(day, false), dateText(day + 1, false)]
      expect(Date.parse(tomorrow ?? '') - Date.parse(today ?? '')).toBe(86_400_000)
    }),
  )
})

it('reads ISO dates and times to the nearest second', () => {
  expect(
    ['2021-12-31', '2021-12-31T00:00:00', '2021-12-31T23:59:59.7Z', '08:30', '2021-13-45', 'x', ''].map(isoDateText),
  ).toEqual(['2021-12-31', '2021-12-31', '2022-01-01', '08:30:00', null, null, null])
})
