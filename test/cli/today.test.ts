import { expect, it } from 'vitest'
import { today } from '../../src/cli/today.js'

it('is the day in China, whatever clock the machine keeps', () => {
  expect(today(new Date('2026-11-25T15:59:00Z'))).toBe('2026-11-25')
  expect(today(new Date('2026-11-25T16:00:00Z'))).toBe('2026-11-26')
})
