import type { Cell } from '../domain/cell.js'
import { idNumber } from '../domain/id-number.js'
import { hideNames } from '../domain/shown-name.js'
import { cellAt, type SheetRow } from './formats/workbook.js'
import type { Header, HeaderColumn } from './header.js'
import { headingForms } from './heading.js'
import { findPairs, type PairColumns } from './pair-columns.js'
import { firstBlock, sideBySide } from './side-by-side.js'
import type { Column, Source } from './source.js'

/** How the columns of a sheet serve one source. */
export interface Mapping {
  readonly source: Source
  /** All columns of the sheet. */
  readonly columns: readonly HeaderColumn[]
  /** Field → column. One column may serve two fields (户主姓名 as the name of who left and as the head). */
  readonly fields: ReadonlyMap<string, HeaderColumn>
  /** Pairs of a wide table; empty for other shapes. */
  readonly pairs: readonly PairColumns[]
  /** A list printed in blocks side by side: how far to the right of the mapped block the others stand; else empty. */
  readonly further: readonly number[]
  /** A second id column (正确身份证号码) that overrules the first where it holds an id. */
  readonly corrected: HeaderColumn | null
  /** Required fields without a column. */
  readonly missing: readonly string[]
  /** Columns that serve nothing. */
  readonly unknown: readonly HeaderColumn[]
  /** Columns of the sheet that serve the source and tell that it is this one. */
  readonly matched: number
}

/** Headings of doudi.yaml for one source: field → heading as printed. */
export type ColumnEntries = Readonly<Record<string, string>>

/**
 * Maps the columns of a sheet to the fields of `source`. `samples`, rows below the header, decide between columns of the same heading. `entries` of
 * doudi.yaml go before the source's own headings. `defaulted` are fields that file or sheet name supply, so that their column may be missing.
 */
export function mapColumns(
  source: Source,
  { header, samples }: { readonly header: Header; readonly samples: readonly SheetRow[] },
  entries: ColumnEntries,
  defaulted: ReadonlySet<string>,
): Mapping {
  const further = sideBySide(header.columns)
  const columns = firstBlock(header.columns, further)
  const fields = new Map<string, HeaderColumn>()
  for (const [field, column] of Object.entries(source.columns)) {
    const found = columnFor(column, columns, samples, entries[field])
    if (found) fields.set(field, found)
  }
  // Told that 户主 is each person's own name, doudi knows no heads by it.
  if (entries.name !== undefined && fields.has('relation') && entries.headName === undefined)
    if (fields.get('name') === fields.get('headName')) fields.delete('headName')
  takeHeads(source, columns, fields)
  takeCutHeadings(source, columns, fields)
  if (source.shape === 'person') giveHeadItsOwnId(fields, columns)
  const at = (field: string) => fields.get(field)?.index ?? -1
  const pairs = source.shape === 'pairs' ? findPairs(columns, at('headName'), at('headIdNumber')) : []
  const corrected = columns.find(({ names }) => names.some((name) => /^正确(的)?身份证号$/.test(name)))
  const anywhere = [...fields].find(([field]) => source.columns[field]?.anywhere)?.[1].index
  const serving = new Set([...fields.values()].map(({ index }) => index))
  for (const pair of pairs)
    for (const index of [pair.name, pair.idNumber, pair.relation, pair.insured]) serving.add(index)
  if (corrected) serving.add(corrected.index)
  return {
    source,
    columns: header.columns,
    fields,
    pairs,
    further,
    corrected: corrected ?? null,
    missing: missingFields(source, fields, pairs, defaulted),
    unknown: columns.filter(({ index }) => !serving.has(index)),
    matched: columns.filter(({ index }) => serving.has(index) && index !== anywhere).length,
  }
}

function missingFields(
  source: Source,
  fields: ReadonlyMap<string, HeaderColumn>,
  pairs: readonly PairColumns[],
  defaulted: ReadonlySet<string>,
): string[] {
  if (source.shape === 'pairs')
    return pairs.some((pair) => pair.name >= 0) && pairs.some((pair) => pair.idNumber >= 0) ? [] : ['name', 'idNumber']
  const needed = Object.keys(source.columns).filter((field) => {
    const column = source.columns[field]
    return !column?.optional && !column?.household
  })
  // A household's columns never decide, but a list of households is nothing without its heads.
  if (source.shape === 'joined-members') needed.push('headName', 'headIdNumber')
  const missing = needed.filter((field) => !fields.has(field) && !defaulted.has(field))
  const [first] = source.oneOf ?? []
  return first === undefined || source.oneOf?.some((field) => fields.has(field)) ? missing : [...missing, first]
}

// Not where the row's own person is named: the head's id is not that person's.
function takeHeads(source: Source, columns: readonly HeaderColumn[], fields: Map<string, HeaderColumn>): void {
  if (fields.has('name')) return
  for (const [field, { head }] of Object.entries(source.columns)) {
    if (head === undefined || fields.has(field)) continue
    const found = columns.find(({ names }) => names.includes(head))
    if (found) fields.set(field, found)
  }
}

