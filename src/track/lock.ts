import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { ToolError } from '../domain/tool-error.js'
import { historyFault } from './faults.js'

/** Who holds the history, as the lock file says. */
export interface Holder {
  readonly pid: number
  readonly host: string
  readonly command: string
  /** ISO time. */
  readonly since: string
  /** When the process started, as the system counts it; tells a process from a later one of the same number. null where unknown. */
  readonly started: string | null
  readonly token: string
}

/** A held lock. */
export interface Lock {
  release(): void
}

/** How often a waiting process looks again, and how long after its time it still tries for a lock that has just been given back. */
const pollMs = 100
const graceMs = 1000
/** How often a holder shows that it lives, and from when a holder on another machine counts as gone. */
const beatMs = 30_000
const silentMs = 10 * 60_000

/**
 * Takes the lock file at `path`, waiting up to `waitMs` for another holder to finish. The file appears whole or not at all; one left by a
 * process that died is taken over. Throws ToolError 'history-locked' naming the holder, or what the folder's fault is.
 */
export async function takeLock(path: string, command: string, waitMs: number, now: () => Date): Promise<Lock> {
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    command,
    since: now().toISOString(),
    started: startOf(process.pid),
    token: randomUUID(),
  }
  const deadline = Date.now() + waitMs
  for (;;) {
    if (place(path, mine)) return held(path, mine)
    const holder = readHolder(path)
    if (holder === 'gone') {
      // Given back a moment ago; or something that is no file stands at the path and stays.
      if (Date.now() >= deadline + graceMs) throw lockedError(path, null)
      await sleep(pollMs / 10)
    } else if (isStale(path, holder)) removeStale(path, holder)
    else if (Date.now() >= deadline) throw lockedError(path, holder)
    else await sleep(pollMs)
  }
}

/** The ToolError that says who holds the history whose lock file is at `path`. */
export function lockedError(path: string, holder: Holder | null): ToolError {
  const { pid = '不详', host = '不详', command = '不详', since = '不详' } = holder ?? {}
  return new ToolError('history-locked', { pid, host, command, since, lock: path })
}

/** Who holds the lock at `path`: null when the file does not say, 'gone' when there is none. */
export function readHolder(path: string): Holder | null | 'gone' {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isHolder(content) ? content : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone'
    if (error instanceof SyntaxError) return null
    throw historyFault(error, path.replace(/\.lock$/, ''))
  }
}

function isHolder(content: unknown): content is Holder {
  return typeof content === 'object' && content !== null && 'pid' in content && 'host' in content && 'token' in content
}

// Written aside and linked into place: nobody ever reads half a lock, and of two processes only one link succeeds.
function place(path: string, mine: Holder): boolean {
  if (existsSync(path)) return false
  const aside = `${path}.${mine.token}`
  try {
    writeFileSync(aside, JSON.stringify(mine), { mode: 0o600, flag: 'wx' })
    linkSync(aside, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // Exclusive creation is the next best.
    if (hasNoLinks(error)) return placeExclusively(path, mine)
    throw historyFault(error, path.replace(/\.lock$/, ''))
  } finally {
    if (existsSync(aside)) rmSync(aside, { force: true })
  }
}

// File systems without hard links: some network shares, FAT and exFAT sticks, for which Windows says EISDIR.
function hasNoLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'ENOSYS', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
}

function placeExclusively(path: string, mine: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(mine), { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw historyFault(error, path.replace(/\.lock$/, ''))
  }
}

function held(path: string, mine: Holder): Lock {
  const beat = setInterval(() => touch(path), beatMs)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    process.off('exit', release)
    const holder = readHolder(path)
    if (holder !== null && holder !== 'gone' && holder.token === mine.token) rmSync(path, { force: true })
  }
  process.on('exit', release)
  return { release }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Removed by hand, or on a share that is away for a moment: no reason to end a run half-way, and DuckDB's own lock still stands.
  }
}

/**
 * Whether a holder is surely gone: its process on this machine has ended, or a holder elsewhere, unreadable or known by its number alone has long
 * been silent.
 */
function isStale(path: string, holder: Holder | null): boolean {
  if (holder !== null && holder.host === hostname()) {
    if (!isAlive(holder.pid)) return true
    const started = startOf(holder.pid)
    // Where the system does not tell when a process started, the number may be another's by now, after a power cut say: only the beat tells then.
    if (holder.started !== null && started !== null) return started !== holder.started
  }
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  return age > silentMs
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

// Moved aside before it is removed: of two processes that found it stale only one moves it, and one that moved a fresh lock puts it back.
function removeStale(path: string, stale: Holder | null): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw historyFault(error, path.replace(/\.lock$/, ''))
  }
  const moved = readHolder(aside)
  const fresh = moved !== null && moved !== 'gone' && moved.token !== stale?.token
  if (fresh) putBack(aside, path)
  rmSync(aside, { force: true })
}

function putBack(aside: string, path: string): void {
  try {
    linkSync(aside, path)
  } catch (error) {
    if (!hasNoLinks(error)) throw historyFault(error, path.replace(/\.lock$/, ''))
    renameSync(aside, path)
  }
}

/** Field 22 of /proc/<pid>/stat on Linux; null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    // No /proc on this system, or the process has just ended; the process number alone then decides.
    return null
  }
}
