import { z } from 'zod'
import { ToolError } from '../domain/tool-error.js'
import { tableRows } from './workspace-table.js'

const headings = ['用途', '名称', '口令'] as const

const rowSchema = z.object({ 用途: z.enum(['乡镇', '导入']), 名称: z.string().min(1), 口令: z.string().min(1) })

/** Passwords of a workspace: for the books we write and the workbooks we read. Never printed. */
export interface Keys {
  /** The password of a township's book, or null when it is not encrypted. */
  passwordFor(township: string): string | null
  /** Passwords to try on incoming workbooks, in the order of the file. */
  readonly incoming: readonly string[]
}

/** No encryption and no password to try. */
export const noKeys: Keys = { passwordFor: () => null, incoming: [] }

/**
 * Reads a key file (CSV 用途,名称,口令; 名称 `*` is any of `townships`). Throws ToolError `bad-csv`, `bad-csv-heading`, `bad-key-file`,
 * `key-twice` or `key-without-township` with the line and never the password: a misspelt township's book would be published unencrypted.
 */
export function parseKeys(text: string, file: string, townships: readonly string[]): Keys {
  const ofTownships = new Map<string, string>()
  const incoming: string[] = []
  for (const { line, cells } of tableRows(text, file, headings)) {
    const row = rowSchema.safeParse(cells)
    if (!row.success) throw new ToolError('bad-key-file', { file, line })
    const { 用途: use, 名称: name, 口令: password } = row.data
    if (use === '导入') {
      incoming.push(password)
      continue
    }
    if (name !== '*' && !townships.includes(name)) throw new ToolError('key-without-township', { file, line, name })
    if (ofTownships.has(name)) throw new ToolError('key-twice', { file, line, name })
    ofTownships.set(name, password)
  }
  return { passwordFor: (township) => ofTownships.get(township) ?? ofTownships.get('*') ?? null, incoming }
}
