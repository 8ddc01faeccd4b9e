import type { IdNumber } from '../domain/id-number.js'
import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { PastRecord } from '../match/person.js'

/** A record with the key of the person that matching gave it to. */
export interface KeyedRecord {
  readonly personKey: string
  readonly record: PersonRecord
}

/** What many records of one sheet have in common. `fields` names the values of each record's `content`, in order. */
export interface RecordGroup {
  readonly source: string
  readonly file: string
  readonly sheet: string
  readonly system: Programme
  readonly programmes: readonly Programme[]
  readonly township: string | null
  readonly village: string | null
  readonly fields: readonly string[]
}

/** One record as its row keeps it, beside its group. */
interface RecordRow {
  readonly position: number
  readonly row: number
  readonly personKey: string
  /** JSON array: heading of the record's column, then the values of the group's fields. */
  readonly content: string
}

/** Sorts records into groups as they pass; `groups` grows, a group's position in it is its number. */
export interface RecordPacker {
  readonly groups: readonly RecordGroup[]
  pack(keyed: KeyedRecord): { readonly group: number; readonly row: RecordRow }
}

// Kept as columns of the group or of the row; everything else, whatever the source, goes into `content`: each further text column would
// cost a large month another half second, both ways.
const columnsOfTheirOwn = new Set(['index', 'source', 'origin', 'programmes', 'system', 'place'])
const idFields = new Set(['idNumber', 'headIdNumber', 'formerIdNumber', 'guardianIdNumber'])

/** A packer for the records of one month. */
export function recordPacker(): RecordPacker {
  const groups: RecordGroup[] = []
  const numbers = new Map<string, number>()
  const fieldsOf = fieldLists()
  return {
    groups,
    pack({ personKey, record }) {
      const fields = fieldsOf(record)
      const key = groupKey(record, fields.number)
      let group = numbers.get(key)
      if (group === undefined) {
        group = groups.length
        numbers.set(key, group)
        groups.push(groupOf(record, fields.names))
      }
      return { group, row: rowOf(personKey, record, fields) }
    },
  }
}

interface FieldList {
  readonly number: number
  readonly names: readonly string[]
  /** Which of the names hold an id. */
  readonly areIds: readonly boolean[]
}

// Records of one source nearly always have the same fields in the same order, so the last list is tried before one is looked up.
function fieldLists(): (record: PersonRecord) => FieldList {
  const lists = new Map<string, FieldList>()
  const lastKeys = new Map<string, { keys: readonly string[]; list: FieldList }>()
  return (record) => {
    const keys = Object.keys(record)
    const last = lastKeys.get(record.source)
    if (last && last.keys.length === keys.length && keys.every((key, at) => key === last.keys[at])) return last.list
    const names = keys.filter((key) => !columnsOfTheirOwn.has(key)).sort()
    const id = JSON.stringify(names)
    const areIds = names.map((name) => idFields.has(name))
    const list = lists.get(id) ?? { number: lists.size, names, areIds }
    lists.set(id, list)
    lastKeys.set(record.source, { keys, list })
    return list
  }
}

function groupKey(record: PersonRecord, fields: number): string {
  const { source, origin, system, programmes, place } = record
  const parts = [
    fields,
    source,
    origin.file,
    origin.sheet,
    system,
    programmes,
    word(place.township),
    word(place.village),
  ]
  return parts.join('\u0000')
}

function word(text: string | null): string {
  return text === null ? '' : `=${text}`
}

function groupOf(record: PersonRecord, fields: readonly string[]): RecordGroup {
  const { source, origin, system, programmes, place } = record
  const { township, village } = place
  return { source, file: origin.file, sheet: origin.sheet, system, programmes, township, village, fields }
}

function rowOf(personKey: string, record: PersonRecord, fields: FieldList): RecordRow {
  const { index, origin } = record
  const values = record as unknown as Readonly<Record<string, unknown>>
  const content: unknown[] = [origin.column]
  for (let at = 0; at < fields.names.length; at++) {
    const value = values[fields.names[at] as string]
    content.push(fields.areIds[at] ? packId(value) : value)
  }
  return { position: index, row: origin.row, personKey, content: JSON.stringify(content) }
}

/** Makes the record of a row and its parsed `content`. */
export type RecordReader = (row: Omit<RecordRow, 'content'>, content: readonly unknown[]) => PastRecord

/** Gives back the records that `pack` was given, with their month and person; one reader for each group. */
export function recordReader(month: Month, group: RecordGroup): RecordReader {
  const { source, file, sheet, programmes, system, township, village, fields } = group
  const place = { township, village }
  const isId = fields.map((field) => idFields.has(field))
  // A copy of an object that has all its fields already costs a third of the memory of one that gets them one by one.
  const blank = JSON.parse(JSON.stringify(blankRecord(fields))) as Record<string, unknown>
  return (row, content) => {
    const record = { ...blank }
    record.index = row.position
    record.source = source
    record.origin = { file, sheet, row: row.row, column: content[0] }
    record.programmes = programmes
    record.system = system
    record.place = place
    record.month = month
    record.personKey = row.personKey
    for (let at = 0; at < fields.length; at++) {
      const value = content[at + 1]
      record[fields[at] as string] = isId[at] ? unpackId(value) : value
    }
    return record as unknown as PastRecord
  }
}

function blankRecord(fields: readonly string[]): Record<string, null> {
  return Object.fromEntries([...columnsOfTheirOwn, 'month', 'personKey', ...fields].map((field) => [field, null]))
}

function isIntact(id: IdNumber | null): boolean {
  return id !== null && id.state === 'intact' && id.pattern === id.value
}

function intactId(value: string | null): IdNumber | null {
  return value === null ? null : { state: 'intact', value, pattern: value }
}

// Most ids are intact and say the same thing twice; those are kept as their 18 characters.
function packId(value: unknown): unknown {
  const id = value as IdNumber | null
  return isIntact(id) ? id?.value : id
}

function unpackId(value: unknown): unknown {
  return typeof value === 'string' ? intactId(value) : value
}
