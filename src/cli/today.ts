import type { Day } from '../domain/month.js'

/** The day on the office's wall, not in Greenwich. */
export function today(now: Date = new Date()): Day {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
