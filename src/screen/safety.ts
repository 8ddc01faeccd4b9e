import { isExtraList } from '../domain/extra-lists.js'
import { eventLists, type Programme, programmes } from '../domain/programme.js'
import type { Settings } from '../domain/settings.js'
import { countByProgramme, type Delivery, recordsFor } from '../ingest/delivery.js'
import type { PersonRecord } from '../ingest/source.js'
import type { UnreadRoster } from '../ingest/unread-rosters.js'

/** A safety stop (domain D14): a roster, or one township of it, that is missing or fell by more than a fifth against last month. */
export interface SafetyStop {
  readonly programme: Programme
  /** null: the whole roster. */
  readonly township: string | null
  readonly rowsBefore: number
  readonly rowsNow: number
  /** The file that may hold the township and was not read, where nothing tells how many rows there should be. */
  readonly unread?: string
}

/** Records by programme and township; `''` counts those that belong to no township yet. */
export type ProgrammeCounts = Readonly<Partial<Record<Programme, Readonly<Record<string, number>>>>>

/** A township with fewer records than this falls by a fifth when one person moves: only its whole loss is a stop. */
const smallTownship = 5

/**
 * Records per programme and township. Where several exports feed one programme (家庭查询 beside 人员查询), a township counts the fuller one, so
 * that leaving out the other is no loss.
 */
export function countsByProgramme(deliveries: readonly Delivery[]): ProgrammeCounts {
  const counts: Partial<Record<Programme, Record<string, number>>> = {}
  for (const { programme, byTownship } of countsBySource(deliveries)) {
    const known = counts[programme] ?? {}
    counts[programme] = known
    for (const [township, records] of Object.entries(byTownship))
      known[township] = Math.max(known[township] ?? 0, records)
  }
  return counts
}

/**
 * What this month's rosters are held against: the counts of `last` month's deliveries; a township that a roster lacked altogether last month
 * keeps the count of the newest of the `earlier` months (newest first) that had it, or else a gap that lasts would be forgotten in its second
 * month. Not where the township stands in no roster of last month (renamed or merged), nor where so few were that all may have left. `records`, those
 * of last month, tell what a list of several programmes brought each where the month was stored without that.
 */
export function soundCounts(
  last: readonly Delivery[],
  earlier: readonly (readonly Delivery[])[],
  records: readonly PersonRecord[] = [],
): ProgrammeCounts {
  const sound: Partial<Record<Programme, Record<string, number>>> = {
    ...countsByProgramme(last.map((delivery) => (isSplit(delivery) ? delivery : split(delivery, records)))),
  }
  const standing = new Set(last.flatMap(({ byTownship }) => Object.keys(byTownship)))
  for (const deliveries of earlier)
    for (const [programme, counts] of Object.entries(countsByProgramme(deliveries.filter(isSplit))) as [
      Programme,
      Counts,
    ][]) {
      const missing = Object.entries(counts).filter(
        ([township, count]) =>
          township !== '' && standing.has(township) && count >= smallTownship && !sound[programme]?.[township],
      )
      sound[programme] = { ...sound[programme], ...Object.fromEntries(missing) }
    }
  return sound
}

// Whether it is known what the delivery brought each of its programmes.
function isSplit({ programmes: brought, byProgramme }: Delivery): boolean {
  return brought.length < 2 || byProgramme !== undefined
}

function split(delivery: Delivery, records: readonly PersonRecord[]): Delivery {
  const own = records.filter(({ origin }) => origin.file === delivery.file && origin.sheet === delivery.sheet)
  return { ...delivery, byProgramme: countByProgramme(delivery.programmes, own) }
}

/**
 * The stops of this month, by programme, the whole roster before its townships. A whole roster stops when it is missing, when every township of it is
 * short, or when what the short townships leave has fallen too; otherwise a short township stops alone. Event lists and rosters the county does not
 * hold never stop. `previous` are the counts held against (`soundCounts`), null in a first month, which has no stops; `explained` are losses that a
 * death or a stop on record accounts for (`explainedLosses`).
 */
export function safetyStops(
  deliveries: readonly Delivery[],
  previous: ProgrammeCounts | null,
  settings: Pick<Settings, 'maxFallPercent' | 'notHeld'>,
  explained: ProgrammeCounts = {},
): readonly SafetyStop[] {
  if (!previous) return []
  const now = countsByProgramme(deliveries)
  const exempt: readonly Programme[] = [...eventLists, ...settings.notHeld]
  return (Object.keys(programmes) as Programme[])
    .filter((programme) => !exempt.includes(programme) && !isExtraList(programme))
    .flatMap((programme) => {
      const counts = { before: previous[programme] ?? {}, now: now[programme] ?? {}, gone: explained[programme] ?? {} }
      return stopsOf(programme, counts, settings.maxFallPercent)
    })
}

