import { type Issue, issueAt } from '../domain/issue.js'
import type { Workbook } from './formats/workbook.js'
import { hashOf, type InboxFile } from './inbox.js'
import { isOwnBook } from './own-book.js'
import { readSheet, type SheetReading } from './read-sheet.js'
import type { ReadingGround } from './reading-ground.js'
import { recognitionIssues } from './recognition-issues.js'

/** What one file that could be opened brought. */
export interface FileReading {
  readonly file: string
  readonly sha256: string
  readonly format: string
  readonly encoding: string | null
  readonly sheets: readonly SheetReading[]
  readonly issues: readonly Issue[]
}

/** Opens a file as a workbook; throws when it cannot be read. */
export type OpenFile = (path: string) => Promise<Workbook>

/**
 * Reads every sheet of one file. Sheets that are no rosters (covers, summaries, empty ones) are passed over with a notice when another sheet of the
 * file is one; a hidden sheet is read only when no sheet in sight is a roster, since it is mostly last month's copy. Of a book that we wrote ourselves
 * no sheet is given.
 */
export async function readFile(file: InboxFile, open: OpenFile, ground: ReadingGround): Promise<FileReading> {
  const workbook = await open(file.path)
  try {
    const sha256 = await hashOf(file.path)
    const read: SheetReading[] = []
    const passedOver: Issue[] = []
    const inSight = workbook.sheets.filter((sheet) => !sheet.hidden)
    for (const sheet of inSight) read.push(await readSheet(sheet, file.name, ground))
    if (isOwnBook(read)) {
      const issues = [issueAt({ file: file.name }, 'own-book')]
      return { file: file.name, sha256, format: workbook.format, encoding: workbook.encoding, sheets: [], issues }
    }
    for (const sheet of workbook.sheets.filter(({ hidden }) => hidden)) {
      if (read.some(({ rows }) => rows !== null))
        passedOver.push(issueAt({ file: file.name, sheet: sheet.name }, 'hidden-sheet-skipped'))
      else read.push(await readSheet(sheet, file.name, ground))
    }
    const issues = [...recognitionIssues(file.name, read, ground.settings), ...passedOver]
    // Hidden sheets have notices of our own, which say whether they were read.
    for (const { code, facts } of workbook.notices ?? [])
      if (code !== 'sheet-hidden') issues.push(issueAt({ file: file.name }, code, facts))
    return { file: file.name, sha256, format: workbook.format, encoding: workbook.encoding, sheets: read, issues }
  } finally {
    await workbook.close()
  }
}
