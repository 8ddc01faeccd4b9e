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
 * Reads a key file (CSV 用途,名称,口令; 名称 `*` is any township). Throws ToolError `bad-csv`, `bad-csv-heading` or `bad-key-file` with the line and
 * never the password.
 */
export function parseKeys(text: string, file: string): Keys {
  const keys = tableRows(text, file, headings).map(({ line, cells }) => {
    const row = rowSchema.safeParse(cells)
    if (!row.success) throw new ToolError('bad-key-file', { file, line })
    return row.data
  })
  const townships = new Map(keys.filter((key) => key.用途 === '乡镇').map((key) => [key.名称, key.口令]))
  return {
    passwordFor: (township) => townships.get(township) ?? townships.get('*') ?? null,
    incoming: keys.filter((key) => key.用途 === '导入').map((key) => key.口令),
  }
}
