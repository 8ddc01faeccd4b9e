import { type CellReader, textCell } from '../domain/cell.js'
import type { IdNumber } from '../domain/id-number.js'
import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import { columnReader } from './column-reader.js'
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

/** Plans how the rows of a sheet are read for the source it was recognised as; `workedOn` is the month being worked on. */
export function planRows(mapping: Mapping, around: Surroundings, workedOn: Month): ReadPlan {
  const { source, fields } = mapping
  const named = spokenByNames(source, around)
  const columns = [...fields].map(([field, column]) => ({
    field,
    index: column.index,
    heading: column.text,
    read: unlessSilent(columnReader(field, column, source, around, workedOn), named.get(field)),
    household: source.columns[field]?.household === true,
  }))
  const blank = blankRecord(source)
  for (const [field, { value, over }] of named) if (!fields.has(field) || over.includes(null)) blank[field] = value
  return { source, columns, blank }
}

interface Spoken {
  readonly value: unknown
  readonly over: readonly unknown[]
}

// What titles, sheet and file name say of each field: the nearest to the rows that says something.
function spokenByNames(source: Source, around: Surroundings): ReadonlyMap<string, Spoken> {
  const found = new Map<string, Spoken>()
  for (const line of surroundingTexts(around))
    for (const { when, column, text, over = [] } of source.defaults) {
      if (found.has(column) || !when.test(line)) continue
      const value = source.columns[column]?.cell(textCell(text)).value ?? null
      if (value !== null) found.set(column, { value, over })
    }
  return found
}

function unlessSilent(read: CellReader<unknown>, named: Spoken | undefined): CellReader<unknown> {
  if (named === undefined || named.over.length === 0) return read
  return (cell) => {
    const reading = read(cell)
    return named.over.includes(reading.value) ? { ...reading, value: named.value } : reading
  }
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

/** True when a value of an id field can be joined on. */
export function isUsable(id: unknown): id is IdNumber & { value: string } {
  return id !== null && (id as IdNumber).value !== null
}
