import { isExtraList } from '../domain/extra-lists.js'
import { eventLists, type Programme, programmes } from '../domain/programme.js'
import type { Settings } from '../domain/settings.js'
import type { Delivery } from '../ingest/delivery.js'
import { countsByProgramme, type ProgrammeCounts } from './safety.js'

/** A roster, or one township of it (null: the whole), that grew by more than a fifth against last month (domain D14). */
export interface SteepRise {
  readonly programme: Programme
  readonly township: string | null
  readonly rowsBefore: number
  readonly rowsNow: number
}

/** So few newcomers are news of a village and no fault of an export. */
const fewNewcomers = 5

/**
 * The steep rises of this month: a warning and no stop, for a rise hides nobody. `previous` are the counts held against (`soundCounts`), null in a first
 * month; a roster that comes back to what it was in the newest of the `earlier` months has not risen. A roster or township without any records
 * before is new. By programme, the whole roster first, then by township.
 */
export function steepRises(
  deliveries: readonly Delivery[],
  previous: ProgrammeCounts | null,
  earlier: readonly (readonly Delivery[])[],
  { maxFallPercent, notHeld }: Pick<Settings, 'maxFallPercent' | 'notHeld'>,
): readonly SteepRise[] {
  if (!previous) return []
  const now = countsByProgramme(deliveries)
  const before = countsByProgramme(earlier[0] ?? [])
  const exempt: readonly Programme[] = [...eventLists, ...notHeld]
  return (Object.keys(programmes) as Programme[])
    .filter((programme) => !exempt.includes(programme) && !isExtraList(programme))
    .flatMap((programme) => {
      const counts = highest(previous[programme] ?? {}, before[programme] ?? {})
      return risesOf(programme, counts, now[programme] ?? {}, maxFallPercent)
    })
}

type Counts = Readonly<Record<string, number>>

function risesOf(programme: Programme, before: Counts, now: Counts, percent: number): SteepRise[] {
  const rise = (township: string | null, rowsBefore: number, rowsNow: number): SteepRise[] =>
    rose(rowsBefore, rowsNow, percent) ? [{ programme, township, rowsBefore, rowsNow }] : []
  // Records that found their township since towns.csv learned an alias are no newcomers.
  const placed = Math.max(0, (before[''] ?? 0) - (now[''] ?? 0))
  const townships = Object.keys(now)
    .filter((township) => township !== '' && rose((before[township] ?? 0) + placed, now[township] ?? 0, percent))
    .sort()
  return [
    ...rise(null, total(before), total(now)),
    ...townships.flatMap((township) => rise(township, before[township] ?? 0, now[township] ?? 0)),
  ]
}

function rose(before: number, now: number, percent: number): boolean {
  return before > 0 && now - before >= fewNewcomers && (now - before) * 100 > percent * before
}

function highest(one: Counts, other: Counts): Counts {
  const townships = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...townships].map((each) => [each, Math.max(one[each] ?? 0, other[each] ?? 0)]))
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
