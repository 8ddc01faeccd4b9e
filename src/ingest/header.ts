import { idNumber } from '../domain/id-number.js'
import { cellAt, type Merge, type SheetRow } from './formats/workbook.js'
import { headingForms, normalHeading } from './heading.js'
import type { Vocabulary } from './vocabulary.js'

/** One column of a heading band. */
export interface HeaderColumn {
  /** 0-based position in the row. */
  readonly index: number
  /** As the clerk sees it, levels joined by `|`; a repeated heading carries its ordinal: `风险是否已消除(2)`. */
  readonly text: string
  /** Normal forms to look up, the most telling first. */
  readonly names: readonly string[]
}

/** The heading band of a sheet. */
export interface Header {
  /** Positions in the rows that were searched: first of the band, and first below it. */
  readonly top: number
  readonly below: number
  /** 1-based row numbers of the band. */
  readonly rows: readonly number[]
  readonly columns: readonly HeaderColumn[]
  /** Texts of the rows above the band, one string a row. */
  readonly titles: readonly string[]
}

interface Band {
  readonly top: number
  readonly height: number
  readonly score: number
}

/** Rows at the top of a sheet that are searched for headings. */
export const searchedRows = 30
const maxBand = 3

/**
 * Finds the heading band among the first rows of a sheet by content: the one to three rows with the most known headings, one of them a name or an
 * id, and no person standing among them. Returns null for cover sheets and the like. `merges` is asked only for bands of several rows.
 */
export async function findHeader(
  rows: readonly SheetRow[],
  vocabulary: Vocabulary,
  merges: () => Promise<readonly Merge[]>,
): Promise<Header | null> {
  let best: Band | null = null
  for (let top = 0; top < Math.min(rows.length, searchedRows); top++) {
    for (let height = 1; height <= maxBand && top + height <= rows.length; height++) {
      const band = rows.slice(top, top + height)
      if (!isBand(band, vocabulary)) break
      const columns = bandColumns(band, null)
      // Of equal ones the lower band: a title above it adds nothing.
      const score = bandScore(columns, rows.slice(top + height), vocabulary) - height / 10
      if (score > leastScore(best, top, rows)) best = { top, height, score }
    }
  }
  if (best === null) return null
  const { top } = best
  const asks = best.height > 1 || mayGoOn(rows[top + best.height])
  const known = asks ? await merges() : []
  const below = mergedBelow(rows, top, top + best.height, known)
  const band = rows.slice(top, below)
  return {
    top,
    below,
    rows: band.map((row) => row.number),
    columns: bandColumns(band, band.length > 1 ? known : []),
    titles: rows.slice(0, top).map((row) => [...new Set(row.texts.filter((text) => text !== ''))].join(' ')),
  }
}

// A heading of two rows may be printed again as one, which tells a little more by itself. What people stand above is at the most a heading of its own.
function leastScore(best: Band | null, top: number, rows: readonly SheetRow[]): number {
  if (best === null) return 0
  const between = rows.slice(best.top + best.height, top)
  return between.some((row) => row.texts.some((_, index) => isIdCell(row, index))) ? best.score + 4 : best.score
}

// A row of several texts without an id may be the lowest level of the headings.
function mayGoOn(row: SheetRow | undefined): boolean {
  return (
    row !== undefined &&
    row.texts.filter((text) => text !== '').length > 1 &&
    !row.texts.some((_, i) => isIdCell(row, i))
  )
}

// Where a heading is merged downwards the band reaches as far, whatever words stand beside it: 身份证明 over 号码 and 性别.
function mergedBelow(rows: readonly SheetRow[], top: number, below: number, merges: readonly Merge[]): number {
  const [first, last] = [rows[top]?.number ?? 0, rows[below - 1]?.number ?? 0]
  const headings = merges.filter((merge) => merge.top >= first && merge.top <= last && merge.bottom > last)
  const end = Math.max(0, ...headings.map(({ bottom }) => bottom))
  let reached = below
  while (headings.length > 1 && reached - top < maxBand + 1 && (rows[reached]?.number ?? Infinity) <= end) {
    if (!mayGoOn(rows[reached])) break
    reached++
  }
  return reached
}

// Different known headings count: 姓名 four times is one, but 户主|姓名 and 照料人|姓名 are two. Without a name or an id there is no header, and a
// band that people stand below is better than one without. One that headings stand below is only the upper part of one.
function bandScore(columns: readonly HeaderColumn[], below: readonly SheetRow[], vocabulary: Vocabulary): number {
  const known = new Set(columns.map(({ names }) => names.find((name) => vocabulary.knows(name))))
  known.delete(undefined)
  const identity = columns.filter(({ names }) => names.some((name) => vocabulary.isIdentity(name)))
  if (identity.length === 0 || known.size < 2) return 0
  const people = below.slice(0, searchedRows).some((row) => identity.some(({ index }) => isPersonCell(row, index)))
  return known.size * 2 + (people ? 1_000 : 0) - (isOfHeadings(below[0], vocabulary) ? 1 : 0)
}

