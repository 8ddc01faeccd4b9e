import type { issueMessages } from './messages.js'

/** Data that a message's template is filled with. Never an unmasked id or name. */
export type Facts = Readonly<Record<string, string | number>>

/** Where something stands in what a department sent. `row` is 1-based as the clerk sees it; 0 and '' mean the whole file or sheet. */
export interface Origin {
  readonly file: string
  readonly sheet: string
  readonly row: number
  /** The heading of the column, where the cell itself matters (wide tables, issues); otherwise null. */
  readonly column: string | null
}

/** What a file and its sheet are called, in parts: a sheet that only repeats its file's name, as that of a CSV does, is not said again. */
export function sheetParts({ file, sheet }: Pick<Origin, 'file' | 'sheet'>): readonly string[] {
  const name = file.slice(file.lastIndexOf('/') + 1)
  return sheet === '' || name.startsWith(`${sheet}.`) ? [file] : [file, sheet]
}

/** What a column of sheets says: '' where the sheet only repeats its file's name. */
export function sheetTold(place: Pick<Origin, 'file' | 'sheet'>): string {
  return sheetParts(place)[1] ?? ''
}

/** Where something stands, in parts: `名册.xlsx › Sheet1 › 第 3 行 › 证件号码`; row and column only where there are any. */
export function placeWords({ row, column, ...place }: Origin): string {
  return [...sheetParts(place), row > 0 && `第 ${row} 行`, column].filter(Boolean).join(' › ')
}

/** A row of a file in words: `名册.xlsx › Sheet1 第 3 行`. */
export function rowWords({ row, ...place }: Pick<Origin, 'file' | 'sheet' | 'row'>): string {
  return `${sheetParts(place).join(' › ')} 第 ${row} 行`
}

/** How bad things can be, gravest first: 高, 中, 低, 提示. */
export const severities = ['high', 'medium', 'low', 'note'] as const

/** One of `severities`. */
export type Severity = (typeof severities)[number]

/** Compares two severities: the graver comes first. */
export function byGravity(left: Severity, right: Severity): number {
  return severities.indexOf(left) - severities.indexOf(right)
}

/** The three departments that send and correct data, in the order of their books and lists. */
export const departments = ['民政', '乡村振兴', '残联'] as const

/** One of `departments`. */
export type Department = (typeof departments)[number]

/** A code of domain/messages.ts. */
export type IssueCode = keyof typeof issueMessages

/** A cell, row or file that cannot be used as it is (design §5). */
export interface Issue {
  readonly code: IssueCode
  readonly facts: Facts
  readonly origin: Origin
  readonly department: Department | null
  /** Id of the source, or null while it is not known. */
  readonly source: string | null
}

/** An issue of a row, of a sheet (no row) or of a file (neither), that no department is asked to mend. */
export function issueAt(
  { file, sheet = '', row = 0 }: Pick<Origin, 'file'> & Partial<Pick<Origin, 'sheet' | 'row'>>,
  code: IssueCode,
  facts: Facts = {},
): Issue {
  return { code, facts, origin: { file, sheet, row, column: null }, department: null, source: null }
}
