import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMonth, type Month } from '../domain/month.js'
import { refusalWords } from '../domain/refusal.js'
import { ToolError } from '../domain/tool-error.js'

/** The months published below `out`, newest first; none when nothing was published yet. Throws ToolError `output-unreadable` where the system refuses. */
export async function publishedMonths(out: string): Promise<Month[]> {
  const names = await readdir(out).catch(unlessMissing<string[]>(out, []))
  return names.filter(isMonth).sort().reverse()
}

/** The text of a file of a published month, or null when it is not there. `path` is that below the month's folder. Throws as `publishedMonths`. */
export function publishedText(out: string, month: Month, path: string): Promise<string | null> {
  const file = join(out, month, path)
  return readFile(file, 'utf8').catch(unlessMissing(file, null))
}

/** What `parse` makes of a published file's text. Throws ToolError `published-damaged` where it cannot be parsed: cut off, or saved by another program. */
export function parsePublished<T>(text: string, month: Month, path: string, parse: (text: string) => T): T {
  try {
    return parse(text)
  } catch {
    throw new ToolError('published-damaged', { month, file: path })
  }
}

function unlessMissing<T>(file: string, instead: T): (error: NodeJS.ErrnoException) => T {
  return ({ code = '' }) => {
    if (code === 'ENOENT' || code === 'ENOTDIR') return instead
    throw new ToolError('output-unreadable', { file, reason: refusalWords(code) })
  }
}
