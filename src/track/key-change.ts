import type { Month } from '../domain/month.js'
import type { CaseIdentity } from './case-number.js'
import type { Database, SqlValue } from './database.js'
import { inChunks } from './month-store.js'

/** One key of a person or household that gives way to another, as when a corrected id shows two persons to be one. */
export interface KeyChange {
  readonly from: string
  readonly to: string
  /** Why, in Chinese, without unmasked ids. */
  readonly why: string
}

/** A case that now speaks of the same subject as an older one. */
export interface CaseMerge {
  readonly number: string
  readonly into: string
}

/** Where each changed key ends when the changes are followed one after another (a→b, b→c gives a→c). Throws when they go round in a circle. */
export function finalKeys(changes: readonly KeyChange[]): Map<string, string> {
  const next = new Map(changes.filter(({ from, to }) => from !== to).map(({ from, to }) => [from, to]))
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
  for (const { number, rule, subject } of [...cases].sort((left, right) => (left.number < right.number ? -1 : 1))) {
    const key = `${rule}\n${subject}`
    const into = kept.get(key)
    if (into === undefined) kept.set(key, number)
    else merges.push({ number, into })
  }
  return merges
}

/** Carries key changes through records, cases and judgements of every month, and leaves a trace of each that changed anything. */
export async function changeKeys(
  database: Database,
  changes: readonly KeyChange[],
  month: Month,
  now: () => Date,
): Promise<void> {
  const ends = finalKeys(changes)
  if (ends.size === 0) return
  const batch = await trace(database, changes, ends, month, now().toISOString())
  for (const [table, column] of keyColumns)
    await database.run(
      `UPDATE ${table} SET ${column} = change.to_key FROM key_change change
        WHERE change.batch = $1 AND change.from_key = ${table}.${column}`,
      [batch],
    )
  await mergeCases(database)
}

const keyColumns = [
  ['past_record', 'person_key'],
  ['cases', 'subject'],
  ['cases', 'person_key'],
  ['judgement', 'left_key'],
  ['judgement', 'right_key'],
] as const

async function trace(
  database: Database,
  changes: readonly KeyChange[],
  ends: ReadonlyMap<string, string>,
  month: Month,
  at: string,
): Promise<number> {
  const [last] = await database.rows('SELECT coalesce(max(batch), 0) AS batch FROM key_change')
  const batch = Number(last?.batch ?? 0) + 1
  const reasons = new Map(changes.map(({ from, why }) => [from, why]))
  await database.append(
    'key_change',
    inChunks(ends, ([from, to]): SqlValue[] => [batch, month, from, to, reasons.get(from) ?? '', at]),
  )
  // A re-run brings changes that have been carried out already; they leave no second trace.
  const used = keyColumns.map(([table, column]) => `SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL`)
  await database.run(`DELETE FROM key_change WHERE batch = $1 AND from_key NOT IN (${used.join(' UNION ')})`, [batch])
  return batch
}

// The merged case keeps its own sightings of months in which both were seen; those of other months go to the case that stays.
async function mergeCases(database: Database): Promise<void> {
  const rows = await database.rows(
    `SELECT number, rule, subject FROM cases WHERE merged_into IS NULL
      QUALIFY count(*) OVER (PARTITION BY rule, subject) > 1`,
  )
  for (const { number, into } of caseMerges(rows as unknown as CaseIdentity[])) {
    await database.run('UPDATE cases SET merged_into = $2 WHERE number = $1', [number, into])
    await database.run(
      'UPDATE sighting SET number = $2 WHERE number = $1 AND month NOT IN (SELECT month FROM sighting WHERE number = $2)',
      [number, into],
    )
  }
}
