import { stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { filesBelow, type InboxFile } from '../ingest/inbox.js'
import { matchesPattern } from '../ingest/name-pattern.js'

/**
 * The files that arguments of a command name, each once, in the order given: a file itself; a folder with all that is below it; a pattern such as
 * `out\*.xlsx`, which the Windows command line hands over as it is. What names nothing stays in the list, to be told when it is opened.
 */
export async function namedFiles(named: readonly string[]): Promise<readonly InboxFile[]> {
  const files = new Map<string, InboxFile>()
  for (const argument of named) for (const file of await filesOf(resolve(argument))) files.set(file.path, file)
  return [...files.values()]
}

async function filesOf(path: string): Promise<readonly InboxFile[]> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return (await filesBelow(path)).files
  const itself = { path, name: basename(path) }
  if (found || !/[*?]/.test(itself.name)) return [itself]
  const folder = await stat(dirname(path)).catch(() => null)
  // Not those in folders below: a pattern names files of its own folder, and what is below it may be a whole disk.
  const beside = folder?.isDirectory() ? (await filesBelow(dirname(path), false)).files : []
  const matching = beside.filter(({ name }) => matchesPattern(itself.name, name))
  return matching.length > 0 ? matching : [itself]
}
