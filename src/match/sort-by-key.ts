import { compareText } from '../domain/compare-text.js'
import { deal } from './linkage/deal.js'

// Characters 0–9 and a–z (of keys in base 32) each have a place; what stands before, between and behind them shares one.
const places = 39

/**
 * The order of keys that begin with a letter and a hash, as indices: dealt by the four characters after the letter, then sorted in the small, since a
 * plain sort of a million texts takes seconds; with a million keys a deal is about one. Keys of any other form come out sorted as well, only slower.
 */
export function orderOfKeys(keys: readonly string[]): Int32Array {
  const { starts, items: order } = deal(Int32Array.from(keys, bucketOf), places ** 4)
  for (let bucket = 0; bucket < starts.length - 1; bucket++)
    sortStretch(keys, order, starts[bucket] as number, starts[bucket + 1] as number)
  return beginAlike(keys) ? order : order.sort((a, b) => compareText(keys[a] as string, keys[b] as string))
}

// Insertion for the few keys of a usual bucket; a view and a comparing sort would cost more than they do.
function sortStretch(keys: readonly string[], order: Int32Array, from: number, to: number): void {
  if (to - from > 64) {
    order.subarray(from, to).sort((a, b) => compareText(keys[a] as string, keys[b] as string))
    return
  }
  for (let i = from + 1; i < to; i++) {
    const item = order[i] as number
    const key = keys[item] as string
    let k = i
    for (; k > from && (keys[order[k - 1] as number] as string) > key; k--) order[k] = order[k - 1] as number
    order[k] = item
  }
}

function bucketOf(key: string): number {
  let bucket = 0
  for (let i = 1; i <= 4; i++) bucket = bucket * places + (i < key.length ? placeOf(key.charCodeAt(i)) : 0)
  return bucket
}

function placeOf(code: number): number {
  if (code < 48) return 0
  if (code <= 57) return code - 47
  if (code < 97) return 11
  return code <= 122 ? code - 85 : 38
}

// The buckets are in order whenever all keys begin with one letter.
function beginAlike(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) if (keys[i]?.charCodeAt(0) !== keys[0]?.charCodeAt(0)) return false
  return true
}