/**
 * Townships that a roster lacks while a sheet that may be it, and names them, was not read: nobody there may be called left out, in a first month
 * either. Rosters that no other township sent are missing as a whole and need no stop; nor do townships that `stops` hold already.
 */
export function unreadStops(
  unread: readonly UnreadRoster[],
  deliveries: readonly Delivery[],
  stops: readonly SafetyStop[],
  { notHeld }: Pick<Settings, 'notHeld'>,
): readonly SafetyStop[] {
  const counts = countsByProgramme(deliveries)
  const exempt: readonly Programme[] = [...eventLists, ...notHeld]
  const held = new Set(stops.map(({ programme, township }) => `${programme} ${township}`))
  const found: SafetyStop[] = []
  for (const { file, programmes: possible, townships } of unread)
    for (const programme of possible)
      for (const township of townships) {
        const now = counts[programme]
        if (exempt.includes(programme) || isExtraList(programme) || !now || total(now) === 0 || now[township]) continue
        if (held.has(`${programme} ${township}`)) continue
        held.add(`${programme} ${township}`)
        found.push({ programme, township, rowsBefore: 0, rowsNow: 0, unread: file })
      }
  return found
}

/** Stands for a roster that a stop says is missing, so that the rule about short rosters has something to speak of. */
export function missingDelivery(programme: Programme): Delivery {
  const nothing = { rowsRead: 0, rowsUsed: 0, rowsRejected: 0, rowsDuplicate: 0, rowsSkipped: 0, records: 0 }
  return {
    source: programme,
    department: '民政',
    programmes: [programme],
    file: '',
    sheet: '',
    sha256: '',
    format: '',
    encoding: null,
    dataMonth: null,
    ...nothing,
    byTownship: {},
    rolling: false,
  }
}

interface SourceCounts {
  readonly programme: Programme
  readonly byTownship: Record<string, number>
}

// By programme and source: a register of old people and one of children are one source, but each brings its own programme.
function countsBySource(deliveries: readonly Delivery[]): Iterable<SourceCounts> {
  const bySource = new Map<string, SourceCounts>()
  for (const delivery of deliveries)
    for (const programme of delivery.programmes) {
      const { source } = delivery
      const counts = bySource.get(`${source} ${programme}`) ?? { programme, byTownship: {} }
      bySource.set(`${source} ${programme}`, counts)
      for (const [township, records] of Object.entries(recordsFor(programme, delivery)))
        counts.byTownship[township] = (counts.byTownship[township] ?? 0) + records
    }
  return bySource.values()
}

type Counts = Readonly<Record<string, number>>

function stopsOf(
  programme: Programme,
  { before, now, gone }: { readonly before: Counts; readonly now: Counts; readonly gone: Counts },
  maxFallPercent: number,
): SafetyStop[] {
  const short = Object.keys(before)
    // Records without a township become fewer when towns.csv learns an alias: no loss.
    .filter(
      (township) =>
        township !== '' && fell(before[township] ?? 0, now[township] ?? 0, gone[township] ?? 0, maxFallPercent),
    )
    .sort()
  const townships: SafetyStop[] = short.map((township) => ({
    programme,
    township,
    rowsBefore: before[township] ?? 0,
    rowsNow: now[township] ?? 0,
  }))
  const [rowsBefore, rowsNow] = [total(before), total(now)]
  const stoppedBefore = townships.reduce((sum, stop) => sum + stop.rowsBefore, 0)
  const stoppedNow = townships.reduce((sum, stop) => sum + stop.rowsNow, 0)
  const goneElsewhere = total(gone) - short.reduce((sum, township) => sum + (gone[township] ?? 0), 0)
  const whole =
    rowsBefore > 0 &&
    (rowsNow === 0 ||
      stoppedBefore === rowsBefore ||
      fell(rowsBefore - stoppedBefore, rowsNow - stoppedNow, goneElsewhere, maxFallPercent))
  return whole ? [{ programme, township: null, rowsBefore, rowsNow }, ...townships] : townships
}

// Of `before` records `now` are left, and `gone` of the others are accounted for.
function fell(before: number, now: number, gone: number, maxFallPercent: number): boolean {
  const lost = before - now - gone
  if (lost <= 0) return false
  // One person who is gone is asked after by name; a township must not go unjudged for him.
  if (before === 1) return false
  if (before < smallTownship) return now === 0
  return lost * 100 > maxFallPercent * before
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
