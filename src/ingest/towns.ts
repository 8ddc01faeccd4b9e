import { parse } from 'csv-parse/sync'
import { plainText } from '../domain/cell.js'
import type { Town } from '../domain/place.js'
import { ToolError } from '../domain/tool-error.js'

/**
 * Reads towns.csv: the heading 乡镇,村社区,别名, then one row per township or village; aliases are separated by 、 | ; or ；. Throws ToolError
 * (`towns-heading`, `towns-comma`, `towns-syntax`, `towns-no-township`, `towns-twice`, `towns-empty`) naming the line.
 */
export function parseTowns(text: string): readonly Town[] {
  const rows = csvRows(text)
  const [heading, ...body] = rows
  const titles = heading?.cells.map((cell) => plainText(cell).replace(/[()\s]/g, '')) ?? []
  const [township, village, aliases] = ['乡镇', '村社区', '别名'].map((title) => titles.indexOf(title))
  if (township === undefined || township < 0 || village === undefined || village < 0)
    throw new ToolError('towns-heading', { line: heading?.line ?? 1, seen: heading?.cells.join(',') ?? '' })
  const lines = new Map<string, number>()
  const towns = body.map(({ line, cells }) => {
    const joined = cells.find((cell) => cell.includes('，'))
    if (joined !== undefined) throw new ToolError('towns-comma', { line, text: joined })
    const town: Town = {
      township: plainText(cells[township] ?? ''),
      village: plainText(cells[village] ?? ''),
      aliases: splitAliases(aliases === undefined ? '' : (cells[aliases] ?? '')),
    }
    if (town.township === '') throw new ToolError('towns-no-township', { line })
    const key = `${town.township} ${town.village}`.trim()
    const other = lines.get(key)
    if (other !== undefined) throw new ToolError('towns-twice', { line, other, name: key })
    lines.set(key, line)
    return town
  })
  if (towns.length === 0) throw new ToolError('towns-empty')
  return towns
}

function splitAliases(text: string): readonly string[] {
  return text
    .split(/[、|;；]/)
    .map(plainText)
    .filter((alias) => alias !== '')
}

function csvRows(text: string): { line: number; cells: string[] }[] {
  try {
    const parsed = parse(text, { bom: true, info: true, relax_column_count: true, trim: true }) as unknown as {
      info: { lines: number }
      record: string[]
    }[]
    return parsed
      .map(({ info, record }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== '') && !cells[0]?.startsWith('#'))
  } catch (error) {
    throw new ToolError('towns-syntax', { line: (error as { lines?: number }).lines ?? 1 })
  }
}
