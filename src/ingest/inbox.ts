import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compareText } from '../domain/compare-text.js'
import { type Issue, issueAt } from '../domain/issue.js'
import { isMonth, type Month } from '../domain/month.js'
import { refusalWords } from '../domain/refusal.js'
import { ToolError } from '../domain/tool-error.js'

/** A file of the inbox: where it is, and its name below the month's folder with `/` between folders. */
export interface InboxFile {
  readonly path: string
  readonly name: string
}

/** The folders of `inbox` that are named YYYY-MM, earliest first. Throws ToolError `no-inbox` when `inbox` is not there. */
export async function inboxMonths(inbox: string): Promise<Month[]> {
  const entries = await entriesOf(inbox, 'no-inbox')
  return entries.filter((entry) => entry.isDirectory() && isMonth(entry.name)).map((entry) => entry.name)
}

/** What lies in `inbox` beside the folders of months, by name: no run reads it. Throws ToolError as `inboxMonths` does. */
export async function besideMonths(inbox: string): Promise<string[]> {
  const entries = await entriesOf(inbox, 'no-inbox')
  return entries
    .filter(({ name }) => !isLeftBehind(name))
    .filter((entry) => !(entry.isDirectory() && isMonth(entry.name)))
    .map(({ name }) => name)
}

/**
 * The files of one month, folders below it included, by name in code-unit order. Files that office programs and systems leave behind are
 * passed over with an issue `skipped-file`. Throws ToolError `no-month-folder` when the folder is not there.
 */
export async function monthFiles(inbox: string, month: Month): Promise<{ files: InboxFile[]; issues: Issue[] }> {
  const { files, skipped } = await filesBelow(join(inbox, month))
  return { files, issues: skipped.map((file) => issueAt({ file }, 'skipped-file', { file })) }
}

/**
 * The files of a folder and, when `deep`, those below it, by name in code-unit order, and the names of those that office programs and systems left
 * behind. Throws ToolError `no-month-folder` when the folder is not there, `inbox-unreachable` when it cannot be listed.
 */
export async function filesBelow(folder: string, deep = true): Promise<{ files: InboxFile[]; skipped: string[] }> {
  const files: InboxFile[] = []
  const skipped: string[] = []
  const walk = async (folder: string, below: string) => {
    for (const entry of await entriesOf(folder, 'no-month-folder')) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      const path = join(folder, entry.name)
      if (isLeftBehind(entry.name)) skipped.push(name)
      else if (!entry.isDirectory()) files.push({ path, name })
      else if (deep) await walk(path, name)
    }
  }
  await walk(folder, '')
  files.sort((a, b) => compareText(a.name, b.name))
  return { files, skipped }
}

/** Size and time of change of each file by name, '' for one that is gone: what tells later that it is still the same. */
export async function stampsOf(files: readonly InboxFile[]): Promise<Map<string, string>> {
  const stamps = new Map<string, string>()
  for (const { path, name } of files) {
    const found = await stat(path).catch(() => null)
    stamps.set(name, found === null ? '' : `${found.size} ${found.mtimeMs}`)
  }
  return stamps
}

/**
 * Throws ToolError `inbox-changing` when a file of the month has come, gone or changed since `stamps` were taken: somebody is copying, and half a
 * roster would be judged as a whole one.
 */
export async function refuseChanges(inbox: string, month: Month, stamps: ReadonlyMap<string, string>): Promise<void> {
  const now = await stampsOf((await monthFiles(inbox, month)).files)
  const changed = [...new Set([...stamps.keys(), ...now.keys()])].filter((name) => stamps.get(name) !== now.get(name))
  if (changed.length === 0) return
  throw new ToolError('inbox-changing', { folder: join(inbox, month), files: changed.sort().slice(0, 3).join('、') })
}

// `~$…` is the owner file of an open workbook, `.~…` that of WPS and LibreOffice; the rest is the system's own.
function isLeftBehind(name: string): boolean {
  return /^(~\$|\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i.test(name)
}

async function entriesOf(folder: string, code: 'no-inbox' | 'no-month-folder') {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.sort((a, b) => compareText(a.name, b.name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
      throw new ToolError(code, { folder })
    const reason = (error as NodeJS.ErrnoException).code
    if (reason !== undefined) throw new ToolError('inbox-unreachable', { folder, reason: refusalWords(reason) })
    throw error
  }
}

/**
 * Name, SHA-256 (hex) and size of each file, for the manifest; nulls for one that cannot be read, which reading has already reported. `known` are
 * the hashes that reading has taken, by name.
 */
export async function inputsOf(
  files: readonly InboxFile[],
  known: ReadonlyMap<string, string>,
): Promise<{ file: string; sha256: string | null; bytes: number | null }[]> {
  const inputs: { file: string; sha256: string | null; bytes: number | null }[] = []
  for (const { path, name } of files) {
    const found = await stat(path).catch(() => null)
    const sha256 = known.get(name) ?? (found?.isFile() ? await hashIfReadable(path) : null)
    inputs.push({ file: name, sha256, bytes: found?.size ?? null })
  }
  return inputs
}

// A file that went away or may not be read is told when it is opened; here it only has no hash.
async function hashIfReadable(path: string): Promise<string | null> {
  try {
    return await hashOf(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return null
  }
}

/** The SHA-256 of a file (hex). Throws what the system refuses. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
