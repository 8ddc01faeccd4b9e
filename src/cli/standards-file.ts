import { z } from 'zod'
import { compareText } from '../domain/compare-text.js'
import { month } from '../domain/month.js'
import { type Standard, type StandardKey, standardKeys } from '../domain/standards.js'
import { ToolError } from '../domain/tool-error.js'
import { tableRows } from './workspace-table.js'

const headings = ['参数', '生效月份', '数值', '单位', '依据文号'] as const

// A year of 渐退期 written as 1,年 would be read as one month.
function isUnitOf(key: StandardKey, unit: string): boolean {
  if (key === 'grace.months' || key === 'grace.voluntary-exit-months') return /^个?月$/.test(unit)
  return key === 'marginal.multiplier' ? unit === '倍' : unit.includes('元')
}

const rowSchema = z.object({
  参数: z.enum(Object.keys(standardKeys) as [StandardKey, ...StandardKey[]]),
  // A spreadsheet in which somebody adds a row makes 2026/1/1 or Jan-26 of 2026-01; of 2026.10 it makes what may be a January, which is refused.
  生效月份: z.string().transform((text, { addIssue }) => {
    const { value } = month({ text, kind: 'number' })
    if (value === null) addIssue({ code: 'custom' })
    return value ?? z.NEVER
  }),
  数值: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number),
  单位: z.string().min(1),
  依据文号: z.string().min(1),
})

/**
 * Reads the text of standards.csv (参数,生效月份,数值,单位,依据文号; lines that start with # are comments). Throws ToolError `bad-csv`,
 * `bad-csv-heading` or `bad-standard` with the line. Rows come back sorted by key and start month; two of one month stay two, and what rests on them is 未判定.
 */
export function parseStandards(text: string, file: string): Standard[] {
  const standards = tableRows(text, file, headings).map(({ line, cells }) => {
    const row = rowSchema.safeParse(cells)
    const bad = (column: string) => new ToolError('bad-standard', { file, line, column, text: cells[column] ?? '' })
    if (!row.success) throw bad(String(row.error.issues[0]?.path[0] ?? ''))
    if (!isUnitOf(row.data.参数, row.data.单位)) throw bad('单位')
    return toStandard(row.data)
  })
  return standards.sort((a, b) => (a.key === b.key ? compareText(a.from, b.from) : compareText(a.key, b.key)))
}

function toStandard(row: z.output<typeof rowSchema>): Standard {
  return { key: row.参数, from: row.生效月份, value: row.数值, unit: row.单位, document: row.依据文号 }
}
