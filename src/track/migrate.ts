import { rmSync } from 'node:fs'
import { ToolError } from '../domain/tool-error.js'
import { type Database, openDatabase } from './database.js'
import { copyDurably, moveDurably } from './durable-file.js'
import type { Migration } from './migrations.js'

/** Creates the history file whole or not at all: it is built under another name, readable by its owner only, and moved into place. */
export async function createHistory(file: string, steps: readonly Migration[], now: () => Date): Promise<void> {
  const unfinished = `${file}.new`
  const discard = () => {
    for (const part of [unfinished, `${unfinished}.wal`]) rmSync(part, { force: true })
  }
  discard()
  try {
    const database = await openDatabase(unfinished, false)
    try {
      await applySteps(database, steps, now)
      // Closing would do it too, but says nothing when the disk is full.
      await database.run('CHECKPOINT')
    } finally {
      database.close()
    }
    moveDurably(unfinished, file)
  } catch (error) {
    discard()
    throw error
  }
}

/** Fills an empty database with the schema of `steps`. */
export async function applySteps(database: Database, steps: readonly Migration[], now: () => Date): Promise<void> {
  await database.run('BEGIN TRANSACTION')
  try {
    await database.run(
      'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, does TEXT NOT NULL, applied_at TEXT NOT NULL)',
    )
    for (const step of steps) {
      for (const statement of step.statements) await database.run(statement)
      await database.run('INSERT INTO schema_version VALUES ($1, $2, $3)', [
        step.version,
        step.does,
        now().toISOString(),
      ])
    }
    await database.run('COMMIT')
  } catch (error) {
    // When the rollback fails too the connection is lost, and with it everything that was not committed.
    await database.run('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** The schema version of an open history; throws ToolError 'history-damaged' for a DuckDB file that is no history. */
export async function schemaVersion(database: Database, file: string): Promise<number> {
  const [table] = await database.rows(
    "SELECT count(*)::INTEGER AS tables FROM information_schema.tables WHERE table_name = 'schema_version'",
  )
  if (table?.tables !== 1) throw new ToolError('history-damaged', { file })
  const [row] = await database.rows('SELECT max(version) AS version FROM schema_version')
  if (typeof row?.version !== 'number') throw new ToolError('history-damaged', { file })
  return row.version
}

/**
 * Opens the history at `file` for writing and brings it to the latest of `steps`, after copying an older file to
 * `history.v<version>.backup.duckdb` beside it. Throws ToolError 'history-newer' for one that a later doudi wrote; nothing is changed then.
 */
export async function openMigrated(file: string, steps: readonly Migration[], now: () => Date): Promise<Database> {
  const latest = steps.at(-1)?.version ?? 0
  let database = await openDatabase(file, false)
  try {
    const version = await schemaVersion(database, file)
    if (version > latest) throw new ToolError('history-newer', { file })
    if (version === latest) return database
    await database.run('CHECKPOINT')
    // Closed before it is copied: closing a second handle on a file drops the process's locks on it.
    database.close()
    copyDurably(file, backupPath(file, version))
    database = await openDatabase(file, false)
    await applySteps(
      database,
      steps.filter((step) => step.version > version),
      now,
    )
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Where the copy of a history of `version` is kept while it is migrated. */
function backupPath(file: string, version: number): string {
  return file.replace(/(\.duckdb)?$/, `.v${version}.backup.duckdb`)
}