function isOfHeadings(row: SheetRow | undefined, vocabulary: Vocabulary): boolean {
  const texts = row?.texts.filter((text) => text !== '') ?? []
  return texts.length > 1 && texts.every((text) => headingForms(text).some((name) => vocabulary.knows(name)))
}

function isPersonCell(row: SheetRow, index: number): boolean {
  const text = row.texts[index]
  if (text === undefined || text === '') return false
  return isIdCell(row, index) || /^[\u3400-\u9FFF·]{2,12}$/.test(normalHeading(text))
}

function isIdCell(row: SheetRow, index: number): boolean {
  const cell = cellAt(row, index)
  if (cell.text.length < 15 || !/\d{4}/.test(cell.text)) return false
  const id = idNumber(cell).value
  return id !== null && !(id.state === 'damaged' && (id.damage === '字符' || id.damage === '长度'))
}

// A lower row of a band may not hold a person: no id, and under a heading that already is a name or an id only another heading.
function isBand(band: readonly SheetRow[], vocabulary: Vocabulary): boolean {
  const last = band.at(-1) as SheetRow
  if (last.texts.some((text, index) => text.length >= 15 && isIdCell(last, index))) return false
  for (const upper of band.slice(0, -1))
    for (const [index, text] of upper.texts.entries()) {
      const under = normalHeading(last.texts[index] ?? '')
      if (text === '' || under === '' || !headingForms(text).some((name) => vocabulary.isIdentity(name))) continue
      if (under !== normalHeading(text) && !vocabulary.knows(under)) return false
    }
  return true
}

// `merges` is null while bands are only compared: then a heading over several columns counts with the first of them.
function bandColumns(band: readonly SheetRow[], merges: readonly Merge[] | null): HeaderColumn[] {
  const width = Math.max(...band.map((row) => row.texts.length))
  const levels = fillRight(
    band.map((row) => levelOf(row, width, band, merges ?? [])),
    merges === null,
  )
  const columns: HeaderColumn[] = []
  const seen = new Map<string, number>()
  for (let index = 0; index < width; index++) {
    const column = levels.map((level) => level[index] as LevelCell)
    const texts = column.map(({ text }) => text).filter((text, i, all) => text !== '' && text !== all[i - 1])
    if (texts.length === 0) continue
    const shown = texts.join('|')
    const count = (seen.get(shown) ?? 0) + 1
    seen.set(shown, count)
    const spans = column.some(({ filled }) => filled)
    columns.push({ index, text: count > 1 ? `${shown}(${count})` : shown, names: columnNames(texts, spans) })
  }
  return columns
}

interface LevelCell {
  readonly text: string
  /** The text stands over several columns. */
  readonly filled: boolean
}

function levelOf(row: SheetRow, width: number, band: readonly SheetRow[], merges: readonly Merge[]): LevelCell[] {
  const textAt = (number: number, index: number) =>
    plainShown(band.find((other) => other.number === number)?.texts[index] ?? '')
  return Array.from({ length: width }, (_, index) => {
    const merge = merges.find(
      ({ top, bottom, left, right }) =>
        top <= row.number && row.number <= bottom && left <= index + 1 && index + 1 <= right,
    )
    if (!merge) return { text: plainShown(row.texts[index] ?? ''), filled: false }
    // A merge that begins above the band is a title; what its covered cells still hold does not count. One over several columns is the name of none.
    return { text: textAt(merge.top, merge.left - 1), filled: merge.left < merge.right }
  })
}

function plainShown(text: string): string {
  return text.replace(/\s+/g, '')
}

// Formats without merges leave the covered cells blank: an upper heading goes on to the right as long as something stands under it.
function fillRight(levels: LevelCell[][], firstCounts: boolean): LevelCell[][] {
  const lowest = levels.at(-1) as LevelCell[]
  for (const level of levels.slice(0, -1))
    for (let index = 1; index < level.length; index++) {
      const left = level[index - 1] as LevelCell
      const grouped =
        lowest[index]?.text !== '' && lowest[index - 1]?.text !== '' && lowest[index - 1]?.text !== left.text
      if (level[index]?.text !== '' || left.text === '' || !grouped) continue
      level[index] = { text: left.text, filled: true }
      if (!firstCounts) level[index - 1] = level[index] as LevelCell
    }
  return levels
}

// Somebody else's name or id in a group of its own: 父亲 over 姓名 is not the person's name.
const someoneElse = /户主|父|母|监护|配偶|照料|领取|开户|代理|赡养|抚养|联系|联络|委托|经办|村干部/

function columnNames(texts: readonly string[], spans: boolean): string[] {
  const lower = texts.at(-1) as string
  const upper = texts.at(-2)
  if (upper === undefined) return [...headingForms(lower)]
  // 户主信息 over 姓名 is 户主姓名.
  const group = upper.replace(/(基本)?(信息|情况|资料)$/, '')
  const joined = [texts.join(''), upper + lower, group + lower].flatMap(headingForms)
  const plain = /^(姓名|身份证号|证件号码?|联系电话|电话)$/.test(normalHeading(lower))
  if (plain && someoneElse.test(upper)) return [...new Set(joined)]
  return [...new Set([...joined, ...headingForms(lower), ...(spans ? [] : headingForms(upper))])]
}
