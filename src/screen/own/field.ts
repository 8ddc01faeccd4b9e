import { yuan } from '../../domain/money.js'
import { monthOf } from '../../domain/month.js'
import type { Programme } from '../../domain/programme.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { Context } from '../rule.js'
import { field } from '../standing.js'
import { blank, doubt, known, none, type Reading, rowsAbout, type Subject, type Value } from './reading.js'

/** Kinds of values. `money` is written in yuan and kept in fen; `filled` tells only whether the cell is filled in. */
export type FieldType = 'number' | 'money' | 'month' | 'word' | 'text' | 'yes-no' | 'filled'

/** One thing an own rule may ask of a person or a household. */
export interface Field {
  /** English, kebab-case: the word written in the rule. */
  readonly id: string
  /** Chinese, as the manual and the evidence call it. */
  readonly title: string
  readonly unit: 'person' | 'household' | 'both'
  readonly type: FieldType
  /** The words a `word` field can hold. */
  readonly words?: readonly string[]
  /** 元, 周岁 …, for the evidence; '' when there is none. */
  readonly measure: string
  /** Rosters it is read from: all of them must have been delivered. */
  readonly rosters: readonly Programme[]
  /** True for what changes from month to month by itself: a change reopens no answered case. */
  readonly drifts?: true
  read(subject: Subject, context: Context): Reading
  /** The cells of a row, by column, in which an example has this value; null for what follows from other facts. `month` is the example's. */
  readonly cells: ((value: Value, month: string) => Readonly<Record<string, unknown>>) | null
}

type ColumnName = Parameters<typeof field>[1]
type Options = Partial<Pick<Field, 'unit' | 'words' | 'measure'>>

/** A field that is one column of its rosters: the first row that fills it in decides. */
export function column(
  id: string,
  title: string,
  type: FieldType,
  rosters: readonly Programme[],
  name: ColumnName,
  options: Options = {},
): Field {
  const read = (subject: Subject): Reading => {
    const { rows, doubtful } = rowsAbout(subject, rosters)
    if (doubtful) return doubt(rosters)
    for (const row of rows) {
      const cell = field(row, name)
      if (cell !== null) return known(valueIn(cell, type), row)
    }
    return rows.length === 0 ? none : blank(rosters, title)
  }
  const cells = (value: Value) => ({ [name]: type === 'filled' ? '已填' : value })
  return { id, title, type, rosters, unit: 'person', measure: type === 'money' ? '元' : '', read, cells, ...options }
}

/** A field that is reckoned from the subject's rows in its rosters. `reckon` gets the certain rows, at least one. */
export function reckoned(
  about: Pick<Field, 'id' | 'title' | 'type' | 'rosters'> &
    Partial<Pick<Field, 'unit' | 'words' | 'measure' | 'drifts'>>,
  reckon: (subject: Subject, rows: readonly PersonRecord[], context: Context) => Reading,
  cells: Field['cells'] = null,
): Field {
  const read = (subject: Subject, context: Context): Reading => {
    if (about.rosters.length === 0) return reckon(subject, [], context)
    const { rows, doubtful } = rowsAbout(subject, about.rosters)
    if (doubtful) return doubt(about.rosters)
    return reckon(subject, rows, context)
  }
  return { unit: 'person', measure: about.type === 'money' ? '元' : '', ...about, read, cells }
}

/** A value as the clerk reads it: money in yuan, 是 or 否. */
export function shownValue(field: Pick<Field, 'type'>, value: Value): string {
  if (field.type === 'money') return yuan(value as number)
  if (field.type === 'filled') return '已填写'
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
}

function valueIn(cell: unknown, type: FieldType): Value {
  if (type === 'filled') return true
  if (type === 'month') return monthOf(String(cell))
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell)
}
