import { compareText } from './unit.js'

/**
 * Sorts by keys that begin with a letter and a hash in base 36: dealt by the three characters after the letter first, since a plain sort of a million
 * texts takes seconds. Keys of any other form sort as well, only slower.
 */
export function sortByKey<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const order = [...new Set(items.map((item) => keyOf(item).slice(0, 4)))].sort(compareText)
  const dealt = new Map(order.map((start): [string, T[]] => [start, []]))
  for (const item of items) dealt.get(keyOf(item).slice(0, 4))?.push(item)
  const sorted: T[] = []
  for (const bucket of dealt.values()) {
    if (bucket.length > 1) bucket.sort((a, b) => compareText(keyOf(a), keyOf(b)))
    for (const item of bucket) sorted.push(item)
  }
  return sorted
}
