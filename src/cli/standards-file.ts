import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { isMonth, type Month } from '../domain/month.js'
import { type Standard, type StandardKey, standardKeys } from '../domain/standards.js'
import { ToolError } from '../domain/tool-error.js'

const headings = ['参数', '生效月份', '数值', '单位', '依据文号'] as const

const rowSchema = z.object({
  参数: z.enum(Object.keys(standardKeys) as [StandardKey, ...StandardKey[]]),
  生效月份: z.string().refine((text): text is Month => isMonth(text)),
  数值: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number),
  单位: z.string().min(1),
  依据文号: z.string().min(1),
})

/**
 * Reads the text of standards.csv (参数,生效月份,数值,单位,依据文号; lines that start with # are comments). Throws ToolError `bad-csv-heading`,
 * `bad-standard` or `overlapping-standard` with the line. Rows come back sorted by key and start month.
 */
export function parseStandards(text: string, file: string): Standard[] {
  const lines: { info: { lines: number }; record: Record<string, string> }[] = parse(text, {
    bom: true,
    columns: true,
    comment: '#',
    comment_no_infix: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
  const first = lines[0]
  if (first && !headings.every((heading) => heading in first.record)) {
    throw new ToolError('bad-csv-heading', { file, headings: headings.join(',') })
  }
  const lineOf = new Map<string, number>()
  const standards = lines.map(({ info, record }) => {
    const row = rowSchema.safeParse(record)
    if (!row.success) {
      const column = String(row.error.issues[0]?.path[0] ?? '')
      throw new ToolError('bad-standard', { file, line: info.lines, column, text: record[column] ?? '' })
    }
    const standard = toStandard(row.data)
    const key = `${standard.key} ${standard.from}`
    const other = lineOf.get(key)
    if (other !== undefined) {
      throw new ToolError('overlapping-standard', {
        file,
        line: info.lines,
        other,
        key: standard.key,
        month: standard.from,
      })
    }
    lineOf.set(key, info.lines)
    return standard
  })
  return standards.sort((a, b) => (a.key === b.key ? compare(a.from, b.from) : compare(a.key, b.key)))
}

function toStandard(row: z.output<typeof rowSchema>): Standard {
  return { key: row.参数, from: row.生效月份, value: row.数值, unit: row.单位, document: row.依据文号 }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
