import type { Finding } from '../domain/finding.js'
import type { Month } from '../domain/month.js'
import { type CaseIdentity, type Numbering, numberFindings, type OpenedCase } from './case-number.js'
import type { Database, SqlValue } from './database.js'
import { inChunks } from './month-store.js'

/** Gives every finding its case, and keeps those that are new in `month`; see `numberFindings`. */
export async function openCases(database: Database, findings: readonly Finding[], month: Month): Promise<Numbering> {
  const known = await knownCases(database)
  const numbering = numberFindings(findings, known, await lastSequences(database, month), month)
  await database.append(
    'cases',
    inChunks(numbering.opened, (one) => caseRow(one, month)),
  )
  return numbering
}

async function knownCases(database: Database): Promise<CaseIdentity[]> {
  const rows = await database.rows('SELECT number, rule, subject FROM cases WHERE merged_into IS NULL')
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
