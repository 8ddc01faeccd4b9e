import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ToolError } from '../domain/tool-error.js'
import { type Database, openDatabase } from './database.js'
import { historyFault, isHeld } from './faults.js'
import { type Holder, lockedError, readHolder } from './lock.js'
import { applySteps, createHistory, openMigrated, schemaVersion } from './migrate.js'
import type { Migration } from './migrations.js'

/** Whether the file is there; a folder that may not be looked into is a ToolError and not an empty history. */
export function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw historyFault(error, file)
  }
}

/** Opens the file for writing: created when missing, migrated when older, readable by its owner only. The caller holds the lock. */
export async function openForWriting(file: string, steps: readonly Migration[], now: () => Date): Promise<Database> {
  if (!isThere(file)) await createHistory(file, steps, now)
  try {
    // Spilled rows of a run that was killed.
    rmSync(join(dirname(file), 'tmp'), { recursive: true, force: true })
    for (const part of [file, `${file}.wal`]) if (existsSync(part)) chmodSync(part, 0o600)
  } catch (error) {
    throw historyFault(error, file)
  }
  return openMigrated(file, steps, now)
}

/** Opens the file for reading; one of another version is refused with ToolError history-newer or history-older. */
export async function openReadOnly(file: string, steps: readonly Migration[]): Promise<Database> {
  const database = await openDatabase(file, true)
  try {
    const version = await schemaVersion(database, file)
    const latest = steps.at(-1)?.version ?? 0
    if (version !== latest) throw new ToolError(version > latest ? 'history-newer' : 'history-older', { file })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Tries `open` until `deadline` (ms) while another process has the file. Our lock file keeps writers apart; readers, and other programs that
 * opened the file, are met by DuckDB's own lock.
 */
export async function patiently(
  open: () => Promise<Database>,
  deadline: number,
  lockFile: string,
  readOnly: boolean,
): Promise<Database> {
  for (;;) {
    try {
      return await open()
    } catch (error) {
      if (!isHeld(error)) throw error
      const holder = readOnly ? knownHolder(lockFile) : null
      if (Date.now() >= deadline) throw holder === null ? error : lockedError(lockFile, holder)
      await sleep(100)
    }
  }
}

/** Who holds the lock file, or null when nobody does or it does not say. */
export function knownHolder(lockFile: string): Holder | null {
  const holder = readHolder(lockFile)
  return holder === 'gone' ? null : holder
}

/** An empty history in memory, standing in for a file that is not there. */
export async function emptyInMemory(steps: readonly Migration[], now: () => Date): Promise<Database> {
  const database = await openDatabase(':memory:', false)
  await applySteps(database, steps, now)
  return database
}

/** Makes the folder of the history, for its owner only. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw historyFault(error, folder)
  }
}
