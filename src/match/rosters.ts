import type { PersonRecord } from '../ingest/source.js'
import { allSources } from '../ingest/sources/all.js'
import type { PastRecord } from './person.js'
import { thresholds } from './thresholds.js'
import type { Units } from './units.js'

/** Rosters that list one person several times by nature: one row a payment, an event, a car or a house. */
const repeating: ReadonlySet<string> = new Set(allSources.filter(({ rolling }) => rolling).map(({ id }) => id))

/** True when two rows stand in one roster of one month that lists a person only once. */
export function standTogether(left: PersonRecord, right: PersonRecord): boolean {
  return left.source === right.source && monthOfRow(left) === monthOfRow(right) && !repeating.has(left.source)
}

/** What the rosters of people with usable numbers, who need no guess, tell of the others. */
export interface RosterCounts {
  /** How much rarer it is that a roster holds a person twice than that another roster holds the person too, in bits (negative). */
  readonly duplicatePenalty: number
  /** The share of units that other rosters or months hold too: how often a row without a usable number has a counterpart at all. */
  readonly overlap: number
  /** True when one roster of one month holds rows of both units and lists a person only once. Units by number, as in the next. */
  readonly shareRoster: (a: number, b: number) => boolean
  /**
   * What chance alone makes of two units' being one person, in bits, from the two rosters of theirs that have the most people in common. Rosters hold a person
   * once, so that only somebody whom the other roster leaves unpaired can be a counterpart: the odds are the pairs that usable numbers show, over those
   * without a pair in the one roster times those in the other. Null where one roster holds both.
   */
  readonly weightBetween: (a: number, b: number) => number | null
}

/** Numbers the rosters of a run from 0, each month's by itself. */
export interface RosterBook {
  /** The number of the roster that a row stands in. */
  readonly numberOf: (row: PersonRecord) => number
  /** Whether a roster lists one person several times by nature. By number, as the next. */
  readonly repeats: (roster: number) => boolean
  /** Whether a roster is an earlier month's. */
  readonly isPast: (roster: number) => boolean
  /** The number of this month's roster of the same kind as one of an earlier month; -1 where this month has none. Rows of this month have to come first. */
  readonly nowOf: (roster: number) => number
}

/** Starts a roster book. */
export function rosterBook(): RosterBook {
  const numbers = new Map<string, number>()
  const rosters: { readonly repeats: boolean; readonly isPast: boolean; readonly now: number }[] = []
  // Rows come roster by roster.
  let [source, month, number] = ['', '', -1]
  return {
    numberOf: (row) => {
      if (number >= 0 && row.source === source && monthOfRow(row) === month) return number
      source = row.source
      month = monthOfRow(row)
      const key = `${source}|${month}`
      number = numbers.get(key) ?? rosters.length
      if (number === rosters.length) {
        numbers.set(key, number)
        rosters.push({ repeats: repeating.has(source), isPast: month !== '', now: numbers.get(`${source}|`) ?? -1 })
      }
      return number
    },
    repeats: (roster) => rosters[roster]?.repeats === true,
    isPast: (roster) => rosters[roster]?.isPast === true,
    nowOf: (roster) => rosters[roster]?.now ?? -1,
  }
}

/** Counts the rosters of all units in one walk. A few imagined rows keep small counties from never or always believing in duplicates. */
export function countRosters(units: Units): RosterCounts {
  const book = units.rosters
  const held: number[] = []
  const common = new Map<number, number>()
  let [once, twice, alone, shared] = [200, 0.4, 10, 10]
  const list = rosterList()
  for (let unit = 0; unit < units.length; unit++) {
    if (units.idNumberOf(unit) === null) continue
    const { keys, items, from, to } = units.rowsAt(unit)
    if (to - from > 1) shared++
    else alone++
    list.length = 0
    for (let k = from; k < to; k++) {
      const roster = keys.rosters[items[k] as number] as number
      const isNew = enterOnce(list, roster)
      if (book.isPast(roster) || book.repeats(roster)) continue
      if (isNew) once++
      else twice++
    }
    for (let i = 0; i < list.length; i++) {
      const roster = list.rosters[i] as number
      held[roster] = (held[roster] ?? 0) + 1
      for (let k = 0; k < i; k++) {
        const pair = pairCode(roster, list.rosters[k] as number)
        common.set(pair, (common.get(pair) ?? 0) + 1)
      }
    }
  }
  const weightOf = (a: number, b: number) => {
    const both = common.get(pairCode(a, b)) ?? 0
    const unpaired = (roster: number) => {
      const all = held[roster] ?? 0
      return Math.max(all - both, all * thresholds.leastAlone) + 1
    }
    return Math.log2((both + 0.5) / (unpaired(a) * unpaired(b)))
  }
  const duplicatePenalty = Math.log2(Math.min(0.5, twice / once))
  return { duplicatePenalty, overlap: shared / (shared + alone), ...betweenUnits(units, weightOf) }
}

// Each is asked of hundreds of thousands of pairs.
function betweenUnits(
  units: Units,
  weightOf: (roster: number, other: number) => number,
): Pick<RosterCounts, 'shareRoster' | 'weightBetween'> {
  const [left, right] = [rosterList(), rosterList()]
  const book = units.rosters
  const shareRoster = (a: number, b: number) => {
    rostersOf(units, a, left)
    rostersOf(units, b, right)
    for (let i = 0; i < left.length; i++) {
      const roster = left.rosters[i] as number
      if (holds(right, roster) && !book.repeats(roster)) return true
    }
    return false
  }
  const weightBetween = (a: number, b: number) => {
    if (shareRoster(a, b)) return null
    let best = Number.NEGATIVE_INFINITY
    for (let i = 0; i < left.length; i++)
      for (let k = 0; k < right.length; k++) {
        const [one, other] = [left.rosters[i] as number, right.rosters[k] as number]
        if (one !== other) best = Math.max(best, weightOf(one, other))
      }
    return best
  }
  return { shareRoster, weightBetween }
}

/** The rosters of a unit, each once: those before `length`. Filled anew for each unit, as a list that is emptied and grown again would be made anew. */
interface RosterList {
  readonly rosters: number[]
  length: number
}

function rosterList(): RosterList {
  return { rosters: [], length: 0 }
}

function rostersOf(units: Units, unit: number, list: RosterList): void {
  const { keys, items, from, to } = units.rowsAt(unit)
  list.length = 0
  for (let k = from; k < to; k++) enterOnce(list, keys.rosters[items[k] as number] as number)
}

const mostRosters = 4096

function pairCode(a: number, b: number): number {
  return a < b ? a * mostRosters + b : b * mostRosters + a
}

// Whether it was not in the list.
function enterOnce(list: RosterList, roster: number): boolean {
  if (holds(list, roster)) return false
  list.rosters[list.length++] = roster
  return true
}

function holds({ rosters, length }: RosterList, roster: number): boolean {
  for (let i = 0; i < length; i++) if (rosters[i] === roster) return true
  return false
}

/** The earlier month that a row comes from; empty for this month's. */
export function monthOfRow(record: PersonRecord): string {
  return (record as Partial<PastRecord>).month ?? ''
}
