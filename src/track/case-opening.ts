import type { Finding } from '../domain/finding.js'
import type { Month } from '../domain/month.js'
import { type CaseIdentity, type Numbering, numberFindings, type OpenedCase } from './case-number.js'
import type { Database, SqlValue } from './database.js'
import { inChunks } from './month-store.js'

/** Gives every finding its case, and keeps those that are new in `month`; see `numberFindings`. */
export async function openCases(database: Database, findings: readonly Finding[], month: Month): Promise<Numbering> {
  const known = await knownCases(database, month)
  const numbering = numberFindings(findings, known, await lastSequences(database, month), month)
  await database.append(
    'cases',
    inChunks(numbering.opened, (one) => caseRow(one, month)),
  )
  return numbering
}

// A month that later ones have followed knows its subjects by the keys that they had then: since, two of them may have become one, and their cases one
// case. What its last run did not see is known by the keys of today.
async function knownCases(database: Database, month: Month): Promise<CaseIdentity[]> {
  const rows = await database.rows(
    `SELECT number, rule, subject FROM (
      SELECT number, rule, subject, 0 AS place FROM cases WHERE merged_into IS NULL
      UNION ALL SELECT sighting.number, rule, json_extract_string(sighting.rest, '$.subject') AS subject, 1 AS place
        FROM sighting JOIN cases ON cases.number = sighting.number
        WHERE sighting.month = $1 AND EXISTS (SELECT 1 FROM month_run WHERE month > $1))
      WHERE subject IS NOT NULL ORDER BY place, number`,
    [month],
  )
  return rows as unknown as CaseIdentity[]
}

async function lastSequences(database: Database, month: Month): Promise<Map<string, number>> {
  const rows = await database.rows(
    'SELECT rule, max(sequence) AS last FROM cases WHERE opened_month = $1 GROUP BY rule',
    [month],
  )
  return new Map(rows.map(({ rule, last }) => [String(rule), Number(last)]))
}

function caseRow({ number, rule, subject, sequence, finding }: OpenedCase, month: Month): SqlValue[] {
  return [number, rule, subject, month, sequence, finding.kind, finding.unit, finding.personKey, null]
}
