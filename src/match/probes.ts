import { joinHashes } from './linkage/content-hash.js'
import { type NameBook, nameKey, nameKeys } from './names/name-form.js'
import { noName } from './row-keys.js'
import type { Units } from './units.js'

/**
 * What exact ids leave open, by unit: 1 for those without a usable number, gone this month, missing from a roster that had them, with a former number
 * or with a number that goes by another name as well, and for those who share a name with another usable number as well as the birth date or the last
 * four characters (a number that was mistyped and still checks, or was changed).
 */
export function probesAmong(units: Units, book: NameBook): Uint8Array {
  const probes = new Uint8Array(units.length)
  const keys = keysOf(units, book)
  const table = bitTable(units.length)
  markShared(units, book, birthDate, keys.ofBirthDate, table, probes)
  markShared(units, book, lastFour, keys.ofLastFour, table, probes)
  for (let i = 0; i < units.length; i++) {
    const isOpen = units.idNumberOf(i) === null || units.hasRivals(i)
    if (isOpen || hasLeft(units, i) || hasFormerNumber(units, i)) probes[i] = 1
  }
  return probes
}

const birthDate = [6, 14] as const
const lastFour = [14, 18] as const

function hasFormerNumber(units: Units, i: number): boolean {
  const { keys, items, from, to } = units.rowsAt(i)
  if (keys.formerNumbers.size > 0)
    for (let k = from; k < to; k++) if (keys.formerNumbers.has(items[k] as number)) return true
  return false
}

// Gone altogether, or from one roster only: who stands in another one under his old number may be in this one under a new one.
function hasLeft(units: Units, i: number): boolean {
  if (!units.hasPast(i) || units.isGone(i)) return units.isGone(i)
  const { rosters } = units
  const { keys, items, from, to } = units.rowsAt(i)
  for (let k = to - 1; k >= from; k--) {
    const roster = keys.rosters[items[k] as number] as number
    // This month's rows come first.
    if (!rosters.isPast(roster)) return false
    const now = rosters.nowOf(roster)
    if (now >= 0 && !rosters.repeats(now) && !holds(units, i, now)) return true
  }
  return false
}

function holds(units: Units, i: number, roster: number): boolean {
  const { keys, items, from, to } = units.rowsAt(i)
  for (let k = from; k < to; k++) if (keys.rosters[items[k] as number] === roster) return true
  return false
}

interface SharedKeys {
  readonly ofBirthDate: Int32Array
  readonly ofLastFour: Int32Array
}

// Hashes of name and birth date and of name and last four characters; 0 for a unit that lacks its number or name.
function keysOf(units: Units, book: NameBook): SharedKeys {
  const names = book.keys()
  const [ofBirthDate, ofLastFour] = [new Int32Array(units.length), new Int32Array(units.length)]
  for (let i = 0; i < units.length; i++) {
    const name = units.nameOf(i)
    if (units.idNumberOf(i) === null || name === noName) continue
    const standard = nameKey(names, name, nameKeys.standard)
    ofBirthDate[i] = joinHashes(standard, units.birthDayOf(i)) || 1
    ofLastFour[i] = joinHashes(standard, units.endOf(i)) || 1
  }
  return { ofBirthDate, ofLastFour }
}

/** Bits of the table for each unit: one unit in thirty-two meets another one's bit by chance and is compared for nothing. */
const bitsPerUnit = 32

/** A bit for each key of so many bits, of those that came up and of those that came up again. */
interface BitTable {
  readonly bits: number
  readonly once: Int32Array
  readonly twice: Int32Array
}

function bitTable(units: number): BitTable {
  const bits = Math.max(5, Math.ceil(Math.log2(units * bitsPerUnit + 1)))
  return { bits, once: new Int32Array(1 << (bits - 5)), twice: new Int32Array(1 << (bits - 5)) }
}

// Two passes over a bit table leave few units to be compared by their text.
function markShared(
  units: Units,
  book: NameBook,
  [from, to]: readonly [number, number],
  keys: Int32Array,
  { bits, once, twice }: BitTable,
  probes: Uint8Array,
): void {
  once.fill(0)
  twice.fill(0)
  const shift = 32 - bits
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] === 0) continue
    const bit = (keys[i] as number) >>> shift
    const [word, mask] = [bit >> 5, 1 << (bit & 31)]
    if (((once[word] as number) & mask) !== 0) twice[word] = (twice[word] as number) | mask
    else once[word] = (once[word] as number) | mask
  }
  const first = new Map<string, number>()
  for (let i = 0; i < keys.length; i++) {
    const bit = (keys[i] as number) >>> shift
    if (keys[i] === 0 || ((twice[bit >> 5] as number) & (1 << (bit & 31))) === 0) continue
    const text = `${units.idNumberOf(i)?.slice(from, to)}${book.at(units.nameOf(i)).standard}`
    const other = first.get(text)
    if (other === undefined) first.set(text, i)
    else {
      probes[i] = 1
      probes[other] = 1
    }
  }
}
