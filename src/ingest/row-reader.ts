import type { Cell, CellKind } from '../domain/cell.js'
import { emptyCell } from '../domain/cell.js'
import type { IdNumber } from '../domain/id-number.js'
import type { Issue, IssueCode } from '../domain/issue.js'
import type { Merge, SheetRow } from './formats/workbook.js'
import type { Header } from './header.js'
import { joinedMembers } from './joined-members.js'
import type { Mapping } from './mapping.js'
import { mergedCells } from './merged-cells.js'
import type { PairColumns } from './pair-columns.js'
import { type Draft, isUsable, type PlannedColumn, planRows } from './read-plan.js'
import { type RowGround, rowSignature, type SkippedRow, sectionPlace, skippedRow } from './row-kind.js'
import type { Surroundings } from './told.js'

/** What the rows of one sheet became. `rowsRead` = `rowsUsed` + `rowsRejected` + skipped. */
export interface SheetRows {
  readonly records: Draft[]
  readonly issues: Issue[]
  rowsRead: number
  rowsUsed: number
  rowsRejected: number
  readonly skipped: Partial<Record<SkippedRow, number>>
  hiddenRows: number
}

/** Turns the rows below the heading into records, one after the other. */
export interface RowReader {
  readonly outcome: SheetRows
  /** True when `rows` cannot be read right before the sheet's merges are learned. */
  wantsMerges(rows: readonly SheetRow[]): boolean
  learnMerges(merges: readonly Merge[]): void
  read(row: SheetRow): void
}

/** A row's problem is told in full this often for one column and code; then only counted, so that a wrong column cannot flood the list. */
const toldInFull = 200

const keyFields = ['householdNumber', 'headName', 'township', 'village', 'address']

