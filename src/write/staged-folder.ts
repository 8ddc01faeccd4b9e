import { chmod, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { refusalWords } from '../domain/refusal.js'
import { ToolError } from '../domain/tool-error.js'
import { makeFolder } from '../track/make-folder.js'

/** One file of a folder: its path below it, and how it is written (0600, flushed to the disk). */
export interface StagedFile {
  readonly path: string
  write(to: string): Promise<void>
}

/** A file whose whole content is made at once, when its turn comes. */
export function bytesFile(path: string, content: () => Promise<Buffer> | Buffer | string): StagedFile {
  // `flush` makes sure that the bytes are on the disk before the rename that shows them.
  return { path, write: async (to) => writeFile(to, await content(), { mode: 0o600, flush: true }) }
}

type OnFile = (path: string, done: number, total: number) => void

/** Files written out beside the place they are meant for. One of the two calls ends it. */
export interface Staged {
  /** Paths below the folder, in the order written. */
  readonly paths: readonly string[]
  /** Renames it into place. Throws ToolError `output-in-use` when a program holds a file of the old folder open; nothing is lost then. */
  publish(): Promise<void>
  /** Removes it; what is published stays. */
  discard(): Promise<void>
}

/**
 * Writes files into a new folder beside `folder`, to be renamed into place later, whole. Files are 0600, folders 0700. When anything fails, what
 * stands in `folder` stays as it was and nothing is left behind; ToolError output-disk-full or output-not-writable says what the machine refused.
 */
export async function stageFolder(folder: string, files: readonly StagedFile[], onFile?: OnFile): Promise<Staged> {
  const fresh = besides(folder, 'new')
  const discard = () => rm(fresh, { recursive: true, force: true })
  try {
    await recoverPublished(folder)
    await discard()
    const paths = await writeAll(fresh, files, onFile)
    return { paths, publish: () => swap(fresh, folder), discard }
  } catch (error) {
    await discard().catch(() => undefined)
    throw asToolError(error, folder)
  }
}

// What the machine refuses is for the clerk to mend; anything else is ours.
function asToolError(error: unknown, folder: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new ToolError('output-disk-full', { folder })
  // The names of the system's own refusals; Node's have an underscore.
  return /^E[A-Z0-9]+$/.test(code)
    ? new ToolError('output-not-writable', { folder, reason: refusalWords(code) })
    : error
}

/** Puts back what a run that was killed between its two renames left aside; what it left half-written goes when the folder is written again. */
export async function recoverPublished(folder: string): Promise<void> {
  const old = besides(folder, 'old')
  if (!(await exists(old))) return
  if (await exists(folder)) await rm(old, { recursive: true, force: true })
  else await rename(old, folder)
}

/** A name beside `folder` that no month has and that listings hide. */
function besides(folder: string, what: 'new' | 'old'): string {
  return join(dirname(folder), `.${basename(folder)}.${what}`)
}

async function writeAll(root: string, files: readonly StagedFile[], onFile: OnFile | undefined): Promise<string[]> {
  const done: string[] = []
  await makePrivate(root, '.')
  for (const { path, write } of files) {
    await makePrivate(root, dirname(path))
    await write(join(root, path))
    done.push(path)
    onFile?.(path, done.length, files.length)
  }
  return done
}

async function makePrivate(root: string, below: string): Promise<void> {
  const folder = join(root, below)
  makeFolder(folder)
  // The process's umask may have taken more than the group's and others' rights.
  for (const path of new Set([root, folder])) await chmod(path, 0o700)
}

// Windows does not rename over a folder, so the old one moves aside first; if the second rename fails, it moves back.
async function swap(fresh: string, folder: string): Promise<void> {
  const old = besides(folder, 'old')
  const replaces = await exists(folder)
  if (replaces) await move(folder, old, folder)
  try {
    await move(fresh, folder, folder)
  } catch (error) {
    if (replaces) await rename(old, folder)
    throw error
  }
  // The new folder stands; what cannot be removed now goes with the next run.
  await rm(old, { recursive: true, force: true }).catch(() => undefined)
}

const busy = new Set(['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY'])

// A virus scanner or an open workbook holds files for a moment on Windows.
async function move(from: string, to: string, folder: string): Promise<void> {
  for (const wait of [50, 200, 800, 0]) {
    try {
      return await rename(from, to)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (!busy.has(code)) throw error
      if (wait === 0) throw new ToolError('output-in-use', { folder })
      await pause(wait)
    }
  }
}

/** Whether something stands in the folder; a folder that is not there holds nothing. Throws ToolError output-not-writable as `stageFolder` does. */
export async function holdsFiles(folder: string): Promise<boolean> {
  try {
    return (await exists(folder)) && (await readdir(folder)).length > 0
  } catch (error) {
    throw asToolError(error, folder)
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

/** Puts what was staged into its places, one after another. When one cannot take its place, those behind it are discarded and the error goes on. */
export async function publishAll(staged: readonly Staged[]): Promise<void> {
  try {
    for (const one of staged) await one.publish()
  } catch (error) {
    for (const one of staged) await one.discard()
    throw error
  }
}
