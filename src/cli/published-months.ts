import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMonth, type Month } from '../domain/month.js'

/** The months published below `out`, newest first; none when nothing was published yet. */
export async function publishedMonths(out: string): Promise<Month[]> {
  const names = await readdir(out).catch(unlessMissing<string[]>([]))
  return names.filter(isMonth).sort().reverse()
}

/** The text of a file of a published month, or null when it is not there. `path` is that below the month's folder. */
export function publishedText(out: string, month: Month, path: string): Promise<string | null> {
  return readFile(join(out, month, path), 'utf8').catch(unlessMissing(null))
}

function unlessMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead
    throw error
  }
}
