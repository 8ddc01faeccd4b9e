import type { Place } from '../domain/place.js'
import { accountDigits, phoneNumbers } from '../domain/written-number.js'
import type { PersonRecord } from '../ingest/source.js'
import { hash32 } from './linkage/content-hash.js'
import type { NameBook } from './names/name-form.js'
import { headNameOf } from './profile.js'
import type { RosterBook } from './rosters.js'
import { rareName } from './unit.js'

/** Stands in `RowKeys.names` for a row without a name. */
export const noName = -1

/**
 * What the stages that run over all rows ask of each, as numbers in flat lists by the position of the row: every row is fetched once for all of them. A
 * county's rows fill most of the memory, and a stage that fetches them for itself waits for the memory longer than it works. Keys are hashes of what the row
 * says, 0 where it says nothing.
 */
export interface RowKeys {
  /** The number of the row's name in the book of the run, or `noName`. */
  readonly names: Int32Array
  /** 1 where the row gives another name beside it, a former or a rare one. */
  readonly otherNames: Uint8Array
  /** The number of the row's roster in the roster book of the run. */
  readonly rosters: Uint16Array
  /** Of village and township. */
  readonly places: Int32Array
  /** 1 where the row names a village. */
  readonly villages: Uint8Array
  /** Of the household's number and its system. */
  readonly households: Int32Array
  /** Of the head's name. */
  readonly heads: Int32Array
  readonly phones: Int32Array
  /** Telephones beyond the first, for the few rows that give several. */
  readonly morePhones: ReadonlyMap<number, readonly number[]>
  readonly accounts: Int32Array
  /** Of the former id number, for the few rows that give one. */
  readonly formerNumbers: ReadonlyMap<number, number>
  /** Enters the keys of a row at a position, in the place of what stood there. */
  readonly enter: (position: number, row: PersonRecord) => void
}

/** The rows of a unit in the keys of a run: those at the positions `items[from]` to `items[to]`, this month's first. */
export interface RowsInKeys {
  keys: RowKeys
  items: Int32Array
  from: number
  to: number
}

/** Starts the keys of `count` rows. */
export function rowKeys(count: number, book: NameBook, rosters: RosterBook): RowKeys {
  const keys = {
    names: new Int32Array(count),
    otherNames: new Uint8Array(count),
    rosters: new Uint16Array(count),
    places: new Int32Array(count),
    villages: new Uint8Array(count),
    households: new Int32Array(count),
    heads: new Int32Array(count),
    phones: new Int32Array(count),
    morePhones: new Map<number, readonly number[]>(),
    accounts: new Int32Array(count),
    formerNumbers: new Map<number, number>(),
  }
  const enter = (i: number, row: PersonRecord) => {
    const { name, place, householdNumber: household, system, formerName, formerIdNumber } = row
    keys.names[i] = name === null ? noName : book.numberOf(name)
    keys.otherNames[i] = formerName === null && rareName(row) === null ? 0 : 1
    keys.rosters[i] = rosters.numberOf(row)
    keys.villages[i] = place.village === null ? 0 : 1
    keys.places[i] = place.village === null && place.township === null ? 0 : placeKey(place)
    keys.households[i] = household === null ? 0 : keyOf(household, system)
    keys.heads[i] = keyOrNone(headNameOf(row))
    enterPhones(i, phoneNumbers(row.phone))
    keys.accounts[i] = keyOrNone(accountDigits(row.bankAccount))
    setOrDelete(keys.formerNumbers, i, formerIdNumber?.value == null ? null : keyOf(formerIdNumber.value))
  }
  const enterPhones = (i: number, numbers: readonly string[]) => {
    keys.phones[i] = keyOrNone(numbers[0] ?? null)
    setOrDelete(keys.morePhones, i, numbers.length > 1 ? numbers.slice(1).map((number) => keyOf(number)) : null)
  }
  return { ...keys, enter }
}

function setOrDelete<T>(map: Map<number, T>, at: number, value: T | null): void {
  if (value !== null) map.set(at, value)
  else if (map.size > 0) map.delete(at)
}

function keyOrNone(text: string | null): number {
  return text === null ? 0 : keyOf(text)
}

/** The key of a village and township, as in `RowKeys.places`. */
export function placeKey({ township, village }: Place): number {
  return keyOf(village ?? '', township ?? '')
}

/** The key of a text, inside another one where it means something only there. Never 0. */
export function keyOf(text: string, within = ''): number {
  return hash32(text, within === '' ? 8 : hash32(within, 8)) || 1
}
