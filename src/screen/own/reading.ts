import type { Programme } from '../../domain/programme.js'
import { programmes as programmeTitles } from '../../domain/programme.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { Household, Person } from '../../match/person.js'
import { possibleRecordsIn } from '../standing.js'

/** Whom an own rule judges. */
export type Subject = Person | Household

/** What a field holds: money in fen, months as YYYY-MM. */
export type Value = string | number | boolean

/**
 * What a field says of a subject. `none`: the subject stands in none of the field's rosters. `blank`: it does, but the cell is empty.
 * `doubtful`: a row that may be the subject's stands there, so that nothing may be claimed.
 */
export type Reading =
  | { readonly state: 'known'; readonly value: Value; readonly record: PersonRecord | null }
  | { readonly state: 'none' }
  | { readonly state: 'blank' | 'doubtful'; readonly reason: string }

/** A value that was read, with the row it stands in. */
export function known(value: Value, record: PersonRecord | null = null): Reading {
  return { state: 'known', value, record }
}

/** The subject is in none of the rosters. */
export const none: Reading = { state: 'none' }

/** True for households. */
export function isHousehold(subject: Subject): subject is Household {
  return 'members' in subject
}

/** An empty cell: `农村低保名册没有“最初享受月份”`. */
export function blank(rosters: readonly Programme[], title: string): Reading {
  return { state: 'blank', reason: `${rosterNames(rosters)}没有“${title}”` }
}

/**
 * The rows that speak of the subject in rosters: a person's certain rows, a household's own rows. `doubtful` when a weaker link or a possible
 * match stands there too: then the rows are not the whole truth.
 */
export function rowsAbout(
  subject: Subject,
  rosters: readonly Programme[],
): { readonly rows: readonly PersonRecord[]; readonly doubtful: boolean } {
  if (isHousehold(subject)) {
    const rows = rosters.includes(subject.system) ? subject.records : []
    return { rows, doubtful: false }
  }
  const about = subject.links.filter(({ record }) => speaksOf(record, rosters))
  const rows = about.filter(({ grade }) => grade === 'exact').map(({ record }) => record)
  const doubtful =
    about.length > rows.length || subject.candidates.some(({ person }) => possibleRecordsIn(person, rosters).length > 0)
  return { rows, doubtful }
}

/** Says that someone in the rosters may be the subject. */
export function doubt(rosters: readonly Programme[]): Reading {
  return { state: 'doubtful', reason: `可能在${rosterNames(rosters)}（号码待核），不能断定` }
}

function speaksOf(record: PersonRecord, rosters: readonly Programme[]): boolean {
  return rosters.includes(record.system) || record.programmes.some((programme) => rosters.includes(programme))
}

function rosterNames(rosters: readonly Programme[]): string {
  return `${rosters.map((programme) => programmeTitles[programme]).join('、')}名册`
}
