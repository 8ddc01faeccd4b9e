import { expect, it } from 'vitest'
import { stopwatch } from '../src/stopwatch.js'

it('names each stage once, in order, and calls back at its end', () => {
  let ended = 0
  const clock = stopwatch(() => ended++)
  clock.lap('read')
  clock.lap('match')
  expect(Object.keys(clock.laps)).toEqual(['read', 'match'])
  expect(ended).toBe(2)
  for (const time of Object.values(clock.laps)) expect(time).toBeGreaterThanOrEqual(0)
})
