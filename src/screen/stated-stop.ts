import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { allSources } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import { field } from './standing.js'

/**
 * The person's certain row in a roster of one of the programmes which itself says that the support has been stopped, or null. Such a row enrols nobody;
 * it says neither when nor why.
 */
export function statedStop({ links }: Person, list: readonly Programme[]): PersonRecord | null {
  for (const { grade, record } of links) {
    if (grade !== 'exact' || field(record, 'supportState') !== '已停') continue
    if (feedsOf.get(record.source)?.some((programme) => list.includes(programme))) return record
  }
  return null
}

const feedsOf = new Map(allSources.map(({ id, feeds }): [string, readonly Programme[]] => [id, feeds]))
