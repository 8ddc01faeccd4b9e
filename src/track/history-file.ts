import { chmodSync, existsSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ToolError } from '../domain/tool-error.js'
import { type Database, openDatabase } from './database.js'
import { historyFault, isHeld } from './faults.js'
import { type Holder, type Lock, lockedError, readHolder, takeLock } from './lock.js'
import { makeFolder } from './make-folder.js'
import { applySteps, createHistory, openMigrated, schemaVersion } from './migrate.js'
import { type Migration, migrations } from './migrations.js'

/** How a process opens the history. */
export interface Opening {
  /** What a waiting process is told we do; default the command word of this process. */
  readonly command: string
  /** How long to wait for another process; default 5 seconds. */
  readonly waitMs: number
  /** Clock for the times noted in the file. */
  readonly now: () => Date
  /** Schema steps; tests give shorter or longer lists. */
  readonly migrations: readonly Migration[]
}

/** An open history file that is ours until `letGo`. */
export interface OpenFile {
  readonly database: Database
  readonly file: string
  /** Ends our hold on the file. One that this opening made and that holds nothing (`isEmpty`) goes again. The database is closed by then. */
  readonly letGo: (isEmpty: boolean) => void
}

/** Completes an opening with the defaults. */
export function openingOf(options: Partial<Opening>): Opening {
  const { command = commandWord(), waitMs = 5000, now = () => new Date(), migrations: steps = migrations } = options
  return { command, waitMs, now, migrations: steps }
}

/** Where the history lies inside the state folder. */
export function historyFile(folder: string): string {
  return join(folder, 'history.duckdb')
}

// A second handle on the same file would drop this process's system locks on it when closed.
const openHere = new Set<string>()

/** Opens the history file of `folder`, for writing alone and migrated, or read-only. Throws as `openHistory` does; nothing stays held then. */
export async function openFile(folder: string, readOnly: boolean, opening: Opening): Promise<OpenFile> {
  const { command, waitMs, now, migrations: steps } = opening
  if (!readOnly) makeStateFolder(folder)
  const file = historyFile(realpathSync(folder))
  const lockFile = `${file}.lock`
  if (openHere.has(file)) throw lockedError(lockFile, knownHolder(lockFile))
  openHere.add(file)
  let lock: Lock | null = null
  let isNew = false
  const letGo = (isEmpty: boolean) => {
    if (isNew && isEmpty) for (const part of [file, `${file}.wal`]) rmSync(part, { force: true })
    openHere.delete(file)
    lock?.release()
  }
  try {
    const deadline = Date.now() + waitMs
    if (!readOnly) lock = await takeLock(lockFile, command, deadline - Date.now(), now)
    isNew = !readOnly && !isThere(file)
    const open = () => (readOnly ? openReadOnly(file, steps) : openForWriting(file, steps, now))
    return { database: await patiently(open, deadline, lockFile, readOnly), file, letGo }
  } catch (error) {
    letGo(true)
    throw error
  }
}

// Only the command's name: its arguments may be an id.
function commandWord(): string {
  const word = process.argv[2] ?? ''
  return /^[a-z]{2,12}$/.test(word) ? `doudi ${word}` : 'doudi'
}

/** Whether the file is there; a folder that may not be looked into is a ToolError and not an empty history. */
export function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw historyFault(error, file)
  }
}

/** Opens the file for writing: created when missing, migrated when older, readable by its owner only. The caller holds the lock. */
async function openForWriting(file: string, steps: readonly Migration[], now: () => Date): Promise<Database> {
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
async function openReadOnly(file: string, steps: readonly Migration[]): Promise<Database> {
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
async function patiently(
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
function knownHolder(lockFile: string): Holder | null {
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
function makeStateFolder(folder: string): void {
  try {
    makeFolder(folder)
  } catch (error) {
    // A place where the system lets nobody make a folder, or a drive that is not there.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ToolError('history-not-writable', { file: folder })
    throw historyFault(error, folder)
  }
}
