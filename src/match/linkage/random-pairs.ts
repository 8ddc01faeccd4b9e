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
  const hashes = Float64Array.from({ length: count }, (_, i) => hashOf(i))
  if (wanted >= count) return [...hashes.keys()].sort((a, b) => (hashes[a] as number) - (hashes[b] as number))
  const limit = Float64Array.from(hashes).sort()[wanted] as number
  const chosen: number[] = []
  for (let i = 0; i < count; i++) if ((hashes[i] as number) < limit) chosen.push(i)
  return chosen.sort((a, b) => (hashes[a] as number) - (hashes[b] as number))
}
