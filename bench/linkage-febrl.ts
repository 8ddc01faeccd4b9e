import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { BlockingRule } from '../src/match/linkage/blocking.js'
import { type Comparison, type Level, nullLevel } from '../src/match/linkage/comparison.js'
import { hash32 } from '../src/match/linkage/content-hash.js'
import { editDistance, jaroWinkler } from './linkage-text.js'

/** A record of the febrl data sets; '' is null. `entity` is the truth in its rec_id and is never compared. */
export interface Febrl {
  readonly id: string
  readonly entity: string
  readonly fields: Readonly<Record<Field, string>>
}

const fieldNames = [
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
] as const
type Field = (typeof fieldNames)[number]

/** Reads one febrl file. */
export function readFebrl(path: string): readonly Febrl[] {
  const rows: Record<string, string>[] = parse(readFileSync(path, 'utf8'), {
    columns: (names: string[]) => names.map((n) => n.trim()),
    trim: true,
  })
  return rows.map((row) => ({
    id: row.rec_id as string,
    entity: /^rec-(\d+)-/.exec(row.rec_id as string)?.[1] as string,
    fields: Object.fromEntries(fieldNames.map((name) => [name, row[name] ?? ''])) as Record<Field, string>,
  }))
}

// Starting values as Splink has them: exact 0.95, the rest shared; u from match weights of +10 for exact and -5 … +3 for the others.
function startingLevels(names: readonly string[]): Level[] {
  return names.map((id, k) => {
    const m = k === 0 ? 0.95 : 0.05 / (names.length - 1)
    const step = names.length > 2 ? 8 / (names.length - 2) : 0
    const weight = k === 0 ? 10 : 3 - (k - 1) * step
    return { id, words: id, prior: { m, u: k === names.length - 1 ? 0.9 : m / 2 ** weight } }
  })
}

function comparison(
  id: string,
  levels: readonly string[],
  field: Field,
  level: (a: string, b: string) => number,
  rarity: readonly number[] | null,
): Comparison<Febrl> {
  const base = {
    id,
    title: id,
    levels: startingLevels(levels),
    compare: (a: Febrl, b: Febrl) => {
      const [left, right] = [a.fields[field], b.fields[field]]
      return left === '' || right === '' ? nullLevel : level(left, right)
    },
  }
  return rarity ? { ...base, rarity: { value: (record) => record.fields[field] || null, strength: rarity } } : base
}

// Names may stand in each other's column; both are then at the level `exchanged`.
function name(field: 'given_name' | 'surname'): Comparison<Febrl> {
  const other = field === 'surname' ? 'given_name' : 'surname'
  const made = comparison(
    field,
    ['equal', 'jw-0.92', 'jw-0.88', 'jw-0.7', 'exchanged', 'else'],
    field,
    (a, b) => {
      if (a === b) return 0
      const likeness = jaroWinkler(a, b)
      return likeness >= 0.92 ? 1 : likeness >= 0.88 ? 2 : likeness >= 0.7 ? 3 : 5
    },
    [1, 0.5, 0.5, 0, 0, 0],
  )
  return {
    ...made,
    compare: (a, b) => {
      const level = made.compare(a, b)
      const crossed = a.fields[field] !== '' && a.fields[field] === b.fields[other]
      return (level === 5 || level === nullLevel) && crossed ? 4 : level
    },
  }
}

const text = (field: Field) =>
  comparison(
    field,
    ['equal', 'jw-0.9', 'jw-0.75', 'else'],
    field,
    (a, b) => {
      const likeness = jaroWinkler(a, b)
      return likeness === 1 ? 0 : likeness >= 0.9 ? 1 : likeness >= 0.75 ? 2 : 3
    },
    [1, 0.5, 0, 0],
  )

const digits = (field: Field, rarity: boolean) =>
  comparison(
    field,
    ['equal', 'edit-1', 'edit-2', 'else'],
    field,
    (a, b) => Math.min(editDistance(a, b), 3),
    rarity ? [1, 0, 0, 0] : null,
  )

/** The comparisons of Latin-script records, for the public benchmarks only. */
export const febrlComparisons: readonly Comparison<Febrl>[] = [
  name('given_name'),
  name('surname'),
  digits('date_of_birth', false),
  digits('soc_sec_id', false),
  digits('street_number', true),
  text('address_1'),
  text('address_2'),
  text('suburb'),
  digits('postcode', true),
  comparison('state', ['equal', 'else'], 'state', (a, b) => (a === b ? 0 : 1), null),
]

/** Blocking as in the published recipes, and address with house number. */
export const febrlBlocking: readonly BlockingRule<Febrl>[] = [
  rule('date_of_birth', ['date_of_birth']),
  rule('postcode', ['postcode', 'surname']),
  rule('soc_sec_id', ['soc_sec_id']),
  {
    id: 'names',
    title: 'given name and surname in either order',
    keys: ({ fields: { given_name, surname } }, emit) => {
      if (given_name && surname) emit(hash32([given_name, surname].sort().join('|'), 11))
    },
  },
  rule('state-address', ['state', 'address_1']),
  rule('number-address', ['street_number', 'address_1']),
  rule('given-postcode', ['given_name', 'postcode']),
  rule('surname-suburb', ['surname', 'suburb']),
  rule('given-suburb', ['given_name', 'suburb']),
]

function rule(id: string, fields: readonly Field[]): BlockingRule<Febrl> {
  return {
    id,
    title: id,
    keys: (record, emit) => {
      const values = fields.map((field) => record.fields[field])
      if (values.every((value) => value !== '')) emit(hash32(`${id}|${values.join('|')}`, 12))
    },
  }
}
