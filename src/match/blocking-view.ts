import { birthDateOf } from '../domain/id-number.js'
import { endHash, foldCode, startHash } from './linkage/content-hash.js'
import type { NameBook, NameForm } from './names/name-form.js'
import { patternOf } from './profile.js'
import { keyOf, noName, type RowsInKeys } from './row-keys.js'
import { rowsOf, type Unit } from './unit.js'
import type { Units } from './units.js'

/**
 * What the blocking rules see of a unit: keys, so that a rule only joins numbers. The parts of its id number are null where the number is missing or too
 * short, or where a character of the part is lost; `last…` are counted from the end, so that they stand for a number with a character too few or too many as
 * well.
 */
export interface BlockingView {
  first9: number | null
  first12: number | null
  first14: number | null
  last4: number | null
  last8: number | null
  last9: number | null
  /** Of the birth date inside the number. */
  birth: number | null
  /** Of birth dates that only columns tell; of whoever has no usable number. */
  births: readonly BirthOfRow[]
  /** Of the whole number, where it is usable. */
  whole: number | null
  /** How many names it has, and the number of each in the book of the run; then the keys of all names (`nameKeys`). */
  names: number
  readonly nameAt: number[]
  nameKeys: Int32Array
  /** What its rows say. */
  rows: RowsInKeys
  /** The numbers of its kin. */
  kin: readonly string[]
  /** The unit itself, for what is seldom asked. */
  readonly unit: () => Unit
}

/** A birth date of a row's column, with the village of the row. */
interface BirthOfRow {
  readonly birth: number
  /** As `RowKeys.places`; 0 where the row names no village. */
  readonly village: number
}

/** Fewest characters of a number whose end still says something. */
const leastLength = 15

/**
 * Looks at units one after the other; each call fills the same view anew, since this runs over every unit of the county and a million views
 * would cost more than the hashing. Nothing may keep a view beyond the next call.
 */
export function blockingViews(units: Units, book: NameBook): (index: number) => BlockingView {
  let [at, view]: [number, BlockingView | null] = [0, null]
  return (index) => {
    at = index
    const rows = units.rowsAt(index)
    view ??= emptyView(rows, book, () => units.look(at))
    const kept = units.keptAt(index)
    const idNumber = units.idNumberOf(index)
    const pattern = idNumber ?? (kept === null ? null : patternOf(kept))
    lookForward(view, pattern ?? '')
    lookBackward(view, pattern ?? '')
    const hasBirth = idNumber !== null || (pattern !== null && birthDateOf(pattern) !== null)
    view.birth = hasBirth ? birthHash(pattern ?? '') : null
    view.births = idNumber !== null || kept === null ? nothing : birthsOf(kept, rows)
    view.whole = idNumber === null ? null : keyOf(idNumber)
    view.rows = rows
    view.names = enterNames(view.nameAt, units.nameOf(index), kept)
    view.kin = units.kinOf(index)
    return view
  }
}

const nothing: readonly never[] = []

function emptyView(rows: RowsInKeys, book: NameBook, unit: () => Unit): BlockingView {
  return {
    first9: null,
    first12: null,
    first14: null,
    last4: null,
    last8: null,
    last9: null,
    birth: null,
    births: nothing,
    whole: null,
    names: 0,
    nameAt: [],
    nameKeys: book.keys(),
    rows,
    kin: nothing,
    unit,
  }
}

// Gives back how many there are.
function enterNames(list: number[], first: number, kept: Unit | null): number {
  if (first === noName) return 0
  list[0] = first
  if (kept === null) return 1
  const { otherForms } = kept
  for (let i = 0; i < otherForms.length; i++) list[i + 1] = (otherForms[i] as NameForm).at
  return otherForms.length + 1
}

// The rows of a unit stand in its keys in the same order.
function birthsOf(unit: Unit, { keys, items, from }: RowsInKeys): readonly BirthOfRow[] {
  return rowsOf(unit).flatMap(({ birthDate }, k) => {
    const position = items[from + k] as number
    const village = keys.villages[position] === 1 ? (keys.places[position] as number) : 0
    return birthDate === null ? [] : [{ birth: birthHash(birthDate, 0), village }]
  })
}

// Of a birth date's eight digits as they stand in `text` from `from`, dashes left out.
function birthHash(text: string, from = 6): number {
  let hash = startHash(1)
  for (let i = from, digits = 0; i < text.length && digits < 8; i++) {
    const code = text.charCodeAt(i)
    if (code === 45) continue
    hash = foldCode(hash, code)
    digits++
  }
  return endHash(hash)
}

function lookForward(view: BlockingView, pattern: string): void {
  view.first9 = view.first12 = view.first14 = null
  let hash = startHash(2)
  for (let i = 0; i < 14 && i < pattern.length; i++) {
    const code = pattern.charCodeAt(i)
    if (code === 63) return
    hash = foldCode(hash, code)
    if (i === 8) view.first9 = endHash(hash)
    else if (i === 11) view.first12 = endHash(hash)
    else if (i === 13) view.first14 = endHash(hash)
  }
}

function lookBackward(view: BlockingView, pattern: string): void {
  view.last4 = view.last8 = view.last9 = null
  if (pattern.length < leastLength) return
  let hash = startHash(3)
  for (let i = 1; i <= 9; i++) {
    const code = pattern.charCodeAt(pattern.length - i)
    if (code === 63) return
    hash = foldCode(hash, code)
    if (i === 4) view.last4 = endHash(hash)
    else if (i === 8) view.last8 = endHash(hash)
    else if (i === 9) view.last9 = endHash(hash)
  }
}
