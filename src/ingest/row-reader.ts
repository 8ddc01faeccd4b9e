import type { Issue, IssueCode } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import { type CellValues, cellValues } from './cell-values.js'
import { holdersId } from './certificate-id.js'
import { dropCutNumbers } from './cut-columns.js'
import { type DittoMarks, dittoMarks } from './ditto-marks.js'
import type { Merge, SheetRow } from './formats/workbook.js'
import type { Header } from './header.js'
import { isRunningNumber } from './heading.js'
import { householdBlocks } from './household-blocks.js'
import type { Mapping } from './mapping.js'
import { type MergedCells, mergedCells } from './merged-cells.js'
import { type Draft, isUsable, planRows, type ReadPlan } from './read-plan.js'
import { type RowGround, rowSignature, type SkippedRow, sectionPlace, skippedRow } from './row-kind.js'
import { identityReaders, shapeReader } from './row-shapes.js'
import { enrolledBy, isInForce } from './support-state.js'
import { tablesBelow } from './tables-below.js'
import type { Surroundings } from './told.js'
import type { Vocabulary } from './vocabulary.js'

/** What the rows of one sheet became. `rowsRead` = `rowsUsed` + `rowsRejected` + skipped. */
export interface SheetRows {
  readonly records: Draft[]
  readonly issues: Issue[]
  rowsRead: number
  rowsUsed: number
  rowsRejected: number
  readonly skipped: Partial<Record<SkippedRow, number>>
  hiddenRows: number
  /** Records of people whom the roster itself calls stopped or not granted. */
  notInForce: number
}

/** The issues of single rows that were not used. */
export const rejections: readonly IssueCode[] = ['no-identity', 'other-table']

/** Turns the rows below the heading into records, one after the other. */
export interface RowReader {
  /** True when `rows` cannot be read right before the sheet's merges are learned. */
  wantsMerges(rows: readonly SheetRow[]): boolean
  learnMerges(merges: readonly Merge[]): void
  read(row: SheetRow): void
  /** Ends the sheet and gives what became of it. */
  finish(): SheetRows
}

/** Makes the reader of one sheet's rows; `band` are its heading rows, `workedOn` the month being worked on, `vocabulary` the headings of all sources. */
export function rowReader(
  mapping: Mapping,
  header: Header,
  band: readonly SheetRow[],
  around: Surroundings,
  workedOn: Month,
  vocabulary: Vocabulary,
): RowReader {
  const plan = planRows(mapping, around, workedOn)
  const cells = cellValues(plan.source, around)
  const merged = mergesOfHousehold(plan)
  const filler = rowFiller(plan, mapping, cells, merged)
  const readRow = shapeReader(plan.source.shape, { mapping, cells, fill: filler.fill })
  const ground = groundOf(mapping, header, band)
  const tables = tablesBelow(mapping, vocabulary, ground.identity)
  const { issues } = cells
  const outcome: SheetRows = {
    records: [],
    issues,
    rowsRead: 0,
    rowsUsed: 0,
    rowsRejected: 0,
    skipped: {},
    hiddenRows: 0,
    notInForce: 0,
  }

  const keep = (draft: Draft, position: number): void => {
    settleIds(draft, mapping)
    if (!isInForce(draft)) outcome.notInForce++
    draft.programmes = plan.source.enrolsFirstPairOnly && position > 0 ? [] : enrolledBy(plan.source, draft)
    outcome.records.push(draft)
  }

  const skippedAs = (row: SheetRow): SkippedRow | null => {
    if (hasId(row, ground.identity)) return null
    const skipped = skippedRow(row, ground)
    if (skipped !== null) tables.pass(row, skipped)
    return skipped === null && tables.heads(row) ? 'heading' : skipped
  }

  return {
    wantsMerges: (rows) => mapping.further.length === 0 && !filler.knowsMerges() && merged.suspects(rows),
    // A heading merged over its two rows says nothing of the households below it.
    learnMerges: (merges) => filler.learnMerges(merges.filter(({ top }) => top > (band.at(-1)?.number ?? 0))),
    read(row) {
      outcome.rowsRead++
      if (row.hidden) outcome.hiddenRows++
      const skipped = skippedAs(row)
      if (skipped !== null) {
        outcome.skipped[skipped] = (outcome.skipped[skipped] ?? 0) + 1
        if (skipped === 'section') filler.enterSection(row)
        return
      }
      if (tables.isOther()) {
        outcome.rowsRejected++
        cells.report('other-table', {}, row.number, null)
        return
      }
      const drafts = readRow(row)
      for (let position = 0; position < drafts.length; position++) keep(drafts[position] as Draft, position)
      if (drafts.length > 0) outcome.rowsUsed++
      else {
        outcome.rowsRejected++
        cells.report('no-identity', {}, row.number, null)
      }
    },
    finish() {
      dropCutNumbers(outcome.records, mapping, cells)
      cells.close()
      return outcome
    },
  }
}

