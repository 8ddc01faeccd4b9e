import type { CandidatePairs } from './blocking.js'

/**
 * Random pairs for u, about `target` of them: the items with the smallest `hashOf` (a hash of their content, never of their number), each with each
 * other. The same items give the same pairs in any order of input. `mayPair` leaves pairs out (one roster, say).
 */
export function randomPairs(
  count: number,
  hashOf: (index: number) => number,
  target: number,
  mayPair: (left: number, right: number) => boolean = () => true,
): CandidatePairs {
  const wanted = Math.min(count, Math.ceil((1 + Math.sqrt(8 * target + 1)) / 2))
  const sample = smallest(count, hashOf, wanted)
  const [left, right]: [number[], number[]] = [[], []]
  for (let a = 0; a < sample.length; a++)
    for (let b = a + 1; b < sample.length; b++) {
      const [i, j] = [sample[a] as number, sample[b] as number]
      if (!mayPair(i, j)) continue
      left.push(i)
      right.push(j)
    }
  return {
    length: left.length,
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    rules: new Int32Array(left.length),
    counts: [],
  }
}

function smallest(count: number, hashOf: (index: number) => number, wanted: number): readonly number[] {
  const hashes = new Float64Array(count)
  for (let i = 0; i < count; i++) hashes[i] = hashOf(i)
  const chosen = below(hashes, limitOf(hashes, wanted))
  return chosen.sort((a, b) => (hashes[a] as number) - (hashes[b] as number) || a - b).slice(0, wanted)
}

// A limit with at least `wanted` hashes below it and not many more: hashes are spread evenly, so that few rounds find it without a sort of all.
function limitOf(hashes: Float64Array, wanted: number): number {
  if (wanted >= hashes.length) return Number.POSITIVE_INFINITY
  for (let limit = (2 ** 53 / hashes.length) * wanted * 1.5; limit < 2 ** 53; limit *= 2) {
    let found = 0
    for (let i = 0; i < hashes.length; i++) if ((hashes[i] as number) < limit) found++
    if (found >= wanted) return limit
  }
  return Number.POSITIVE_INFINITY
}

function below(hashes: Float64Array, limit: number): number[] {
  const chosen: number[] = []
  for (let i = 0; i < hashes.length; i++) if ((hashes[i] as number) < limit) chosen.push(i)
  return chosen
}
