import type { Month } from '../domain/month.js'
import type { Judgement } from '../match/judgements.js'
import type { Database } from './database.js'

const columns = 'left_key AS "left", right_key AS "right", verdict, judged_by AS "who", judged_at AS "when", why'

/** Adds a judgement. Earlier ones on the same pair stay in the file; the latest counts. */
export async function addJudgement(database: Database, judgement: Judgement): Promise<void> {
  const { left, right, verdict, who, when, why } = judgement
  await database.run(
    'INSERT INTO judgement SELECT coalesce(max(sequence), 0) + 1, $1, $2, $3, $4, $5, $6 FROM judgement',
    [left, right, verdict, who, when, why],
  )
}

/**
 * The judgements in force, one a pair whichever way round it was judged, in the order in which they were made. With `month`: those that its run
 * goes by, see `judgementsFor`.
 */
export async function judgementsInForce(database: Database, month?: Month): Promise<Judgement[]> {
  const last = month === undefined ? null : await judgementsFor(database, month)
  const rows = await database.rows(
    `SELECT ${columns} FROM judgement
      WHERE $1::INTEGER IS NULL OR sequence <= $1
      QUALIFY row_number() OVER (
        PARTITION BY least(left_key, right_key), greatest(left_key, right_key) ORDER BY sequence DESC) = 1
      ORDER BY sequence`,
    [last],
  )
  return rows as unknown as Judgement[]
}

/** Every judgement that was ever made, in order: of those on one pair the last is in force. */
export async function everyJudgement(database: Database): Promise<Judgement[]> {
  const rows = await database.rows(`SELECT ${columns} FROM judgement ORDER BY sequence`)
  return rows as unknown as Judgement[]
}

/**
 * The number of the last judgement that the run of `month` goes by: the newest there is; for a month that later ones have followed, the one its
 * own last run went by, so that an old month issued again says what it said.
 */
export async function judgementsFor(database: Database, month: Month): Promise<number> {
  const [old] = await database.rows(
    `SELECT judgements FROM month_run WHERE month = $1 AND EXISTS (SELECT 1 FROM month_run WHERE month > $1)`,
    [month],
  )
  if (typeof old?.judgements === 'number') return old.judgements
  const [newest] = await database.rows('SELECT coalesce(max(sequence), 0)::INTEGER AS last FROM judgement')
  return Number(newest?.last)
}

/** Keeps the matching model learned in `month` (JSON text), in place of an earlier one of that month. */
export async function storeMatchingModel(database: Database, month: Month, model: string): Promise<void> {
  await database.run('DELETE FROM matching_model WHERE month = $1', [month])
  await database.run('INSERT INTO matching_model VALUES ($1, $2)', [month, model])
}

/** The model of the latest month before `month`, or null: never the month's own, so that a re-run starts from what the first run knew. */
export async function matchingModelBefore(database: Database, month: Month): Promise<string | null> {
  const [row] = await database.rows('SELECT model FROM matching_model WHERE month < $1 ORDER BY month DESC LIMIT 1', [
    month,
  ])
  return typeof row?.model === 'string' ? row.model : null
}
