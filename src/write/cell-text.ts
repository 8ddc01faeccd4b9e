import type { CellValue } from './sheet.js'

const limit = 32_767

/** Text that XML 1.0 and a cell can hold: no control characters, no half characters, at most 32,767 characters. */
export function cellText(text: string): string {
  const clean = text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
  return clean.length <= limit ? clean : `${clean.slice(0, limit - 12)}…（过长，已截断）`
}

/** What a cell value reads as plain text; '' for an empty cell. */
export function plainValue(value: CellValue): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.map((segment) => segment.text).join('') : String(value)
}