/** Makes the reader of one sheet's rows. */
export function rowReader(
  mapping: Mapping,
  header: Header,
  band: readonly SheetRow[],
  around: Surroundings,
): RowReader {
  const plan = planRows(mapping, around)
  const { source } = plan
  const { pairs, corrected } = mapping
  const household = plan.columns.filter((column) => column.household)
  const merged = mergedCells(
    household.map(({ index }) => index),
    household.filter(({ field }) => keyFields.includes(field)).map(({ index }) => index),
  )
  let fillsDown = false
  const ground = groundOf(mapping, header, band)
  const outcome: SheetRows = {
    records: [],
    issues: [],
    rowsRead: 0,
    rowsUsed: 0,
    rowsRejected: 0,
    skipped: {},
    hiddenRows: 0,
  }
  const counts = new Map<string, number>()
  let section: { field: 'township' | 'village'; text: string } | null = null
  const { read: idReader } = { read: source.columns.idNumber?.cell ?? source.columns.headIdNumber?.cell }
  const nameReader = source.columns.name?.cell ?? source.columns.headName?.cell

  const report = (code: IssueCode, facts: Issue['facts'], row: number, column: string | null) => {
    const key = `${code} ${column ?? ''}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > toldInFull && !code.startsWith('id-') && code !== 'no-identity') return
    const origin = { file: around.file, sheet: around.sheet, row, column }
    outcome.issues.push({ code, facts, origin, department: source.department, source: source.id })
  }

  // One cell object serves all reads: readers look at it and let it go.
  const cell: { text: string; kind: CellKind } = { ...emptyCell }
  const value = (
    read: (cell: Cell) => { value: unknown; problem?: { code: IssueCode; facts?: Issue['facts'] } },
    row: SheetRow,
    index: number,
    heading: string,
    number: number,
  ): unknown => {
    const text = row.texts[index]
    if (text === undefined || text === '') return null
    const kind = row.kinds[index] as CellKind
    if (kind === 'error') {
      report('error-cell', { text }, number, heading)
      return null
    }
    cell.text = text
    cell.kind = kind
    const reading = read(cell)
    if (reading.problem) report(reading.problem.code, reading.problem.facts ?? {}, number, heading)
    return reading.value
  }

  const fill = (draft: Draft, row: SheetRow): void => {
    for (const column of plan.columns) {
      const from = fillsDown && column.household ? merged.rowFor(row, column.index) : row
      const found = value(column.read, from, column.index, column.heading, row.number)
      if (found !== null) draft[column.field] = found
    }
    if (section !== null && section.field in draft && draft[section.field] === null) draft[section.field] = section.text
    if (corrected !== null) correctId(draft, row)
  }

  const correctId = (draft: Draft, row: SheetRow): void => {
    const { index, text } = corrected as NonNullable<Mapping['corrected']>
    const right = idReader ? value(idReader, row, index, text, row.number) : null
    if (!isUsable(right)) return
    if (isUsable(draft.idNumber) && draft.idNumber.value !== right.value) draft.formerIdNumber = draft.idNumber
    draft.idNumber = right
  }

  const keep = (draft: Draft, row: number, column: string | null): void => {
    draft.origin = { file: around.file, sheet: around.sheet, row, column }
    settleIds(draft, mapping)
    draft.programmes = source.enrols(draft as never)
    outcome.records.push(draft)
  }

  const person = (row: SheetRow): boolean => {
    const draft = { ...plan.blank }
    fill(draft, row)
    if (draft.name === null && draft.idNumber === null) return false
    keep(draft, row.number, null)
    return true
  }

  const wide = (row: SheetRow): boolean => {
    const common = { ...plan.blank }
    fill(common, row)
    const seen = new Set<string>()
    const found: Draft[] = []
    for (const pair of pairs) {
      const draft = pairDraft(common, row, pair)
      if (draft === null) continue
      const key = isUsable(draft.idNumber) ? draft.idNumber.value : `${draft.name}`
      // The head often stands both in columns of his own and as the first member.
      if (seen.has(key) || (draft.idNumber === null && found.some((other) => other.name === draft.name))) continue
      seen.add(key)
      found.push(draft)
    }
    const head = found[0]
    for (const [position, draft] of found.entries()) {
      draft.headName = common.headName ?? head?.name ?? null
      draft.headIdNumber = common.headIdNumber ?? head?.idNumber ?? null
      if (position === 0 && draft.relation === null && 'relation' in draft) draft.relation = '户主'
      keep(draft, row.number, draft.origin as unknown as string)
      if (position > 0 && source.enrolsFirstPairOnly) draft.programmes = []
    }
    return found.length > 0
  }

  const pairDraft = (common: Draft, row: SheetRow, pair: PairColumns): Draft | null => {
    const read = (reader: PlannedColumn['read'] | undefined, index: number): unknown =>
      index < 0 || reader === undefined ? null : value(reader, row, index, pair.heading, row.number)
    const name = read(nameReader, pair.name)
    const id = read(idReader, pair.idNumber)
    if (name === null && id === null) return null
    const relation = read(source.columns.relation?.cell, pair.relation)
    return { ...common, name, idNumber: id, relation, origin: pair.heading }
  }

  const joined = (row: SheetRow): boolean => {
    const draft = { ...plan.blank }
    fill(draft, row)
    const members = joinedMembers(draft, nameReader, idReader)
    if (members.mismatch)
      report('member-count', members.mismatch, row.number, mapping.fields.get('memberIdNumbers')?.text ?? null)
    for (const problem of members.problems)
      report(problem.code, problem.facts ?? {}, row.number, mapping.fields.get('memberIdNumbers')?.text ?? null)
    for (const member of members.drafts) keep(member, row.number, null)
    return members.drafts.length > 0
  }

  const shapes = { person, pairs: wide, 'joined-members': joined }
  const readRecord = shapes[source.shape]

  return {
    outcome,
    wantsMerges: (rows) => !fillsDown && household.length > 0 && merged.suspects(rows),
    learnMerges(merges) {
      fillsDown = true
      merged.learn(merges)
    },
    read(row) {
      outcome.rowsRead++
      if (row.hidden) outcome.hiddenRows++
      const skipped = hasId(row, ground.identity) ? null : skippedRow(row, ground)
      if (skipped !== null) {
        outcome.skipped[skipped] = (outcome.skipped[skipped] ?? 0) + 1
        if (skipped === 'section') section = sectionOf(row) ?? section
      } else if (readRecord(row)) outcome.rowsUsed++
      else {
        outcome.rowsRejected++
        report('no-identity', {}, row.number, null)
      }
    },
  }
}

function sectionOf(row: SheetRow): { field: 'township' | 'village'; text: string } | null {
  const text = sectionPlace(row)
  if (text === null) return null
  return { field: /(镇|乡|街道|办事处|园区|开发区)$/.test(text) ? 'township' : 'village', text }
}

// A run of 15 digits or more under an identity heading is enough to know that the row is somebody's; what it is worth is judged later.
function hasId(row: SheetRow, identity: readonly number[]): boolean {
  for (const index of identity) {
    const text = row.texts[index]
    if (text !== undefined && text.length >= 15 && /\d{6}/.test(text)) return true
  }
  return false
}

function groundOf(mapping: Mapping, header: Header, band: readonly SheetRow[]): RowGround {
  const identity = new Set<number>()
  for (const field of ['name', 'idNumber', 'headName', 'headIdNumber', 'memberNames', 'memberIdNumbers']) {
    const column = mapping.fields.get(field)
    // A head beside a person of the row's own does not make the row a person: forms come with the head filled in.
    if (column && !(mapping.source.shape === 'person' && field.startsWith('head'))) identity.add(column.index)
  }
  for (const pair of mapping.pairs) for (const index of [pair.name, pair.idNumber]) if (index >= 0) identity.add(index)
  const place = ['township', 'village', 'address'].flatMap((field) => mapping.fields.get(field)?.index ?? [])
  const running = header.columns.filter(({ names }) => names.some((name) => /^(序号|编号|行号|no\.?)$/i.test(name)))
  return {
    headings: new Set(band.map(rowSignature)),
    identity: [...identity],
    prefilled: new Set([...place, ...running.map(({ index }) => index), ...mapping.unknown.map(({ index }) => index)]),
  }
}

// What follows exactly from other cells of the row: the id inside a disability certificate, and the head's own row, whose 户主身份证号 is left blank.
function settleIds(draft: Draft, mapping: Mapping): void {
  const certificate = draft.certificate as { idNumber: string } | null | undefined
  if (draft.idNumber === null && certificate)
    draft.idNumber = {
      state: 'repaired',
      value: certificate.idNumber,
      pattern: certificate.idNumber,
      repairs: ['残疾证号'],
    } satisfies IdNumber
  const isHead = draft.relation === '户主' || (draft.relation === null && !mapping.fields.has('relation'))
  if (mapping.source.shape !== 'person' || !isHead || !mapping.fields.has('headIdNumber')) return
  if (draft.headIdNumber === null) {
    draft.headIdNumber = draft.idNumber
    draft.headName ??= draft.name
  }
}
