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

/** A row of a file in words: `名册.xlsx › Sheet1 第 3 行`. */
export function rowWords({ file, sheet, row }: Pick<Origin, 'file' | 'sheet' | 'row'>): string {
  return `${file} › ${sheet} 第 ${row} 行`
}

/** How bad it is, highest first: 高, 中, 低, 提示. */
export type Severity = 'high' | 'medium' | 'low' | 'note'

/** One of the three departments that send and correct data. */
export type Department = '民政' | '乡村振兴' | '残联'

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
