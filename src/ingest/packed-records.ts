import type { IdNumber } from '../domain/id-number.js'
import { blankRecord, type Draft } from './read-plan.js'
import type { Source } from './source.js'

/** One field of many records: a few different values and where each stands, or a value a record. Fields that are null throughout are left out. */
type PackedColumn =
  | { readonly field: string; readonly values: readonly unknown[]; readonly positions: Uint16Array }
  | { readonly field: string; readonly values: readonly unknown[]; readonly positions: null }

/**
 * The records of a sheet by column. Handing 100,000 records to another thread as objects costs seconds, since each copy carries the names of all its
 * fields; by column it costs a few hundred milliseconds.
 */
export interface PackedRecords {
  readonly length: number
  readonly rows: Uint32Array
  readonly columns: readonly PackedColumn[]
}

const constant = new Set(['index', 'source', 'system', 'place', 'origin'])

/** Packs the records of one sheet; undone by `unpackRecords`. */
export function packRecords(records: readonly Draft[]): PackedRecords {
  const headings = records.map((record) => (record.origin as { column: string | null }).column)
  const columns = valuesByField(records).map(({ field, values }) => packColumn(field, values))
  return {
    length: records.length,
    rows: Uint32Array.from(records, (record) => (record.origin as { row: number }).row),
    columns: [...columns, packColumn('origin', headings)].filter((column) => column !== null),
  }
}

// The records of a sheet have the same fields in the same order, and going through an object in its order costs a tenth of asking it by name.
function valuesByField(records: readonly Draft[]): { field: string; values: unknown[] }[] {
  const columns = Object.keys(records[0] ?? {}).map((field) => ({
    field,
    values: constant.has(field) ? null : new Array<unknown>(records.length),
  }))
  for (let row = 0; row < records.length; row++) {
    const record = records[row] as Draft
    let at = 0
    for (const field in record) {
      const column = columns[at++]
      if (column?.field !== field) throw new Error(`a record with fields of its own: ${field}`)
      if (column.values !== null) column.values[row] = packValue(record[field])
    }
  }
  return columns.filter((column): column is { field: string; values: unknown[] } => column.values !== null)
}

// Nearly all ids are intact: their 18 characters say it all.
function packValue(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.length === 1 ? value[0] : value.join(' ')
  const id = value as Partial<IdNumber>
  return id.state === 'intact' ? id.value : value
}

const sampled = 2_000
const maxDistinct = 0xffff

function packColumn(field: string, values: readonly unknown[]): PackedColumn | null {
  const distinct = new Set(values.slice(0, sampled)).size
  if (distinct === 1 && values.every((value) => value === null)) return null
  if (distinct > Math.min(sampled, values.length) / 4) return { field, values, positions: null }
  const known = new Map<unknown, number>()
  const positions = new Uint16Array(values.length)
  for (let at = 0; at < values.length; at++) {
    let position = known.get(values[at])
    if (position === undefined) {
      position = known.size
      if (position > maxDistinct) return { field, values, positions: null }
      known.set(values[at], position)
    }
    positions[at] = position
  }
  return { field, values: [...known.keys()], positions }
}

/** Makes the records of a sheet again, alike in every field. `around` says where they come from. */
export function unpackRecords(
  packed: PackedRecords,
  source: Source,
  around: { readonly file: string; readonly sheet: string },
): Draft[] {
  const blank = blankRecord(source)
  const columns = packed.columns.map((column) => ({
    ...column,
    values: column.values.map(unpackerOf(column.field, source)),
  }))
  const headings = columns.find(({ field }) => field === 'origin')
  const others = columns.filter(({ field }) => field !== 'origin')
  const records: Draft[] = []
  for (let at = 0; at < packed.length; at++) {
    const record = { ...blank }
    for (const { field, values, positions } of others) {
      const value = values[positions === null ? at : (positions[at] as number)]
      if (value !== null) record[field] = value
    }
    const column = headings
      ? headings.values[headings.positions === null ? at : (headings.positions[at] as number)]
      : null
    record.origin = { file: around.file, sheet: around.sheet, row: packed.rows[at], column }
    records.push(record)
  }
  return records
}

function unpackerOf(field: string, source: Source): (value: unknown) => unknown {
  if (field === 'programmes') return (value) => (value === '' ? [] : (value as string).split(' '))
  const isId =
    field === 'idNumber' || field === 'headIdNumber' || field === 'formerIdNumber' || isIdColumn(field, source)
  if (!isId) return (value) => value
  return (value) =>
    typeof value === 'string' ? ({ state: 'intact', value, pattern: value } satisfies IdNumber) : value
}

function isIdColumn(field: string, source: Source): boolean {
  return field.endsWith('IdNumber') && field in source.columns
}
