import type { PersonRecord } from '../ingest/source.js'
import type { Dealt } from './linkage/deal.js'
import type { NameForm } from './names/name-form.js'
import type { PastRecord } from './person.js'
import { emptyUnit, noRows, type Unit } from './unit.js'

/**
 * The units of a run by number. A county has a million, nearly all of them a usable number, a name and a row or two: these stand in flat lists, and a unit is
 * made of them when somebody asks. A million objects would be written by the exact stage, read by each garbage collection until the persons are made, and
 * thrown away.
 */
export interface Units {
  readonly length: number
  /** As `at(i).idNumber`. */
  idNumberOf(i: number): string | null
  /** As `at(i).form`. */
  formOf(i: number): NameForm | null
  /** A unit to keep; what is entered with it is lost unless it is kept by `keep`. */
  at(i: number): Unit
  /** A unit to look at and let go: the next call may fill the same one anew. For what runs over all units. */
  look(i: number): Unit
  /** A unit that every later call gives back, with what was entered with it. */
  keep(i: number): Unit
}

/** Units while the exact stage makes them. */
export interface OpenUnits extends Units {
  /** Enters the one name of a unit. */
  name(i: number, form: NameForm): void
  /** Puts another unit in the place of one. */
  replace(i: number, unit: Unit): void
  /** Enters one more unit. */
  add(unit: Unit): void
}

/** Rows by unit: those of unit `u` are the rows at `items[starts[u]]` to `items[starts[u + 1]]`. */
interface RowsByUnit<R> {
  readonly rows: readonly R[]
  readonly dealt: Dealt
}

/** Starts the units of some usable numbers, each with its rows of this month and of earlier ones, in their order. Numbers that come up later are added. */
export function unitsOf(
  idNumbers: readonly string[],
  records: RowsByUnit<PersonRecord>,
  past: RowsByUnit<PastRecord>,
): OpenUnits {
  return new UnitTable(idNumbers, records, past)
}

class UnitTable implements OpenUnits {
  length: number
  private readonly idNumbers: readonly string[]
  private readonly records: Lists<PersonRecord>
  private readonly past: Lists<PastRecord>
  private readonly forms: (NameForm | null)[]
  private readonly kept: (Unit | null)[]
  private readonly view: { -readonly [K in keyof Unit]: Unit[K] } = { ...emptyUnit(null) }

  constructor(idNumbers: readonly string[], records: RowsByUnit<PersonRecord>, past: RowsByUnit<PastRecord>) {
    this.idNumbers = idNumbers
    this.length = idNumbers.length
    this.records = new Lists(records)
    this.past = new Lists(past)
    this.forms = new Array<NameForm | null>(this.length).fill(null)
    this.kept = new Array<Unit | null>(this.length).fill(null)
  }

  idNumberOf(i: number): string | null {
    const kept = this.kept[i] as Unit | null
    return kept === null ? (this.idNumbers[i] as string) : kept.idNumber
  }

  formOf(i: number): NameForm | null {
    const kept = this.kept[i] as Unit | null
    return kept === null ? (this.forms[i] as NameForm | null) : kept.form
  }

  at(i: number): Unit {
    return this.kept[i] ?? this.made(i)
  }

  look(i: number): Unit {
    const kept = this.kept[i] as Unit | null
    if (kept !== null) return kept
    const { view } = this
    view.idNumber = this.idNumbers[i] as string
    view.records = this.records.look(i)
    view.past = this.past.look(i)
    view.at = i
    view.form = this.forms[i] as NameForm | null
    return view
  }

  keep(i: number): Unit {
    const unit = this.at(i)
    this.kept[i] = unit
    return unit
  }

  name(i: number, form: NameForm): void {
    const kept = this.kept[i] as Unit | null
    if (kept === null) this.forms[i] = form
    else kept.form = form
  }

  replace(i: number, unit: Unit): void {
    unit.at = i
    this.kept[i] = unit
  }

  add(unit: Unit): void {
    this.replace(this.length++, unit)
  }

  private made(i: number): Unit {
    const unit = emptyUnit(this.idNumbers[i] as string)
    unit.records = this.records.at(i)
    unit.past = this.past.at(i)
    unit.at = i
    unit.form = this.forms[i] as NameForm | null
    return unit
  }
}

class Lists<R extends PersonRecord> {
  private readonly rows: readonly R[]
  private readonly starts: Int32Array
  private readonly items: Int32Array
  // By length: a list that changes its length is made anew inside.
  private readonly views: R[][] = []

  constructor({ rows, dealt }: RowsByUnit<R>) {
    this.rows = rows
    this.starts = dealt.starts
    this.items = dealt.items
  }

  at(i: number): R[] {
    const length = this.lengthOf(i)
    return length === 0 ? noRows : this.fill(new Array<R>(length), i)
  }

  look(i: number): R[] {
    const length = this.lengthOf(i)
    if (length === 0) return noRows
    let view = this.views[length]
    if (view === undefined) {
      view = new Array<R>(length)
      this.views[length] = view
    }
    return this.fill(view, i)
  }

  private lengthOf(i: number): number {
    return (this.starts[i + 1] as number) - (this.starts[i] as number)
  }

  private fill(list: R[], i: number): R[] {
    const from = this.starts[i] as number
    for (let k = 0; k < list.length; k++) list[k] = this.rows[this.items[from + k] as number] as R
    return list
  }
}
