import type { Finding } from '../domain/finding.js'
import type { Month } from '../domain/month.js'
import type { Case } from './case.js'
import { type CaseIdentity, numberFindings, type OpenedCase } from './case-number.js'
import type { Database, SqlValue } from './database.js'
import { factsFingerprint, sortedFacts } from './fingerprint.js'
import { inChunks } from './month-store.js'

/**
 * Replaces what was seen in `month` by `findings` and returns their cases, in the order given. A case seen before keeps its number; one that
 * is no longer seen in a re-run keeps its number too, unused by others. `timesSeen` and `firstMonth` speak of the months up to this one, so
 * that an old month run again says what it said then.
 */
export async function recordFindings(database: Database, findings: readonly Finding[], month: Month): Promise<Case[]> {
  const [run] = await database.rows('SELECT month FROM month_run WHERE month = $1', [month])
  if (run === undefined) throw new Error(`findings of ${month} recorded before the month itself`)
  const known = await openCases(database)
  const { numbers, opened } = numberFindings(findings, known, await lastSequences(database, month), month)
  await database.append(
    'cases',
    inChunks(opened, (one) => caseRow(one, month)),
  )
  await database.run('DELETE FROM sighting WHERE month = $1', [month])
  await database.append(
    'sighting',
    inChunks(firstOfEach(findings, numbers), ([number, finding]) => sightingRow(number, finding, month)),
  )
  const memory = await memoryOf(database, month)
  return findings.map((finding, at) => {
    const number = numbers[at] as string
    const { firstMonth, timesSeen } = memory.get(number) as Memory
    return { number, finding, firstMonth, timesSeen, status: '待核' }
  })
}

interface Memory {
  readonly firstMonth: Month
  readonly timesSeen: number
}

async function openCases(database: Database): Promise<CaseIdentity[]> {
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

function sightingRow(number: string, finding: Finding, month: Month): SqlValue[] {
  const { severity, township, village, householdNumber, amountFen, explanation, facts } = finding
  const fingerprint = factsFingerprint(facts)
  return [
    number,
    month,
    severity,
    township,
    village,
    householdNumber,
    amountFen,
    explanation,
    sortedFacts(facts),
    fingerprint,
  ]
}

// Two findings of one rule on one subject share a case, which is seen once a month.
function firstOfEach(findings: readonly Finding[], numbers: readonly string[]): Map<string, Finding> {
  const first = new Map<string, Finding>()
  findings.forEach((finding, at) => {
    const number = numbers[at] as string
    if (!first.has(number)) first.set(number, finding)
  })
  return first
}

async function memoryOf(database: Database, month: Month): Promise<Map<string, Memory>> {
  const rows = await database.rows(
    `SELECT number, min(month) AS "firstMonth", count(DISTINCT month)::INTEGER AS "timesSeen" FROM sighting
      WHERE month <= $1 AND number IN (SELECT number FROM sighting WHERE month = $1) GROUP BY number`,
    [month],
  )
  return new Map(rows.map((row) => [String(row.number), row as unknown as Memory]))
}
