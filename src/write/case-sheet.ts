import type { FindingKind } from '../domain/finding.js'
import { casesOfKind, leadingColumns, rowCaseKey, sheetRemark } from './case-columns.js'
import { type Column, defineSheet, type Sheet } from './sheet.js'
import type { CaseRow, View } from './view.js'

/** What tells the check sheet of one kind of case from those of the others. */
interface CaseSheetDefinition {
  readonly id: string
  readonly position: number
  /** The kind of its cases; also the name on the tab. */
  readonly kind: FindingKind
  readonly title: string
  /** What follows number, severity, case number, village, head, name and id. */
  columns(view: View): readonly Column<CaseRow>[]
}

/** The check sheet of one kind of case: the township's cases that are asked, locked but for their answers, and why it is not the whole truth. */
export function defineCaseSheet({ id, position, kind, title, columns }: CaseSheetDefinition): Sheet<View> {
  return defineSheet<View, CaseRow>({
    id,
    position,
    name: kind,
    layout: 'check',
    title: () => title,
    columns: (view) => [...leadingColumns(view.report.settings.mask), ...columns(view)],
    rows: (view) => casesOfKind(view, kind),
    key: rowCaseKey,
    remark: (view) => sheetRemark(view, kind),
  })
}