// Blanks in these columns give merged cells away: every household fills them in.
const keyFields = ['householdNumber', 'headName', 'township', 'village', 'address']

function mergesOfHousehold({ columns }: ReadPlan): MergedCells {
  const household = columns.filter((column) => column.household)
  const keys = household.filter(({ field }) => keyFields.includes(field))
  return mergedCells(
    household.map(({ index }) => index),
    keys.map(({ index }) => index),
  )
}

function rowFiller(plan: ReadPlan, mapping: Mapping, cells: CellValues, merged: MergedCells) {
  const { corrected, source } = mapping
  const readId = identityReaders(source).idNumber
  const blocks = householdBlocks(plan, keyFields)
  // Of lists printed side by side each its own: above is what stands above in the same block.
  const marks: DittoMarks[] = []
  let fillsDown = false
  let section: { field: 'township' | 'village'; text: string } | null = null

  const correctId = (draft: Draft, row: SheetRow): void => {
    if (corrected === null) return
    const right = cells.value(readId, row, corrected.index, corrected.text, row.number)
    if (!isUsable(right)) return
    if (isUsable(draft.idNumber) && draft.idNumber.value !== right.value) draft.formerIdNumber = draft.idNumber
    draft.idNumber = right
  }

  return {
    knowsMerges: () => fillsDown,
    learnMerges(merges: readonly Merge[]) {
      fillsDown = true
      merged.learn(merges)
    },
    /** The place that a section row names holds for the rows below it. */
    enterSection(row: SheetRow) {
      blocks.end()
      const text = sectionPlace(row)
      if (text !== null)
        section = { field: /(镇|乡|街道|办事处|园区|开发区)$/.test(text) ? 'township' : 'village', text }
    },
    fill(row: SheetRow, block: number): Draft {
      marks[block] ??= dittoMarks()
      const dittos = marks[block]
      const draft = { ...plan.blank }
      // Where the office merges the cells the merges say how far a household goes.
      const copied: string[] = []
      const first = merged.any() ? null : blocks.firstOf(row)
      for (const { field, index, heading, read, household } of plan.columns) {
        const speaking = first !== null && (row.texts[index] ?? '') === '' ? first : merged.rowFor(row, index)
        const written = household ? speaking : row
        const from = dittos.rowFor(written, index)
        if (from !== written) copied.push(field)
        const value = cells.value(read, from, index, heading, row.number)
        if (value !== null) draft[field] = value
      }
      if (section !== null && draft[section.field] === null) draft[section.field] = section.text
      correctId(draft, row)
      for (const { field, code } of dittos.partPeople(draft, copied))
        cells.report(code, {}, row.number, mapping.fields.get(field)?.text ?? null)
      return draft
    },
  }
}

// A run of 15 characters or more with digits under an identity heading is somebody's row; what the id is worth is judged later.
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
  const running = header.columns.filter(({ names }) => names.some(isRunningNumber))
  const prefilled = [...place, ...[...running, ...mapping.unknown].map(({ index }) => index)]
  const inAllBlocks = (index: number) => [index, ...mapping.further.map((offset) => index + offset)]
  return {
    headings: new Set(band.map(rowSignature)),
    identity: [...identity].flatMap(inAllBlocks),
    prefilled: new Set(prefilled.flatMap(inAllBlocks)),
  }
}

// What follows exactly from other cells of the row: the id inside a disability certificate, and the head's own row, whose 户主身份证号 is left blank.
function settleIds(draft: Draft, mapping: Mapping): void {
  draft.idNumber ??= holdersId(draft)
  if (mapping.source.shape !== 'person' || draft.headIdNumber !== null || !mapping.fields.has('headIdNumber')) return
  if (draft.relation === '户主' || (draft.relation === null && !mapping.fields.has('relation'))) {
    draft.headIdNumber = draft.idNumber
    draft.headName ??= draft.name
  }
}
