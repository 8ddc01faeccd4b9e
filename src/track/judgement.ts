import type { Month } from '../domain/month.js'
import type { Judgement } from '../match/judgements.js'
import type { Database } from './database.js'

/** Adds a judgement. Earlier ones on the same pair stay in the file; the latest counts. */
export async function addJudgement(database: Database, judgement: Judgement): Promise<void> {
  const { left, right, verdict, who, when, why } = judgement
  await database.run(
    'INSERT INTO judgement SELECT coalesce(max(sequence), 0) + 1, $1, $2, $3, $4, $5, $6 FROM judgement',
    [left, right, verdict, who, when, why],
  )
}

/** The judgements in force, one a pair whichever way round it was judged, in the order in which they were made. */
export async function judgementsInForce(database: Database): Promise<Judgement[]> {
  const rows = await database.rows(
    `SELECT left_key AS "left", right_key AS "right", verdict, judged_by AS "who", judged_at AS "when", why FROM judgement
      QUALIFY row_number() OVER (
        PARTITION BY least(left_key, right_key), greatest(left_key, right_key) ORDER BY sequence DESC) = 1
      ORDER BY sequence`,
  )
  return rows as unknown as Judgement[]
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
