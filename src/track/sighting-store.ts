import type { Finding } from '../domain/finding.js'
import type { Month } from '../domain/month.js'
import { reportedRules } from '../domain/reported.js'
import type { Named } from './case.js'
import type { Database, SqlRow, SqlValue } from './database.js'
import { factsFingerprint, sortedFacts } from './fingerprint.js'
import { keyNow } from './key-change.js'
import { inChunks } from './month-store.js'

/** A case as a month's run saw it. */
export interface Sighting {
  readonly number: string
  readonly finding: Finding
  readonly named: Named
}

/** The latest sighting of a case, with what the earlier ones add up to. */
export interface LastSighting extends Sighting {
  readonly month: Month
  readonly firstMonth: Month
  /** Months in which it was seen. */
  readonly timesSeen: number
}

/** Replaces what was seen in `month`; one sighting a case. What was reported then was not seen by a run and stays. */
export async function storeSightings(database: Database, month: Month, sightings: readonly Sighting[]): Promise<void> {
  const reported = Object.keys(reportedRules).map((rule) => `'${rule}'`)
  await database.run(
    `DELETE FROM sighting WHERE month = $1
      AND number NOT IN (SELECT number FROM cases WHERE rule IN (${reported.join(', ')}))`,
    [month],
  )
  await addSightings(database, month, sightings)
}

/** Adds what was seen in `month`; one sighting a case. */
export async function addSightings(database: Database, month: Month, sightings: readonly Sighting[]): Promise<void> {
  await database.append(
    'sighting',
    inChunks(sightings, (sighting) => sightingRow(sighting, month)),
  )
}

/** The last sighting up to and with `month` of every case that was seen by then, by case number. */
export async function lastSightings(database: Database, month: Month): Promise<Map<string, LastSighting>> {
  const now = await keyNow(database)
  const rows = await database.rows(
    `SELECT sighting.*, cases.rule, cases.kind, cases.unit, cases.subject, cases.person_key AS "personKey",
        min(month) OVER (PARTITION BY sighting.number) AS "firstMonth",
        count(*) OVER (PARTITION BY sighting.number)::INTEGER AS "timesSeen"
      FROM sighting JOIN cases ON cases.number = sighting.number
      WHERE month <= $1 QUALIFY row_number() OVER (PARTITION BY sighting.number ORDER BY month DESC) = 1
      ORDER BY sighting.number`,
    [month],
  )
  return new Map(rows.map((row) => [String(row.number), sightingOf(row, now)]))
}

// With the subject as it was called then: that of its case follows the keys.
type Rest = Pick<
  Finding,
  'subject' | 'title' | 'audience' | 'memberKeys' | 'action' | 'basis' | 'evidence' | 'exceptions'
>

function sightingRow({ number, finding, named }: Sighting, month: Month): SqlValue[] {
  const { severity, township, village, householdNumber, amountFen, explanation, facts } = finding
  const { subject, title, audience, memberKeys, action, basis, evidence, exceptions } = finding
  const rest: Rest = {
    subject,
    title,
    memberKeys,
    action,
    basis,
    evidence,
    exceptions,
    ...(audience ? { audience } : {}),
  }
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
    factsFingerprint(facts),
    JSON.stringify(rest),
    JSON.stringify(named),
  ]
}

const noRest: Rest = { subject: '', title: '', memberKeys: [], action: '', basis: [], evidence: [], exceptions: [] }
const nobody: Named = { name: null, idNumber: null, headName: null }

// Months stored by an earlier doudi have neither the rest nor the names.
function sightingOf(row: SqlRow, now: (key: string) => string): LastSighting {
  const rest = typeof row.rest === 'string' ? (JSON.parse(row.rest) as Rest) : noRest
  const { rule, kind, unit, subject, personKey, severity, township, village } = row as unknown as Finding
  const finding: Finding = {
    ...rest,
    personKey,
    memberKeys: rest.memberKeys.map(now),
    rule,
    kind,
    unit,
    subject,
    severity,
    township,
    village,
    householdNumber: row.household_number as string | null,
    amountFen: row.amount_fen as number | null,
    explanation: String(row.explanation),
    facts: JSON.parse(String(row.facts)),
  }
  return {
    number: String(row.number),
    month: String(row.month),
    finding,
    named: typeof row.named === 'string' ? (JSON.parse(row.named) as Named) : nobody,
    firstMonth: String(row.firstMonth),
    timesSeen: Number(row.timesSeen),
  }
}
