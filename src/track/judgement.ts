import { groupBy } from '../domain/group.js'
import type { Month } from '../domain/month.js'
import { type Judgement, pairKey } from '../match/judgements.js'
import type { Database } from './database.js'

const rest = 'verdict, judged_by AS "who", judged_at AS "when", why'
const columns = `left_key AS "left", right_key AS "right", ${rest}`
const askedColumns = `asked_left AS "left", asked_right AS "right", ${rest}`

/** Adds a judgement. Earlier ones on the same pair stay in the file; the latest counts. */
export async function addJudgement(database: Database, judgement: Judgement): Promise<void> {
  const { left, right, verdict, who, when, why } = judgement
  await database.run(
    'INSERT INTO judgement SELECT coalesce(max(sequence), 0) + 1, $1, $2, $3, $4, $5, $6, $1, $2 FROM judgement',
    [left, right, verdict, who, when, why],
  )
}

/**
 * The judgements in force, one a pair whichever way round it was judged, in the order in which they were made. With `month`: those that its run
 * goes by, see `judgementsFor`; for a month that later ones have followed, by the keys of its time.
 */
export async function judgementsInForce(database: Database, month?: Month): Promise<Judgement[]> {
  const last = month === undefined ? null : await judgementsFor(database, month)
  const isOld = month !== undefined && (await isFollowed(database, month))
  const rows = await database.rows(
    `SELECT ${isOld ? askedColumns : columns} FROM judgement WHERE $1::INTEGER IS NULL OR sequence <= $1 ORDER BY sequence`,
    [last],
  )
  const judgements = isOld ? await asOf(database, rows as unknown as Judgement[], month) : rows
  const inForce = new Map<string, Judgement>()
  for (const judgement of judgements as Judgement[]) {
    const pair = pairKey(judgement.left, judgement.right)
    inForce.delete(pair)
    inForce.set(pair, judgement)
  }
  return [...inForce.values()]
}

async function isFollowed(database: Database, month: Month): Promise<boolean> {
  const [later] = await database.rows('SELECT month FROM month_run WHERE month > $1 LIMIT 1', [month])
  return later !== undefined
}

// With the keys that had given way by the end of the month, as `changeKeys` carries them through.
async function asOf(database: Database, asked: readonly Judgement[], month: Month): Promise<Judgement[]> {
  const rows = await database.rows(
    `SELECT batch, from_key AS "from", to_key AS "to" FROM key_change WHERE kind = 'merged' AND month <= $1 ORDER BY batch`,
    [month],
  )
  const batches = groupBy(rows as unknown as readonly Merged[], ({ batch }) => batch)
  let judgements = asked
  for (const changes of batches.values()) {
    const ends = new Map(changes.map(({ from, to }) => [from, to]))
    judgements = judgements.map((judgement) => {
      const [left, right] = [ends.get(judgement.left) ?? judgement.left, ends.get(judgement.right) ?? judgement.right]
      return left === right ? judgement : { ...judgement, left, right }
    })
  }
  return [...judgements]
}

interface Merged {
  readonly batch: number
  readonly from: string
  readonly to: string
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
