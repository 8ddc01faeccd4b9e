import type { Month } from '../domain/month.js'
import type { KeyChange } from '../match/person-key.js'
import type { Rewordings } from '../match/reworded-rows.js'
import { lifeOf } from './case-life.js'
import { type CaseIdentity, compareCaseNumbers } from './case-number.js'
import type { StepDraft } from './case-step.js'
import type { Database, SqlValue } from './database.js'
import { inChunks } from './month-store.js'
import { addSteps, stepsByCase } from './step-store.js'

function merges(changes: readonly KeyChange[]): readonly KeyChange[] {
  return changes.filter(({ kind, from, to }) => kind === 'merged' && from !== to)
}

/** A case that now speaks of the same subject as an older one. */
export interface CaseMerge {
  readonly number: string
  readonly into: string
}

/**
 * Where each merged key ends when the changes are followed one after another (a→b, b→c gives a→c). Split keys are not among them. Throws when the
 * changes go round in a circle.
 */
export function finalKeys(changes: readonly KeyChange[]): Map<string, string> {
  const next = new Map(merges(changes).map(({ from, to }) => [from, to]))
  const ends = new Map<string, string>()
  for (const start of next.keys()) {
    let key = start
    for (let steps = 0; next.has(key); steps++) {
      if (steps > next.size) throw new Error('key changes go round in a circle')
      key = next.get(key) as string
    }
    ends.set(start, key)
  }
  return ends
}

/** The cases that fall together once subjects are re-keyed: of one rule and subject the one with the lowest number (opened first) stays. */
export function caseMerges(cases: readonly CaseIdentity[]): CaseMerge[] {
  const kept = new Map<string, string>()
  const merges: CaseMerge[] = []
  for (const { number, rule, subject } of [...cases].sort((a, b) => compareCaseNumbers(a.number, b.number))) {
    const key = `${rule}\n${subject}`
    const into = kept.get(key)
    if (into === undefined) kept.set(key, number)
    else merges.push({ number, into })
  }
  return merges
}

/**
 * Carries key changes through cases, judgements and the records of the month before `month` and later ones, and leaves a trace of each that changed
 * anything. Older records keep the keys that they had, so that a month run again still finds its last month as it was. A judgement on the
 * two keys that become one keeps both, also where both give way to a third: it is why they did, whoever takes it back speaks of these two alone, and
 * a month run again knows its rows by the keys that it asked about.
 */
export async function changeKeys(
  database: Database,
  changes: readonly KeyChange[],
  month: Month,
  now: () => Date,
): Promise<void> {
  if (changes.length === 0) return
  const batch = await trace(database, changes, month, now().toISOString())
  for (const [table, column, condition] of keyColumns)
    await database.run(
      `UPDATE ${table} SET ${column} = change.to_key FROM key_change change
        WHERE change.batch = $1 AND change.kind = 'merged' AND change.from_key = ${table}.${column} AND ${condition('change')}`,
      [batch],
    )
  await mergeCases(database, month, now)
}

type Condition = (change: string) => string

const always: Condition = () => 'true'
const isRecent: Condition = (change) =>
  `group_id IN (SELECT id FROM record_group WHERE month >= coalesce(
    (SELECT max(month_run.month) FROM month_run WHERE month_run.month < ${change}.month), ''))`

// What another key becomes by the same changes.
function endOf(key: string, change: string): string {
  const other = `SELECT other.to_key FROM key_change other
    WHERE other.batch = ${change}.batch AND other.kind = 'merged' AND other.from_key = ${key}`
  return `coalesce((${other}), ${key})`
}

/** Where keys stand, and which of those there follow a change. */
const keyColumns: readonly (readonly [table: string, column: string, condition: Condition])[] = [
  ['past_record', 'person_key', isRecent],
  ['cases', 'subject', always],
  ['cases', 'person_key', always],
  ['judgement', 'left_key', (change) => `${change}.to_key <> ${endOf('judgement.right_key', change)}`],
  ['judgement', 'right_key', (change) => `${change}.to_key <> ${endOf('judgement.left_key', change)}`],
  ['id_proposal', 'subject', always],
]

