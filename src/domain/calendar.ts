import { addMonths, type Day, type Month } from './month.js'

/** One date of the county's yearly calendar (实施意见 四, 五(四)). */
export interface Deadline {
  /** MM-DD. */
  readonly day: string
  /** What is due, in Chinese. */
  readonly what: string
  readonly clause: string
}

/** The county's year, in order. 9 月中旬 and 月底 are taken as their last day. */
const calendar: readonly Deadline[] = [
  { day: '04-15', what: '各乡镇制定方案，报县民政局、乡村振兴局备案', clause: '四(一)' },
  { day: '05-31', what: '监测摸底、比对排查结束，逐户入户调查、建立台账', clause: '四(二)' },
  { day: '06-05', what: '第一次定期报告（doudi report --due 6）', clause: '五(四)' },
  { day: '06-30', what: '低保、特困全面排查结束', clause: '四(三)' },
  { day: '07-31', what: '政策落实到位，不符合的转乡村振兴局或转介', clause: '四(三)' },
  { day: '08-31', what: '乡镇自查完成', clause: '四(四)' },
  { day: '09-05', what: '第二次定期报告（doudi report --due 9）', clause: '五(四)' },
  { day: '09-20', what: '县级抽查、乡镇互查（doudi sample）', clause: '四(四)' },
  { day: '11-30', what: '查漏补缺，不漏一户、不落一人', clause: '四(四)' },
  { day: '12-05', what: '第三次定期报告（doudi report --due 12）', clause: '五(四)' },
]

/** The minute of an instant (ISO 8601, UTC) by the one clock that China keeps, UTC+8: `2026-11-25 09:30`. */
export function clockTime(instant: string): string {
  const eightHours = 8 * 3_600_000
  return new Date(Date.parse(instant) + eightHours).toISOString().slice(0, 16).replace('T', ' ')
}

/** The day by which the townships answer the books of `month`: `dueDay` of the month after. */
export function booksDue(month: Month, dueDay: number): Day {
  return `${addMonths(month, 1)}-${String(dueDay).padStart(2, '0')}`
}

/** The next `count` deadlines from `today` on, today's included, each with its day; after December the year begins anew. */
export function nextDeadlines(today: Day, count: number): (Deadline & { readonly on: Day })[] {
  const year = Number(today.slice(0, 4))
  const years = [year, year + 1].flatMap((each) => calendar.map((one) => ({ ...one, on: `${each}-${one.day}` })))
  return years.filter(({ on }) => on >= today).slice(0, count)
}
