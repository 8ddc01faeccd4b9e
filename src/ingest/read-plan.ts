import { type Cell, type CellKind, type CellReader, type Reading, textCell } from '../domain/cell.js'
import type { IdNumber } from '../domain/id-number.js'
import type { Programme } from '../domain/programme.js'
import type { HeaderColumn } from './header.js'
import type { Mapping } from './mapping.js'
import type { Source } from './source.js'
import { type Surroundings, surroundingTexts } from './told.js'

/** A record while it is being filled; frozen in type only when the sheet is done. */
export type Draft = Record<string, unknown>

/** One column to read. */
interface PlannedColumn {
  readonly field: string
  readonly index: number
  readonly heading: string
  readonly read: CellReader<unknown>
  readonly household: boolean
}

/** Everything that is decided once a sheet and then used for each of its rows. */
export interface ReadPlan {
  readonly source: Source
  readonly columns: readonly PlannedColumn[]
  /** A record of this source with all its fields null or defaulted, in the one order that all records of the source share. */
  readonly blank: Draft
}

// Fields of PersonRecord in the order in which every record has them; a source's other columns follow.
const commonFields = [
  'index',
  'source',
  'origin',
  'programmes',
  'system',
  'place',
  'idNumber',
  'name',
  'sex',
  'birthDate',
  'householdNumber',
  'headIdNumber',
  'headName',
  'relation',
  'phone',
  'bankAccount',
  'formerIdNumber',
  'formerName',
] as const

const nowhere = { township: null, village: null }
const emptyOrigin = { file: '', sheet: '', row: 0, column: null }

/** Plans how the rows of a sheet are read for the source it was recognised as. */
export function planRows(mapping: Mapping, around: Surroundings): ReadPlan {
  const { source, fields } = mapping
  const columns = [...fields].map(([field, column]) => planned(field, column, source, around))
  const blank = blankRecord(source)
  for (const { when, column, text } of source.defaults) {
    if (fields.has(column) || blank[column] !== null) continue
    if (surroundingTexts(around).some((line) => when.test(line)))
      blank[column] = source.columns[column]?.cell(textCell(text)).value ?? null
  }
  return { source, columns, blank }
}

/** A record of `source` with all its fields null, but for what all its records have in common. */
export function blankRecord(source: Source): Draft {
  const fields = [...commonFields, ...Object.keys(source.columns)]
  // A parsed object has all its fields inside it and its copies share one layout; one that grew field by field would become a hash table.
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field) => [field, null])))) as Draft
  return Object.assign(blank, {
    index: 0,
    source: source.id,
    system: source.feeds[0],
    place: nowhere,
    programmes: [] as Programme[],
    origin: emptyOrigin,
  })
}

function planned(field: string, column: HeaderColumn, source: Source, around: Surroundings): PlannedColumn {
  const { cell, household } = source.columns[field] as Source['columns'][string]
  const inTenThousands =
    field.endsWith('Fen') &&
    (/万元/.test(column.text) || around.titles.some((line) => /单位[:：]?.{0,2}万元/.test(line)))
  const read = inTenThousands ? tenThousands(cell) : cell
  return {
    field,
    index: column.index,
    heading: column.text,
    read: field.endsWith('IdNumber') ? lastRemembered(read) : read,
    household: household === true,
  }
}

// The heading gives the unit: 家庭年收入(万元).
function tenThousands(read: CellReader<unknown>): CellReader<unknown> {
  return (cell) => read(/\d$/.test(cell.text) ? textCell(`${cell.text}万元`) : cell)
}

// The head's id stands on each row of the household: its members then share one value.
function lastRemembered(read: CellReader<unknown>): CellReader<unknown> {
  let text = ''
  let kind: CellKind = 'empty'
  let reading: Reading<unknown> = { value: null }
  return (cell: Cell) => {
    if (cell.text !== text || cell.kind !== kind) {
      reading = read(cell)
      text = cell.text
      kind = cell.kind
    }
    return reading
  }
}

/** True when a value of an id field can be joined on. */
export function isUsable(id: unknown): id is IdNumber & { value: string } {
  return id !== null && (id as IdNumber).value !== null
}