/**
 * Gives the key that any earlier key goes by today, following every merge that came after; a key that was split off again, or that rows of the newest
 * month go by again, goes by itself.
 */
export async function keyNow(database: Database): Promise<(key: string) => string> {
  const rows = await database.rows(
    `SELECT kind, from_key AS "from", to_key AS "to" FROM key_change
      WHERE kind = 'split' OR (kind = 'merged' AND from_key NOT IN (SELECT person_key FROM past_record
          WHERE group_id IN (SELECT id FROM record_group WHERE month = (SELECT max(month) FROM month_run))))
      ORDER BY batch DESC, kind DESC`,
  )
  const now = new Map<string, string>()
  const apart = new Set<string>()
  for (const { kind, from, to } of rows as unknown as KeyChange[])
    if (kind === 'split') apart.add(to)
    else if (!apart.has(from)) now.set(from, now.get(to) ?? to)
  return (key) => now.get(key) ?? key
}

/** Rows that were judged in another form, mostly of their damaged number, as runs up to that of `month` found. */
export async function rewordings(database: Database, month: Month): Promise<Rewordings> {
  const rows = await database.rows(
    `SELECT kind, from_key AS "from", to_key AS "to" FROM key_change
      WHERE kind IN ('reworded', 'recognised') AND month <= $1 ORDER BY batch`,
    [month],
  )
  return new Map(
    (rows as unknown as KeyChange[]).map(({ kind, from, to }) => [to, { name: from, isSure: kind === 'recognised' }]),
  )
}

async function trace(database: Database, changes: readonly KeyChange[], month: Month, at: string): Promise<number> {
  const [last] = await database.rows('SELECT coalesce(max(batch), 0) AS batch FROM key_change')
  const batch = Number(last?.batch ?? 0) + 1
  const ends = finalKeys(changes)
  const rows = changes.map(({ kind, from, to }): SqlValue[] => [
    batch,
    month,
    kind,
    from,
    kind === 'merged' ? (ends.get(from) ?? to) : to,
    at,
  ])
  await database.append(
    'key_change',
    inChunks(rows, (row) => row),
  )
  // A re-run brings changes that have been carried out already; they leave no second trace.
  const used = keyColumns.map(
    ([table, column, condition]) =>
      `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.${column} = key_change.from_key AND ${condition('key_change')})`,
  )
  await database.run(`DELETE FROM key_change WHERE batch = $1 AND NOT (${used.join(' OR ')})`, [batch])
  return batch
}

// The merged case keeps its own sightings of months in which both were seen; those of other months go to the case that stays, and so does an
// answer that only the merged one has: what a township answered once is not asked again under another number.
async function mergeCases(database: Database, month: Month, now: () => Date): Promise<void> {
  const rows = await database.rows(
    `SELECT number, rule, subject FROM cases WHERE merged_into IS NULL
      QUALIFY count(*) OVER (PARTITION BY rule, subject) > 1`,
  )
  if (rows.length === 0) return
  const steps = await stepsByCase(database)
  const drafts: StepDraft[] = []
  for (const { number, into } of caseMerges(rows as unknown as CaseIdentity[])) {
    await database.run('UPDATE cases SET merged_into = $2 WHERE number = $1', [number, into])
    await database.run(
      'UPDATE sighting SET number = $2 WHERE number = $1 AND month NOT IN (SELECT month FROM sighting WHERE number = $2)',
      [number, into],
    )
    const merged = lifeOf(steps.get(number) ?? [])
    const kept = lifeOf(steps.get(into) ?? [])
    if (merged?.answer && !kept?.answer && merged.answeredFacts)
      drafts.push({
        number: into,
        month,
        content: { kind: 'answered', answer: merged.answer, facts: merged.answeredFacts },
      })
    drafts.push({ number, month, content: { kind: 'merged', into } })
  }
  await addSteps(database, drafts, now)
}
