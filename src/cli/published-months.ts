import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMonth, type Month } from '../domain/month.js'
import { ToolError } from '../domain/tool-error.js'

/** The months published below `out`, newest first; none when nothing was published yet. */
export async function publishedMonths(out: string): Promise<Month[]> {
  const names = await readdir(out).catch(unlessMissing<string[]>([]))
  return names.filter(isMonth).sort().reverse()
}

/** The text of a file of a published month, or null when it is not there. `path` is that below the month's folder. */
export function publishedText(out: string, month: Month, path: string): Promise<string | null> {
  return readFile(join(out, month, path), 'utf8').catch(unlessMissing(null))
}

/** What `parse` makes of a published file's text. Throws ToolError `published-damaged` where it cannot be parsed: cut off, or saved by another program. */
export function parsePublished<T>(text: string, month: Month, path: string, parse: (text: string) => T): T {
  try {
    return parse(text)
  } catch {
    throw new ToolError('published-damaged', { month, file: path })
  }
}

function unlessMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead
    throw error
  }
}
