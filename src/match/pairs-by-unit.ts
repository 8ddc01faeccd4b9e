import { deal } from './linkage/deal.js'

/** The pairs of unit `u` are `pairs[starts[u]]` to `pairs[starts[u + 1]]`, heaviest first. */
export interface PairsByUnit {
  readonly starts: Int32Array
  readonly pairs: Int32Array
}

/** Weighed pairs of units; units and pairs are numbers. */
interface Weighed {
  readonly units: number
  readonly pairs: number
  readonly sidesOf: (pair: number) => readonly [number, number]
  readonly weightOf: (pair: number) => number
}

/** Lists the pairs of each unit, heaviest first: sums over them come out the same whatever the order of pairs. */
export function pairsByUnit(weighed: Weighed): PairsByUnit {
  // The two sides of pair `p` are the items `2p` and `2p + 1`.
  const sides = new Int32Array(2 * weighed.pairs)
  for (let pair = 0; pair < weighed.pairs; pair++) {
    const [left, right] = weighed.sidesOf(pair)
    sides[2 * pair] = left
    sides[2 * pair + 1] = right
  }
  const { starts, items: pairs } = deal(sides, weighed.units)
  for (let i = 0; i < pairs.length; i++) pairs[i] = (pairs[i] as number) >> 1
  for (let unit = 0; unit < weighed.units; unit++) {
    const [from, to] = [starts[unit] as number, starts[unit + 1] as number]
    if (to - from > 1) sortHeaviest(pairs, from, to, weighed.weightOf)
  }
  return { starts, pairs }
}

// Insertion for the few pairs of a usual unit; a view and a comparing sort would cost more than they do.
function sortHeaviest(pairs: Int32Array, from: number, to: number, weightOf: (pair: number) => number): void {
  if (to - from > 32) {
    pairs.subarray(from, to).sort((p, q) => weightOf(q) - weightOf(p))
    return
  }
  for (let i = from + 1; i < to; i++) {
    const pair = pairs[i] as number
    const weight = weightOf(pair)
    let k = i
    for (; k > from && weightOf(pairs[k - 1] as number) < weight; k--) pairs[k] = pairs[k - 1] as number
    pairs[k] = pair
  }
}
