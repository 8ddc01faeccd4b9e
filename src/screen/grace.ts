import { addMonths, type Month } from '../domain/month.js'

/** What the rosters say of when a household's 渐退期 began. */
export interface GraceFacts {
  /** 渐退起始月 as recorded. */
  readonly graceStart: Month | null
  /** 最初享受月份. */
  readonly firstSupported: Month | null
}

/** A 渐退期. Support goes on from `start` through `last` and may stop from `end` on, the month after. */
export interface Grace {
  readonly start: Month
  readonly last: Month
  readonly end: Month
  /** False when the start is the first month of support, because none is recorded: 起始月不详. */
  readonly startRecorded: boolean
}

/**
 * The 渐退期 of `months` months (实施意见 一(一); domain T02, C07), or null when nothing says when it began. It begins with the recorded
 * start month (the month after the income was found too high), or is reckoned from the first month of support where none is recorded or the
 * county counts so.
 */
export function graceOf(facts: GraceFacts, months: number, countsFromFirstSupport: boolean): Grace | null {
  const recorded = countsFromFirstSupport ? null : facts.graceStart
  const start = recorded ?? facts.firstSupported
  if (start === null) return null
  const end = addMonths(start, months)
  return { start, last: addMonths(end, -1), end, startRecorded: recorded !== null }
}
