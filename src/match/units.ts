import type { PersonRecord } from '../ingest/source.js'
import type { Dealt } from './linkage/deal.js'
import type { NameBook, NameForm } from './names/name-form.js'
import { dayCode, endCode, type NumberCodes } from './number-codes.js'
import type { PastRecord } from './person.js'
import type { RosterBook } from './rosters.js'
import { noName, type RowKeys, type RowsInKeys, rowKeys } from './row-keys.js'
import { countRows, type RowsOfUnits, rowsOfUnits } from './rows-of-units.js'
import { emptyUnit, noRows, type Unit } from './unit.js'

/**
 * The units of a run by number. A county has a million, nearly all of them a usable number, a name and a row or two: these stand in flat lists, and a unit is
 * made of them when somebody asks. A million objects would be written by the exact stage, read by each garbage collection until the persons are made, and
 * thrown away.
 */
export interface Units {
  readonly length: number
  readonly rosters: RosterBook
  /** As `at(i).idNumber`. */
  idNumberOf(i: number): string | null
  /** The birth date in its usable number, YYYYMMDD. */
  birthDayOf(i: number): number
  /** The last four characters of its usable number, as `endCode`. */
  endOf(i: number): number
  /** The number of its first name in the book of the run, or `noName`. */
  nameOf(i: number): number
  /** Whether its usable number is another unit's too, under another name. */
  hasRivals(i: number): boolean
  /** Whether it has rows of earlier months. */
  hasPast(i: number): boolean
  /** Whether it has rows of earlier months only. */
  isGone(i: number): boolean
  /** As `at(i).kin`. */
  kinOf(i: number): readonly string[]
  /** Enters the kin of a unit. */
  enterKin(i: number, ids: readonly string[]): void
  /** A unit to keep; what is entered with it is lost unless it is kept by `keep`. */
  at(i: number): Unit
  /** A unit to look at and let go: the next call may fill the same one anew. For what runs over all units. */
  look(i: number): Unit
  /** The unit when it is kept, else null: then all that there is of it is its number, its rows and the name of all of them. */
  keptAt(i: number): Unit | null
  /** What its rows say, as far as keys tell it, to look at and let go. */
  rowsAt(i: number): RowsInKeys
  /** Lets go of what only naming and blocking ask of the rows: from then on `rowsAt` tells their rosters and nothing else. */
  forgetKeys(): void
  /** A unit that every later call gives back, with what was entered with it. */
  keep(i: number): Unit
}

/** Units while the exact stage makes them. */
export interface OpenUnits extends Units {
  /** Enters the name that all rows of a unit give it, and none of them another one. */
  name(i: number, name: number): void
  /** Puts another unit, or other rows of one, in the place of one. */
  replace(i: number, unit: Unit): void
  /** Enters one more unit. */
  add(unit: Unit): void
}

/** Rows by unit: those of unit `u` are at the positions `items[starts[u]]` to `items[starts[u + 1]]`. Those of earlier months stand behind all of this month's. */
interface RowsByUnit {
  readonly records: readonly PersonRecord[]
  readonly past: readonly PastRecord[]
  readonly dealt: Dealt
  readonly keys: RowKeys
  /** Of the usable numbers, in the same order. */
  readonly codes: NumberCodes
}

/** The books of the run that its numbers refer to. */
interface Books {
  readonly names: NameBook
  readonly rosters: RosterBook
}

/** Starts the units of some usable numbers, each with its rows in their order. Numbers that come up later are added. */
export function unitsOf(idNumbers: readonly string[], rows: RowsByUnit, books: Books): OpenUnits {
  return new UnitTable(idNumbers, rows, books)
}

class UnitTable implements OpenUnits {
  length: number
  readonly rosters: RosterBook
  private readonly book: NameBook
  private readonly idNumbers: readonly string[]
  private readonly codes: NumberCodes
  private readonly records: readonly PersonRecord[]
  private readonly past: readonly PastRecord[]
  private readonly starts: Int32Array
  private readonly items: Int32Array
  private keys: RowKeys
  private readonly names: Int32Array
  // Lists of kin, and by unit the number of its own plus one: nearly everybody has none, and everybody is asked.
  private readonly kin: (readonly string[])[] = []
  private kinAt = new Int32Array(0)
  private readonly kept: (Unit | null)[]
  /** 1 where the rows of a unit are not those that were dealt to its number. */
  private readonly isReplaced: Uint8Array
  private readonly view: { -readonly [K in keyof Unit]: Unit[K] } = { ...emptyUnit(null) }
  private readonly rowsView: RowsInKeys
  // Lists to look at, by length: one that changes its length is made anew inside.
  private readonly recordViews: PersonRecord[][] = []
  private readonly pastViews: PastRecord[][] = []
  private ofReplaced: RowsOfUnits | null = null

  constructor(
    idNumbers: readonly string[],
    { records, past, dealt, keys, codes }: RowsByUnit,
    { names, rosters }: Books,
  ) {
    this.idNumbers = idNumbers
    this.length = idNumbers.length
    this.rosters = rosters
    this.book = names
    this.codes = codes
    this.records = records
    this.past = past
    this.starts = dealt.starts
    this.items = dealt.items
    this.keys = keys
    this.names = new Int32Array(this.length).fill(noName)
    this.kept = new Array<Unit | null>(this.length).fill(null)
    this.isReplaced = new Uint8Array(this.length)
    this.rowsView = { keys, items: dealt.items, from: 0, to: 0 }
  }

  idNumberOf(i: number): string | null {
    const kept = this.kept[i] as Unit | null
    return kept === null ? (this.idNumbers[i] as string) : kept.idNumber
  }

