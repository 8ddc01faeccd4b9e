import type { Month } from '../domain/month.js'
import type { AskedHouseholds } from '../match/asked-households.js'
import type { Database } from './database.js'
import { keyNow } from './key-change.js'

/**
 * The households that cases seen before `month` speak of, each with the people whom its cases named when they were last seen, by their keys of today.
 * A key that gave way to another is still known, with nobody: a run of the month in which it did must not take it for a new one.
 */
export async function askedHouseholds(database: Database, month: Month): Promise<AskedHouseholds> {
  const rows = await database.rows(
    `SELECT cases.subject, cases.person_key AS "personKey", json_extract(sighting.rest, '$.memberKeys')::TEXT AS members
      FROM sighting JOIN cases ON cases.number = sighting.number
      WHERE sighting.month < $1 AND cases.unit = 'household' AND cases.merged_into IS NULL
      QUALIFY row_number() OVER (PARTITION BY sighting.number ORDER BY sighting.month DESC) = 1`,
    [month],
  )
  const now = rows.length === 0 ? null : await keyNow(database)
  const people = new Map<string, Set<string>>()
  for (const { subject, personKey, members } of rows) {
    // Months stored by an earlier doudi name the first of them alone.
    const named = typeof members === 'string' ? (JSON.parse(members) as string[]) : []
    const keys = named.length > 0 ? named : typeof personKey === 'string' ? [personKey] : []
    const known = people.get(String(subject)) ?? new Set()
    people.set(String(subject), known)
    for (const key of keys) known.add(now?.(key) ?? key)
  }
  for (const key of await keysGivenUp(database, month)) if (!people.has(key)) people.set(key, new Set())
  return people
}

async function keysGivenUp(database: Database, month: Month): Promise<readonly string[]> {
  const rows = await database.rows(
    `SELECT DISTINCT from_key AS key FROM key_change WHERE kind = 'merged' AND contains(from_key, ':') AND month <= $1`,
    [month],
  )
  return rows.map(({ key }) => String(key))
}
