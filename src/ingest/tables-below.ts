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
  /**
   * Whether `row`, which holds no id, is a heading in other words than the sheet's, or one of its two rows: of the same table if its columns may be
   * those, else of another one.
   */
  heads(row: SheetRow): boolean
  /** Whether rows now belong to another table than the one that the sheet was recognised by. */
  isOther(): boolean
}

// A title of a table, not a section of one: 残疾人 may head the disabled in a list of whoever. Nor a note of one: 停发人员名单另附.
const title = /^(?!\(?(?:注|备注|说明)).*(?:名册|名单|登记表|汇总表|明细表|台账|备案表|发放表|统计表)(?!.*[见另]附)/

// Words of a heading in two rows that no source has for a column: 补贴对象, 家庭基本情况, 号码.
const group = /(?:信息|情况|资料|概况|对象|号码?)$/

/**
 * `vocabulary` knows the headings of all sources: only a heading that is another column's shows that a column is not what stands above it. `identity`
 * are the positions of names and ids.
 */
export function tablesBelow(
  { fields, source }: Mapping,
  vocabulary: Vocabulary,
  identity: readonly number[],
): TablesBelow {
  let isOther = false
  // What the last title says; a heading that is printed again on each page stands below the title of the first.
  let isTitledOther = false
  let above: SheetRow | null = null
  const isWord = (text: string) =>
    group.test(plainText(text)) || headingForms(text).some((form) => vocabulary.knows(form))
  const named = ({ texts }: SheetRow) => identity.map((index) => texts[index] ?? '').filter((text) => text !== '')
  // Nobody is called 补贴对象; where no name stands, groups alone tell.
  const isUpper = (row: SheetRow) => {
    const [filled, names] = [row.texts.filter((text) => text !== ''), named(row)]
    if (filled.length < 2 || filled.some((text) => /\d/.test(text) || text.length > 20)) return false
    return names.length > 0 ? names.every(isWord) : filled.every((text) => group.test(plainText(text)))
  }
  const isLower = (row: SheetRow) => !row.texts.some((text) => /\d/.test(text)) && named(row).every(isWord)
  const fits = (rows: readonly SheetRow[]) =>
    [...fields].every(([field, { index, names }]) => {
      const texts = rows.map((row) => row.texts[index] ?? '')
      const forms = [...texts, texts.join('')].flatMap(headingForms).filter((form) => vocabulary.knows(form))
      const own = source.columns[field]?.headers.map(normalHeading) ?? []
      return forms.length === 0 || forms.some((form) => names.includes(form) || own.includes(form))
    })
  return {
    pass(row, skipped) {
      if (skipped === 'heading') isOther = isTitledOther
      if (skipped !== 'section') return
      const text = row.texts.map(plainText).join('')
      const { by, never } = source.told ?? {}
      if (title.test(text)) isTitledOther = never?.test(text) === true && by?.test(text) !== true
    },
    heads(row) {
      const upper = above?.number === row.number - 1 ? above : null
      above = null
      const band = upper ? [upper, row] : [row]
      if (isHeading(row, vocabulary, upper !== null) || (upper !== null && isLower(row))) {
        above = upper === null ? row : null
        isOther = isTitledOther || !fits(band)
        return true
      }
      if (isUpper(row)) above = row
      return above !== null
    },
    isOther: () => isOther,
  }
}

// 姓名, several others or a row of groups (`isUnder`) with 身份证号, and mostly headings around: nobody is called so. 居民身份证 alone may be the kind of
// somebody's document.
function isHeading({ texts }: SheetRow, vocabulary: Vocabulary, isUnder: boolean): boolean {
  if (!texts.some((text) => /证|身份/.test(text))) return false
  const cells = texts.filter((text) => text !== '').map((text) => (text.length < 30 ? headingForms(text) : []))
  const has = (pattern: RegExp) => cells.some((forms) => forms.some((form) => pattern.test(form)))
  const known = cells.filter((forms) => forms.some((form) => vocabulary.knows(form)))
  const isNamed =
    has(/^.{0,6}姓名$/) || ((isUnder || known.length > 3) && texts.some((text) => /身份.{0,3}号/.test(text)))
  return has(/^.{0,6}身份证号$/) && isNamed && known.length * 2 >= cells.length
}
