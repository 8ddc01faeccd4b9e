import type { CellReader } from '../domain/cell.js'
import type { IdNumber } from '../domain/id-number.js'
import type { Department, Origin } from '../domain/issue.js'
import type { Day } from '../domain/month.js'
import type { Place } from '../domain/place.js'
import type { Programme } from '../domain/programme.js'

/** One column of an export: the headings it goes by (any era, any office) and how its cells read. */
export interface Column<T> {
  /** Synonyms, the usual one first, by which messages name the column. Compared by `headingForms`; a heading cut short serves where none stands in full. */
  readonly headers: readonly string[]
  /** The heading of the household's head, which serves in a list without a column of names of its own: one row a household. */
  readonly head?: string
  readonly cell: CellReader<T>
  /** The export is still this source without the column. */
  readonly optional?: true
  /** A household's column: merged cells fill down over its members. Person columns never do. */
  readonly household?: true
  /** Any list may have such a column: it does not tell which export it is. */
  readonly anywhere?: true
}

/** The columns of a source by field name. */
export type Columns = Readonly<Record<string, Column<unknown>>>

/** What a column's reader yields. */
type ValueOf<C> = C extends Column<infer T> ? T | null : never

/**
 * What every record says of a person, whatever its source; null when the source has no such column or the cell is blank. Matching sees
 * nothing else.
 */
export interface PersonRecord {
  /** Position among all records of the run, 0-based, by source, file, sheet and row: the stable tie-break everywhere. */
  readonly index: number
  /** Id of the source. */
  readonly source: string
  readonly origin: Origin
  /** Programmes in which this row makes the person enrolled; empty for a household member who is listed but not supported. */
  readonly programmes: readonly Programme[]
  /** The system whose households the row's household columns speak of (domain A.0.4). */
  readonly system: Programme
  readonly place: Place
  readonly idNumber: IdNumber | null
  readonly name: string | null
  readonly sex: '男' | '女' | null
  /** From the birth-date column; the id's own birth date is inside `idNumber`. */
  readonly birthDate: Day | null
  readonly householdNumber: string | null
  readonly headIdNumber: IdNumber | null
  readonly headName: string | null
  readonly relation: string | null
  readonly phone: string | null
  readonly bankAccount: string | null
  readonly formerIdNumber: IdNumber | null
  readonly formerName: string | null
}

/** How one sheet row becomes records: one person a row; pairs of (name, id) columns; or names and ids joined in one cell. */
export type RowShape = 'person' | 'pairs' | 'joined-members'

/** Values for columns that the sheet lacks, when `when` matches the file name, sheet name or a title row (domain B.1). */
interface ColumnDefault {
  readonly when: RegExp
  readonly column: string
  /** Cell text that is read by the column's own reader. */
  readonly text: string
  /** What a cell of the column may read as that says less than the name does, null for nothing: then the name speaks. Absent: a column always does. */
  readonly over?: readonly (string | null)[]
}

/** One export, as its department sends it. */
export interface Source<Id extends string = string, C extends Columns = Columns> {
  readonly id: Id
  readonly department: Department
  /** What the clerk calls the file. */
  readonly title: string
  /** Programmes that this roster feeds; the first one is the system of its households. */
  readonly feeds: readonly [Programme, ...Programme[]]
  readonly shape: RowShape
  /** True for a sheet of one or several of the programmes: it brings only those that its rows name. */
  readonly feedsByRow?: true
  /** Whether the export has ids at all; without them name, village and age carry the row. */
  readonly identity: 'id-number' | 'name'
  readonly columns: C
  /** Fields of which the export has to have one at least, though each is optional. */
  readonly oneOf?: readonly string[]
  /** Of a row of several people only the first is enrolled; the others are its household (特困人员备案表, 特困人员家庭查询). */
  readonly enrolsFirstPairOnly?: true
  /** Never recognised by its headings: only a `lists:` entry of doudi.yaml says that a file is this source. */
  readonly declared?: true
  /** Words in the file name, sheet name or title rows that must be there, or must not, when headings alone cannot tell two sources apart. */
  readonly told: { readonly by: RegExp; readonly never?: RegExp } | null
  /** The column that says which rows of a list of several things are the source's; demanded where the name nearest to the rows, or a cell, tells of `others`. */
  readonly tellsApart?: { readonly column: string; readonly others: RegExp }
  readonly defaults: readonly ColumnDefault[]
  /** True for a list that goes on over months (停保汇总): older rows are still valid facts, and a shorter list is not a loss. */
  readonly rolling: boolean
  /** A list of what was paid for one month: another month's list beside it tells of other payments, and is no older state of the same roll. */
  readonly payments?: true
  /** The programmes in which a row enrols its person; default all of `feeds`. */
  readonly enrols: (record: RecordFrom<C>) => readonly Programme[]
}

/** The record a set of columns yields. */
type RecordFrom<C extends Columns> = PersonRecord & { readonly [K in keyof C]: ValueOf<C[K]> }

/** The record of a source. */
export type RecordOfSource<S> = S extends Source<infer _Id, infer C> ? RecordFrom<C> : never

type Optionals = 'shape' | 'identity' | 'told' | 'defaults' | 'rolling' | 'enrols'

/** Completes a source's definition with the defaults: one person a row, identified by id, told by its headings, enrolling in all it feeds. */
export function defineSource<const Id extends string, C extends Columns>(
  definition: Omit<Source<Id, C>, Optionals> & Partial<Pick<Source<Id, C>, Optionals>>,
): Source<Id, C> {
  return {
    shape: 'person',
    identity: 'id-number',
    told: null,
    defaults: [],
    rolling: false,
    enrols: () => definition.feeds,
    ...definition,
  }
}
