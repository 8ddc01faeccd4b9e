import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Month } from '../domain/month.js'
import { refusalWords } from '../domain/refusal.js'
import { ToolError } from '../domain/tool-error.js'
import { lifeOf } from './case-life.js'
import { type Database, openDatabase } from './database.js'
import { copyDurably, moveDurably } from './durable-file.js'
import { historyFile, isThere, type Opening, openFile, openingOf } from './history-file.js'
import { createHistory } from './migrate.js'
import { inChunks } from './month-store.js'
import { stepsByCase } from './step-store.js'

/** What `backUpHistory` wrote. */
export interface Backup {
  readonly file: string
  readonly bytes: number
}

/**
 * Copies the history of `folder` to `target` (0600), whole or not at all; nobody writes meanwhile. Throws ToolError 'no-history' when there is
 * none, 'history-backup-there' when `target` exists, 'history-backup-nowhere' when its folder does not, 'history-backup-failed' when it cannot be
 * written, or as `openHistory` does.
 */
export async function backUpHistory(folder: string, target: string, options: Partial<Opening> = {}): Promise<Backup> {
  if (!isThere(historyFile(folder))) throw new ToolError('no-history', { folder })
  if (existsSync(target)) throw new ToolError('history-backup-there', { file: target })
  const into = dirname(resolve(target))
  // Not made here: of a drive that is not plugged in only its empty place is there, and the backup would stay on this machine.
  if (!existsSync(into)) throw new ToolError('history-backup-nowhere', { folder: into })
  const { database, file, letGo } = await openFile(folder, false, openingOf(options))
  try {
    await database.run('CHECKPOINT')
    // Closed before it is copied: closing a second handle on a file drops the process's locks on it.
    database.close()
    copyDurably(file, target, backupFault)
    return { file: target, bytes: statSync(target).size }
  } finally {
    database.close()
    letGo(false)
  }
}

// The history is as it was: only the other disk is full, read-only or gone.
function backupFault(error: unknown, file: string): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException
  return syscall === undefined ? error : new ToolError('history-backup-failed', { file, reason: refusalWords(code) })
}

/** What `purgeHistory` removed and kept. */
export interface Purge {
  readonly months: readonly Month[]
  readonly cases: number
  readonly keptCases: number
  /** Of the history file. */
  readonly bytesBefore: number
  readonly bytesAfter: number
}

/**
 * Removes everything of the months before `before`: their records and deliveries, and the cases that were closed before and not seen since.
 * Open cases, judgements and key changes stay. The file is written anew and moved into place, so that nothing of what was removed is left in
 * it; killed at any moment, the old file or the new one is there, whole. Throws ToolError 'no-history', 'history-purge-newest' when it
 * would take the newest month or the one that this is compared with, or as `openHistory` does. With `dryRun` nothing is written.
 */
export async function purgeHistory(
  folder: string,
  before: Month,
  options: Partial<Opening> & { readonly dryRun?: boolean } = {},
): Promise<Purge> {
  if (!isThere(historyFile(folder))) throw new ToolError('no-history', { folder })
  const opening = openingOf(options)
  const { database, file, letGo } = await openFile(folder, false, opening)
  try {
    const plan = await planPurge(database, before)
    await database.run('CHECKPOINT')
    database.close()
    const bytesBefore = statSync(file).size
    if (options.dryRun || plan.months.length + plan.dropped.length === 0)
      return { ...plan.counts, bytesBefore, bytesAfter: bytesBefore }
    await rewrite(file, before, plan.dropped, opening)
    return { ...plan.counts, bytesBefore, bytesAfter: statSync(file).size }
  } finally {
    database.close()
    letGo(false)
  }
}

async function planPurge(database: Database, before: Month) {
  const rows = await database.rows('SELECT month FROM month_run ORDER BY month')
  const months = rows.map(({ month }) => String(month))
  const newest = months.at(-1)
  // Run again, the newest month would know nobody by his key, lose what it found by comparing, and give cases that are still asked new numbers.
  const compared = months.at(-2) ?? newest
  if (newest !== undefined && compared !== undefined && before > compared)
    throw new ToolError('history-purge-newest', { month: newest, previous: compared })
  const steps = await stepsByCase(database)
  const seen = await database.rows(
    'SELECT cases.number, merged_into, max(month) AS month FROM cases LEFT JOIN sighting USING (number) GROUP BY ALL',
  )
  const dropped = seen.flatMap(({ number, merged_into, month }) => {
    const life = lifeOf(steps.get(String(number)) ?? [])
    const isOver = merged_into !== null || life === null || (life.state === '已闭环' && life.since < before)
    return isOver && (month === null || String(month) < before) ? [String(number)] : []
  })
  const old = months.filter((month) => month < before)
  return {
    months: old,
    dropped,
    counts: { months: old, cases: dropped.length, keptCases: seen.length - dropped.length },
  }
}

const byMonth = ['month_run', 'month_delivery', 'record_group', 'household_key', 'matching_model', 'returned_file']
const byCase = ['cases', 'sighting', 'case_step', 'case_head', 'asked']
const whole = ['judgement', 'key_change', 'id_proposal']

async function rewrite(file: string, before: Month, dropped: readonly string[], opening: Opening): Promise<void> {
  const fresh = `${file}.purged`
  removeHistory(fresh)
  try {
    await copyKept(file, fresh, before, dropped, opening)
  } catch (error) {
    // Half of a county's people, on a disk that may be full.
    removeHistory(fresh)
    throw error
  }
  moveDurably(fresh, file)
}

function removeHistory(file: string): void {
  for (const each of [file, `${file}.wal`]) rmSync(each, { force: true })
}

async function copyKept(
  file: string,
  fresh: string,
  before: Month,
  dropped: readonly string[],
  opening: Opening,
): Promise<void> {
  await createHistory(fresh, opening.migrations, opening.now)
  const database = await openDatabase(file, false, fresh)
  try {
    await database.run('CREATE TEMP TABLE dropped (number TEXT)')
    await database.append(
      'dropped',
      inChunks(dropped, (number) => [number]),
    )
    const copy = (table: string, where: string, values: string[] = []) =>
      database.run(`INSERT INTO attached.${table} SELECT * FROM ${table} ${where}`, values)
    for (const table of byMonth) await copy(table, 'WHERE month >= $1', [before])
    for (const table of byCase) await copy(table, 'WHERE number NOT IN (SELECT number FROM dropped)')
    for (const table of whole) await copy(table, '')
    await copy('past_record', 'WHERE group_id IN (SELECT id FROM record_group WHERE month >= $1)', [before])
    await database.run('CHECKPOINT attached')
  } finally {
    database.close()
  }
}
