import type { Day, Month } from '../domain/month.js'
import type { Database } from './database.js'

/** A correct id that somebody read from a document (正确号码): shown to the department that owns the roster, never applied. */
export interface IdProposal {
  /** Person key or record fingerprint, as a judgement names it. */
  readonly subject: string
  /** Whole. */
  readonly idNumber: string
  readonly who: string
  readonly when: Day
  /** The latest month of the history when it was read. */
  readonly month: Month
  readonly why: string
}

/** Keeps a proposal. */
export async function addProposal(database: Database, proposal: IdProposal): Promise<void> {
  const { subject, idNumber, who, when, month, why } = proposal
  await database.run(
    'INSERT INTO id_proposal SELECT coalesce(max(sequence), 0) + 1, $1, $2, $3, $4, $5, $6 FROM id_proposal',
    [subject, idNumber, who, when, month, why],
  )
}

/** The proposals in the order in which they came; with `month` those that its run goes by: of the months before, so that a month run again says what it said. */
export async function idProposals(database: Database, month?: Month): Promise<IdProposal[]> {
  const rows = await database.rows(
    `SELECT subject, id_number AS "idNumber", proposed_by AS who, proposed_at AS "when", month, why FROM id_proposal
      WHERE $1::TEXT IS NULL OR month < $1 ORDER BY sequence`,
    [month ?? null],
  )
  return rows as unknown as IdProposal[]
}
