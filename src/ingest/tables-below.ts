import { plainText } from '../domain/cell.js'
import type { SheetRow } from './formats/workbook.js'
import { headingForms, normalHeading } from './heading.js'
import type { Mapping } from './mapping.js'
import type { SkippedRow } from './row-kind.js'
import type { Vocabulary } from './vocabulary.js'

/** Follows a sheet in which another table may begin below the first one. */
export interface TablesBelow {
  /** Notices a row that is no data: the sheet's own heading again, or a title. */
  pass(row: SheetRow, skipped: SkippedRow): void
  /** Whether `row` is a heading in other words than the sheet's: of the same table if its columns may be those, else of another one. */
  heads(row: SheetRow): boolean
  /** Whether rows now belong to another table than the one that the sheet was recognised by. */
  isOther(): boolean
}

// A title of a table, not a section of one: 残疾人 may head the disabled in a list of whoever.
const title = /名册|名单|登记表|汇总表|明细表|台账|备案表|发放表|统计表/

/** `vocabulary` knows the headings of all sources: only a heading that is another column's shows that a column is not what stands above it. */
export function tablesBelow({ fields, source }: Mapping, vocabulary: Vocabulary): TablesBelow {
  let isOther = false
  let isTitledOther = false
  const fits = (row: SheetRow) =>
    [...fields].every(([field, { index, names }]) => {
      const forms = headingForms(row.texts[index] ?? '').filter((form) => vocabulary.knows(form))
      const own = source.columns[field]?.headers.map(normalHeading) ?? []
      return forms.length === 0 || forms.some((form) => names.includes(form) || own.includes(form))
    })
  const begin = (other: boolean) => {
    isOther = other
    isTitledOther = false
  }
  return {
    pass(row, skipped) {
      if (skipped === 'heading') begin(isTitledOther)
      if (skipped !== 'section') return
      const text = row.texts.map(plainText).join('')
      const { by, never } = source.told ?? {}
      if (title.test(text)) isTitledOther = never?.test(text) === true && by?.test(text) !== true
    },
    heads(row) {
      if (!isHeading(row, vocabulary)) return false
      begin(isTitledOther || !fits(row))
      return true
    },
    isOther: () => isOther,
  }
}

// 姓名 beside 身份证号, and mostly headings around: nobody is called so. 居民身份证 alone may be the kind of somebody's document.
function isHeading({ texts }: SheetRow, vocabulary: Vocabulary): boolean {
  if (!texts.some((text) => text.includes('证'))) return false
  const cells = texts.filter((text) => text !== '').map((text) => (text.length < 30 ? headingForms(text) : []))
  const has = (pattern: RegExp) => cells.some((forms) => forms.some((form) => pattern.test(form)))
  const known = cells.filter((forms) => forms.some((form) => vocabulary.knows(form)))
  return has(/^.{0,6}身份证号$/) && has(/^.{0,6}姓名$/) && known.length * 2 >= cells.length
}
