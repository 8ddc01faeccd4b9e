import { compareText } from '../domain/compare-text.js'
import { deal } from './linkage/deal.js'

// Characters 0–9 and a–z (of keys in base 32) each have a place; what stands before, between and behind them shares one.
const places = 39

/** Keys in their order. */
export interface OrderOfKeys {
  /** Where each stands among the keys as they were given. */
  readonly order: Int32Array
  /** The places in `order` whose key is that of the place before, from the first to the last. */
  readonly repeated: readonly number[]
}

/**
 * The order of keys that begin with a letter and a hash, as indices: dealt by the four characters after the letter, then sorted in the small, since a
 * plain sort of a million texts takes seconds; with a million keys a deal is about one. Keys of any other form come out sorted as well, only slower.
 */
export function orderOfKeys(keys: readonly string[]): OrderOfKeys {
  const buckets = new Int32Array(keys.length)
  for (let i = 0; i < keys.length; i++) buckets[i] = bucketOf(keys[i] as string)
  const { starts, items: order } = deal(buckets, places ** 4)
  const repeated: number[] = []
  // The buckets are in order whenever all keys begin with one letter.
  const stretches = beginAlike(keys) ? starts : Int32Array.of(0, order.length)
  for (let bucket = 0; bucket < stretches.length - 1; bucket++) {
    const [from, to] = [stretches[bucket] as number, stretches[bucket + 1] as number]
    if (to - from < 2) continue
    sortStretch(keys, order, from, to)
    for (let i = from + 1; i < to; i++) if (keys[order[i] as number] === keys[order[i - 1] as number]) repeated.push(i)
  }
  return { order, repeated }
}

// Insertion for the few keys of a usual bucket, where those that are alike stand together; a view and a comparing sort would cost more than they do.
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

function beginAlike(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) if (keys[i]?.charCodeAt(0) !== keys[0]?.charCodeAt(0)) return false
  return true
}
