import { compareText } from '../domain/compare-text.js'
import { countBy } from '../domain/group.js'
import type { PersonRecord } from '../ingest/source.js'
import { allSources } from '../ingest/sources/all.js'
import type { PastRecord } from './person.js'

// Not the lists of other offices: who is on one of them no longer has sold the car, left the post or been released.
const eventSources = new Set<string>(
  allSources.filter(({ rolling, declared }) => rolling && !declared).map(({ id }) => id),
)

/** From this share of last month's rows on, a list that has them again is a list of the year so far. */
const cumulativeShare = 0.5

/**
 * Events of earlier months (deaths, departures, aid) that this month's lists do not repeat, numbered behind `records`. Some offices send the
 * year so far, others the month alone; a death told in September still holds in November. Where a list repeats most of last month's rows it
 * is one of the year so far, and what it leaves out was taken back: nothing of it is carried. Pure; in the order of the past records.
 */
export function carriedEvents(records: readonly PersonRecord[], past: readonly PastRecord[]): readonly PersonRecord[] {
  const told = past.filter(({ source }) => eventSources.has(source))
  if (told.length === 0) return []
  const now = new Set(records.filter(({ source }) => eventSources.has(source)).map(contentOf))
  const missing = told.filter((record) => !now.has(contentOf(record)))
  const first = records.reduce((last, { index }) => Math.max(last, index), -1) + 1
  const ofYear = cumulativeSources(told, missing)
  return missing
    .filter(({ source }) => !ofYear.has(source))
    .map(({ month: _, personKey: __, ...record }, at) => ({ ...record, index: first + at }))
}

function cumulativeSources(told: readonly PastRecord[], missing: readonly PastRecord[]): ReadonlySet<string> {
  const before = countBy(told.map(({ source }) => source))
  const gone = countBy(missing.map(({ source }) => source))
  const isCumulative = ([source, count]: [string, number]) => 1 - (gone.get(source) ?? 0) / count >= cumulativeShare
  return new Set([...before].filter(isCumulative).map(([source]) => source))
}

// Who, and when: addresses and spellings of the same event differ from month to month.
function contentOf(record: PersonRecord): string {
  const { name, idNumber, birthDate: _, ...rest } = record
  const dates = Object.entries(rest).filter(([field, value]) => field !== 'month' && isDate(value))
  return JSON.stringify([name, idNumber?.pattern ?? null, dates.sort(([left], [right]) => compareText(left, right))])
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(value)
}
