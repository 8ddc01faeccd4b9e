import { safeName } from './books.js'
import { protectedBook } from './protected-book.js'
import { tablesOf } from './sheet.js'
import { sampleSheets } from './sheets/sample/all.js'
import type { SampleView } from './sheets/sample/cases.js'
import { bytesFile, type StagedFile } from './staged-folder.js'

/** The books of an inspection: one for each unit that checks, with what it checks only, and the county's with all of it. */
export function sampleFiles(view: SampleView, passwordFor: (township: string) => string | null): StagedFile[] {
  const { month } = view
  const checkers = [...new Set(view.drawn.map(({ checker }) => checker))].sort()
  const unit = `${view.county}民政局`
  const book = (name: string, one: SampleView, by: string, password: string | null) =>
    bytesFile(`${safeName(name)}.xlsx`, () =>
      protectedBook({ month, unit: by, tables: tablesOf(sampleSheets, one) }, password),
    )
  return [
    book(`${view.county}-抽查总表-${month}`, { ...view, checker: null }, unit, null),
    ...checkers.map((checker) =>
      book(`${checker}-抽查表-${month}`, { ...view, checker }, checker, passwordFor(checker)),
    ),
  ]
}
