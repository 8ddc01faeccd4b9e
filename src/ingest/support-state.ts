import type { Programme } from '../domain/programme.js'
import type { Settling } from './household-lists.js'
import type { Draft } from './read-plan.js'
import type { PersonRecord } from './source.js'

/** What some rosters say of whether a row still counts, and what a list of payments pays. */
interface Stated {
  supportState?: '在享' | '暂停' | '未批' | '已停' | null
  readonly subsidyFen?: number | null
  readonly livingFen?: number | null
  readonly careFen?: number | null
  readonly aidFen?: number | null
}

/**
 * Whether a row still counts for the roll by its own words: who has been stopped, or whose application is not granted, is in the list and not on the
 * roll. A subsidy that is paid all the same is paid for the last time (停发当月), and aid is paid once: 死亡 beside it is how its person fares since.
 */
export function isInForce(record: PersonRecord | Draft): boolean {
  const { supportState = null, subsidyFen, livingFen, careFen, aidFen } = record as Stated
  if (supportState === '未批') return false
  return supportState !== '已停' || [subsidyFen, livingFen, careFen, aidFen].some((fen) => (fen ?? 0) > 0)
}

// Any source, whatever its own columns.
type Enrolling = { readonly enrols: (record: never) => readonly Programme[] }

/** The programmes in which a row of the source enrols its person; none where the row itself says that it is over or not granted. */
export function enrolledBy(source: Enrolling, record: PersonRecord | Draft): readonly Programme[] {
  return isInForce(record) ? source.enrols(record as never) : []
}

/**
 * Takes the members of a household off the roll when the household export says that it was stopped and their own rows say nothing. Not where another
 * row of that export has the household in force: a household that came back stands in it twice.
 */
export function stopMembers(lists: readonly Settling[], members: readonly Settling[]): void {
  const [stopped, inForce] = [new Map<string, Stated['supportState']>(), new Set<string>()]
  for (const row of lists)
    for (const key of keysOf(row))
      if (isInForce(row)) inForce.add(key)
      else stopped.set(key, (row as Stated).supportState)
  if (stopped.size === 0) return
  for (const row of members) {
    const [key] = keysOf(row)
    const state = key === undefined || inForce.has(key) ? undefined : stopped.get(key)
    if (state === undefined || ((row as Stated).supportState ?? null) !== null) continue
    ;(row as Stated).supportState = state
    row.programmes = []
  }
}

// The household by its number, or else by its head.
function keysOf({ householdNumber, headIdNumber }: PersonRecord): readonly string[] {
  return [householdNumber, headIdNumber?.value].filter((key) => typeof key === 'string')
}
