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

// A month that is run again after a household gave up its key still knows it by that one; whoever goes by it now comes last and wins.
async function knownCases(database: Database, month: Month): Promise<CaseIdentity[]> {
  const rows = await database.rows(
    `SELECT number, rule, subject FROM (
      SELECT number, rule, from_key AS subject, 0 AS place FROM cases JOIN key_change change ON change.to_key = cases.subject
        WHERE cases.unit = 'household' AND merged_into IS NULL AND change.kind = 'merged' AND change.month > $1
      UNION ALL SELECT number, rule, subject, 1 AS place FROM cases WHERE merged_into IS NULL)
      ORDER BY place, number`,
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
