import { clockTime } from '../domain/calendar.js'
import type { Day } from '../domain/month.js'

/** The day by the clock that China keeps, also where a server keeps another. */
export function today(now: Date = new Date()): Day {
  return clockTime(now.toISOString()).slice(0, 10)
}
