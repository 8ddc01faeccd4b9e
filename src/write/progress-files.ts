import { safeName } from './books.js'
import { progressDocument } from './progress-document.js'
import type { ProgressView } from './progress-view.js'
import { tablesOf } from './sheet.js'
import { ledgerSheets } from './sheets/ledger/all.js'
import { progressSheets } from './sheets/progress/all.js'
import { bytesFile, type StagedFile } from './staged-folder.js'
import { writeWorkbook } from './workbook.js'

/** The files of a report on progress: the draft, the figures, the ledger. For the county only: the ledger names people. */
export function progressFiles(view: ProgressView): StagedFile[] {
  const { county, month } = view
  const name = (what: string) => `${safeName(county)}-${what}-${month}`
  const unit = `${county}民政局`
  return [
    bytesFile(`${name('情况报告')}.docx`, () => progressDocument(view)),
    bytesFile(`${name('情况统计')}.xlsx`, () => writeWorkbook({ month, unit, tables: tablesOf(progressSheets, view) })),
    bytesFile(`${name('工作台账')}.xlsx`, () => writeWorkbook({ month, unit, tables: tablesOf(ledgerSheets, view) })),
  ]
}