  // A unit that was added may have the usable number of another one.
  birthDayOf(i: number): number {
    return i < this.idNumbers.length
      ? (this.codes.birthDates.items[i] as number)
      : dayCode(this.idNumberOf(i) as string, 6)
  }

  endOf(i: number): number {
    return i < this.idNumbers.length ? (this.codes.ends.items[i] as number) : endCode(this.idNumberOf(i) as string)
  }

  nameOf(i: number): number {
    const kept = this.kept[i] as Unit | null
    return kept === null ? (this.names[i] as number) : (kept.form?.at ?? noName)
  }

  hasRivals(i: number): boolean {
    const kept = this.kept[i] as Unit | null
    return kept !== null && kept.rivals.length > 0
  }

  hasPast(i: number): boolean {
    const kept = this.kept[i] as Unit | null
    return kept === null ? this.isPast((this.starts[i + 1] as number) - 1) : kept.past.length > 0
  }

  isGone(i: number): boolean {
    const kept = this.kept[i] as Unit | null
    return kept === null ? this.isPast(this.starts[i] as number) : kept.records.length === 0
  }

  kinOf(i: number): readonly string[] {
    const number = this.kinAt[i] ?? 0
    return number === 0 ? noRows : (this.kin[number - 1] as readonly string[])
  }

  enterKin(i: number, ids: readonly string[]): void {
    if (i >= this.kinAt.length) {
      const known = this.kinAt
      this.kinAt = new Int32Array(this.length)
      this.kinAt.set(known)
    }
    this.kinAt[i] = this.kin.push(ids)
    const kept = this.kept[i] as Unit | null
    if (kept !== null) kept.kin = ids
  }

  at(i: number): Unit {
    return this.kept[i] ?? this.made(i)
  }

  look(i: number): Unit {
    const kept = this.kept[i] as Unit | null
    if (kept !== null) return kept
    const { view } = this
    const [from, to] = [this.starts[i] as number, this.starts[i + 1] as number]
    const middle = this.firstPast(from, to)
    view.idNumber = this.idNumbers[i] as string
    view.records = middle === from ? noRows : this.fill(viewOf(this.recordViews, middle - from), this.records, from, 0)
    view.past =
      middle === to ? noRows : this.fill(viewOf(this.pastViews, to - middle), this.past, middle, this.records.length)
    view.at = i
    view.form = this.formOf(i)
    view.kin = this.kinOf(i)
    return view
  }

  keptAt(i: number): Unit | null {
    return this.kept[i] as Unit | null
  }

  rowsAt(i: number): RowsInKeys {
    const { rowsView } = this
    // Beyond the numbers stand units that were added: these are nobody's.
    if (this.isReplaced[i] === 0) {
      rowsView.keys = this.keys
      rowsView.items = this.items
      rowsView.from = this.starts[i] as number
      rowsView.to = this.starts[i + 1] as number
      return rowsView
    }
    this.ofReplaced ??= this.enterReplaced()
    const { keys, starts, items } = this.ofReplaced
    rowsView.keys = keys
    rowsView.items = items
    rowsView.from = starts.get(i) as number
    rowsView.to = rowsView.from + countRows(this.kept[i] as Unit)
    return rowsView
  }

  forgetKeys(): void {
    const rostersOf = ({ rosters }: RowKeys) => ({ ...rowKeys(0, this.book, this.rosters), rosters })
    this.keys = rostersOf(this.keys)
    if (this.ofReplaced !== null) this.ofReplaced = { ...this.ofReplaced, keys: rostersOf(this.ofReplaced.keys) }
    this.rowsView.keys = this.keys
  }

  keep(i: number): Unit {
    const unit = this.at(i)
    this.kept[i] = unit
    return unit
  }

  name(i: number, name: number): void {
    const kept = this.kept[i] as Unit | null
    if (kept === null) this.names[i] = name
    else kept.form = this.book.at(name)
  }

  replace(i: number, unit: Unit): void {
    unit.at = i
    this.kept[i] = unit
    this.isReplaced[i] = 1
    this.ofReplaced = null
  }

  add(unit: Unit): void {
    this.replace(this.length++, unit)
  }

  private made(i: number): Unit {
    const [from, to] = [this.starts[i] as number, this.starts[i + 1] as number]
    const middle = this.firstPast(from, to)
    const unit = emptyUnit(this.idNumbers[i] as string)
    if (middle > from) unit.records = this.fill(new Array<PersonRecord>(middle - from), this.records, from, 0)
    if (middle < to) unit.past = this.fill(new Array<PastRecord>(to - middle), this.past, middle, this.records.length)
    unit.at = i
    unit.form = this.formOf(i)
    unit.kin = this.kinOf(i)
    return unit
  }

  private formOf(i: number): NameForm | null {
    const name = this.names[i] as number
    return name === noName ? null : this.book.at(name)
  }

  private firstPast(from: number, to: number): number {
    let middle = to
    while (middle > from && this.isPast(middle - 1)) middle--
    return middle
  }

  private isPast(at: number): boolean {
    return (this.items[at] as number) >= this.records.length
  }

  private fill<R>(list: R[], rows: readonly R[], from: number, before: number): R[] {
    for (let k = 0; k < list.length; k++) list[k] = rows[(this.items[from + k] as number) - before] as R
    return list
  }

  private enterReplaced(): RowsOfUnits {
    const replaced: Unit[] = []
    for (let i = 0; i < this.length; i++) if (this.isReplaced[i] !== 0) replaced.push(this.kept[i] as Unit)
    return rowsOfUnits(replaced, this.book, this.rosters)
  }
}

function viewOf<R>(views: R[][], length: number): R[] {
  let view = views[length]
  if (view === undefined) {
    view = new Array<R>(length)
    views[length] = view
  }
  return view
}
