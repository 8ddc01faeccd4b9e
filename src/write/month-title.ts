import type { Month } from '../domain/month.js'

/** `2026年11月`, as titles and info lines print a month. */
export function monthTitle(month: Month): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}