// A heading cut short (所属区 for 所属区县) serves only a field that has none in full, and never when it is some field's own heading in full:
// 监护人 is the guardian's name, not the beginning of 监护人身份证号.
function takeCutHeadings(source: Source, columns: readonly HeaderColumn[], fields: Map<string, HeaderColumn>): void {
  const full = new Set(Object.values(source.columns).flatMap((column) => normalSynonyms(column)))
  const taken = new Set([...fields.values()].map(({ index }) => index))
  const free = columns.filter(({ index, names }) => !taken.has(index) && !names.some((name) => full.has(name)))
  for (const [field, column] of Object.entries(source.columns)) {
    if (fields.has(field)) continue
    const found = free.find(({ names }) => names.some((name) => name.length >= 3 && isCutShort(name, column)))
    if (found) fields.set(field, found)
  }
}

// Headings in the order of the source's list; of equal ones the readable column.
function columnFor(
  column: Column<unknown>,
  columns: readonly HeaderColumn[],
  samples: readonly SheetRow[],
  entry: string | undefined,
): HeaderColumn | undefined {
  const ordered = entry === undefined ? undefined : orderedColumn(entry, columns)
  if (ordered) return ordered
  const synonyms = normalSynonyms(column)
  const forms = Math.max(0, ...columns.map(({ names }) => names.length))
  for (let depth = 0; depth < forms; depth++)
    for (const synonym of synonyms) {
      const equal = columns.filter(({ names }) => names[depth] === synonym)
      if (equal.length > 0) return bestOf(equal, column, samples)
    }
  return undefined
}

/** The column that an entry of doudi.yaml names. The months before and after the change of a heading may lack it; then the usual headings count. */
export function orderedColumn(entry: string, columns: readonly HeaderColumn[]): HeaderColumn | undefined {
  const [form] = headingForms(entry)
  return columns.find(({ text, names }) => text === entry || form === names[0])
}

const synonymsOf = new WeakMap<Column<unknown>, readonly string[]>()

function normalSynonyms(column: Column<unknown>): readonly string[] {
  const known = synonymsOf.get(column)
  if (known) return known
  const synonyms = column.headers.map((heading) => headingForms(heading)[0] as string)
  synonymsOf.set(column, synonyms)
  return synonyms
}

// 户主, 领取人, 银行账户 and the like are words of their own and the beginning of many headings; only long stems are taken for cut headings.
function isCutShort(name: string, column: Column<unknown>): boolean {
  return (
    !/(?:人|成员|户主|账户|帐户|联系)$/.test(name) && normalSynonyms(column).some((synonym) => synonym.startsWith(name))
  )
}

function bestOf(columns: readonly HeaderColumn[], column: Column<unknown>, samples: readonly SheetRow[]): HeaderColumn {
  const readable = (index: number) =>
    samples.map((row) => cellAt(row, index)).filter((cell) => cell.text !== '' && column.cell(cell).value !== null)
      .length
  const [first, ...others] = columns as [HeaderColumn, ...HeaderColumn[]]
  if (others.length === 0) return first
  return others.reduce((best, other) => (readable(other.index) > readable(best.index) ? other : best), first)
}

// 户主|身份证|地址|死亡人员: a plain id right behind the head's name, with the person's name elsewhere, is the head's id. So is the first of
// 户主姓名|身份证号|姓名|身份证号.
function giveHeadItsOwnId(fields: Map<string, HeaderColumn>, columns: readonly HeaderColumn[]): void {
  const [name, id, head] = [fields.get('name'), fields.get('idNumber'), fields.get('headName')]
  if (!name || !id || !head || name.index === head.index || fields.has('headIdNumber')) return
  const alike = columns.filter(({ names }) => names.includes(id.names[0] as string))
  const heads = alike.find(({ index }) => index === head.index + 1)
  if (!heads) return
  const own = id.index === heads.index ? alike.find(({ index }) => index !== heads.index) : id
  if (!own && name.index === heads.index + 1) return
  fields.set('headIdNumber', heads)
  if (own) fields.set('idNumber', own)
  else fields.delete('idNumber')
}

/**
 * Columns whose cells mostly read as what `field` holds, an id or a name: what to recommend when no heading says so (domain B.8); never used without being
 * asked. None for other fields.
 */
export function columnsByContent(field: string, header: Header, samples: readonly SheetRow[]): HeaderColumn[] {
  const holds = contents[field]
  if (holds === undefined) return []
  return header.columns.filter(({ index }) => {
    const filled = samples.map((row) => cellAt(row, index)).filter(({ text }) => text !== '')
    return filled.length > 0 && filled.filter(holds).length >= filled.length * 0.6
  })
}

const contents: Readonly<Record<string, (cell: Cell) => boolean>> = {
  idNumber: (cell) => idNumber(cell).value?.value != null,
  name: ({ text }) => hideNames(text) !== text,
}
