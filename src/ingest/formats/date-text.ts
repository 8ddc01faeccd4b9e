const millisecondsPerDay = 86_400_000
// 9999-12-31, the last day Excel shows.
const lastSerial = 2_958_465
const daysFrom1900To1904 = 1462

/**
 * The text of a date serial: `YYYY-MM-DD`, with ` HH:MM:SS` when there is a time part, `HH:MM:SS` alone for a time of day without a date.
 * Null when no calendar shows it (negative, zero, beyond 9999): such a number is no date whatever its format says.
 * Day 60 of the 1900 system is the 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1); it is shown as Excel shows it.
 */
export function dateText(serial: number, date1904: boolean): string | null {
  if (!(serial > 0)) return date1904 && serial === 0 ? '1904-01-01' : null
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * 86_400)
  if (seconds === 86_400) {
    seconds = 0
    day += 1
  }
  if (date1904) day += daysFrom1900To1904
  if (day > lastSerial) return null
  if (day === 0) return clock(seconds)
  const date = calendarDay(day)
  return seconds === 0 ? date : `${date} ${clock(seconds)}`
}

function calendarDay(day: number): string {
  if (day === 60) return '1900-02-29'
  const from = day < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  return new Date(from + day * millisecondsPerDay).toISOString().slice(0, 10)
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** The text of an ISO 8601 date, time or both (`2021-12-31T23:44:51.894Z`), in the same form, to the nearest second; null when it is none. */
export function isoDateText(iso: string): string | null {
  const match = /^\s*(\d{4}-\d\d-\d\d)?T?(?:(\d\d:\d\d)(?::(\d\d(?:[.,]\d+)?))?)?(?:Z|[+-]\d\d:?\d\d)?\s*$/.exec(iso)
  const [, date, minutes, seconds = '00'] = match ?? []
  if (!date && !minutes) return null
  const exact = Date.parse(`${date ?? '2000-01-01'}T${minutes ?? '00:00'}:${seconds.replace(',', '.').slice(0, 6)}Z`)
  if (Number.isNaN(exact)) return null
  const text = new Date(Math.round(exact / 1000) * 1000).toISOString()
  if (!date) return text.slice(11, 19)
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
