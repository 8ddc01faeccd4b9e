import { expect, it } from 'vitest'
import { contextOf } from '../../src/screen/context.js'
import { rosterMonth } from '../../src/screen/roster-month.js'
import { delivery, month2026, person } from './county.js'

it('is that of the delivery, never later than the judged one, and the judged one where none is stated', () => {
  const [link] = person({ 'rural-allowance-members': {} }).links
  const monthOf = (deliveries: ReturnType<typeof delivery>[]) =>
    link && rosterMonth(link.record, contextOf(month2026([], { deliveries })))
  const monthIn = (dataMonth: string | null) => monthOf([delivery('rural-allowance-members', { dataMonth })])
  expect(monthIn('2026-09')).toBe('2026-09')
  expect(monthIn('2026-12')).toBe('2026-11')
  expect(monthIn(null)).toBe('2026-11')
  expect(monthOf([])).toBe('2026-11')
})
