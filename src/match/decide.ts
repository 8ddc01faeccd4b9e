import { areTwoPeople, type Found, haveOneName, mayLink, mayStandTwice, speaksForPerson } from './evidence.js'
import { probability } from './linkage/model.js'
import { type PairsByUnit, pairsByUnit } from './pairs-by-unit.js'
import { thresholds } from './thresholds.js'

/** What the decisions rest on. Units are numbers; pairs are numbers too. */
export interface Deciding {
  readonly units: number
  readonly pairs: number
  readonly sidesOf: (pair: number) => readonly [number, number]
  /** In bits. */
  readonly weightOf: (pair: number) => number
  readonly foundIn: (pair: number) => Found
  /** The weight of any two units, compared or not. */
  readonly weightBetween: (a: number, b: number) => number
  readonly hasId: (unit: number) => boolean
  /** True when a unit's usable number is likely somebody else's, to whom it would lead. */
  readonly hasAnothersId: (unit: number) => boolean
  /** True when one roster of one month holds both, and rosters of that kind hold a person once. */
  readonly shareRoster: (a: number, b: number) => boolean
  /** Rows that are never linked, only shown: deaths without a number. */
  readonly staysAlone: (unit: number) => boolean
  readonly verdict: (a: number, b: number) => 'same' | 'different' | 'unsure' | null
  readonly same: readonly (readonly [number, number])[]
  /** True when the pair is a question whatever its weight. */
  readonly mustAsk: (pair: number) => boolean
  /** Order of two units by content. */
  readonly order: (a: number, b: number) => number
}

/** A pair that stays two people but has to be shown. */
interface Question {
  readonly pair: number
  readonly grade: 'probable' | 'possible'
  readonly score: number
}

/** What was decided. */
export interface Decisions {
  /** The unit that stands for each unit's person. */
  readonly clusterOf: (unit: number) => number
  /** For each linked unit the pair that linked it best. */
  readonly links: ReadonlyMap<number, { readonly pair: number; readonly score: number }>
  /** Units joined by a judgement. */
  readonly judged: ReadonlySet<number>
  readonly questions: readonly Question[]
}

/**
 * Decides which pairs are links, which are questions. A pair is linked when its evidence may link at all and its probability among all that
 * compete for the same place reaches `probable`; heaviest first, and never so that a person gets two usable numbers, or parts that contradict
 * each other.
 */
export function decide(task: Deciding): Decisions {
  const parent = new Int32Array(task.units)
  for (let unit = 0; unit < task.units; unit++) parent[unit] = unit
  const judged = new Set<number>()
  for (const [a, b] of task.same) {
    union(parent, a, b, task.order)
    judged.add(a).add(b)
  }
  const scores = scoresOf(task)
  const links = linkHeaviestFirst(task, parent, scores)
  const questions: Question[] = []
  for (let pair = 0; pair < task.pairs; pair++) {
    const [a, b] = task.sidesOf(pair)
    if (find(parent, a) === find(parent, b) || task.verdict(a, b) === 'different') continue
    const score = scores[pair] as number
    if (task.mustAsk(pair) || (score >= thresholds.possible && mayBeAsked(task, parent, pair))) {
      const grade = score >= thresholds.probable && mayLink(task.foundIn(pair)) ? 'probable' : 'possible'
      questions.push({ pair, grade, score })
    }
  }
  return { clusterOf: (unit) => find(parent, unit), links, judged, questions }
}

// Two usable numbers under two names are two people, however much a family shares: a question would only hold back what is true of one of them. A row
// that was linked has the number of its person, since the unit with the number stands for all.
function mayBeAsked(task: Deciding, parent: Int32Array, pair: number): boolean {
  const [a, b] = task.sidesOf(pair)
  return !(task.hasId(find(parent, a)) && task.hasId(find(parent, b))) || !areTwoPeople(task.foundIn(pair))
}

// The pairs of each unit; and of each pair, asked once, whether something speaks for the person and not for the family alone.
interface Options extends PairsByUnit {
  readonly speaks: Uint8Array
}

function scoresOf(task: Deciding): Float64Array {
  const options: Options = { ...pairsByUnit(task), speaks: new Uint8Array(task.pairs) }
  for (let pair = 0; pair < task.pairs; pair++) options.speaks[pair] = speaksForPerson(task.foundIn(pair)) ? 1 : 0
  const scores = new Float64Array(task.pairs)
  for (let pair = 0; pair < task.pairs; pair++) {
    const [a, b] = task.sidesOf(pair)
    const rivals = oddsOfRivals(task, options, pair, a, b) + oddsOfRivals(task, options, pair, b, a)
    scores[pair] = 1 / (1 + 2 ** -task.weightOf(pair) + rivals)
  }
  return scores
}

// The odds that one of the other partners of `unit` is right instead, against those of the pair (in bits, so that heavy weights do not overflow).
function oddsOfRivals(task: Deciding, options: Options, pair: number, unit: number, other: number): number {
  const weight = task.weightOf(pair)
  let odds = 0
  for (let k = options.starts[unit] as number; k < (options.starts[unit + 1] as number); k++) {
    const rival = options.pairs[k] as number
    if (rival === pair || options.speaks[rival] === 0 || !isRival(task, unit, other, rival)) continue
    odds += 2 ** (task.weightOf(rival) - weight)
  }
  return odds
}

// Another partner of `unit`, for whom something speaks in person, competes with `other` when the two partners cannot be one person.
function isRival(task: Deciding, unit: number, other: number, rival: number): boolean {
  const [x, y] = task.sidesOf(rival)
  const third = x === unit ? y : x
  if (task.verdict(unit, third) === 'different' || task.verdict(other, third) === 'same') return false
  return (task.hasId(third) && task.hasId(other)) || task.shareRoster(third, other)
}

function linkHeaviestFirst(
  task: Deciding,
  parent: Int32Array,
  scores: Float64Array,
): Map<number, { pair: number; score: number }> {
  const heaviest: number[] = []
  for (let pair = 0; pair < task.pairs; pair++)
    if ((scores[pair] as number) >= thresholds.probable && mayBeLinked(task, pair)) heaviest.push(pair)
  heaviest.sort((p, q) => task.weightOf(q) - task.weightOf(p) || orderPairs(task, p, q))
  const members = new Map<number, number[]>()
  const links = new Map<number, { pair: number; score: number }>()
  for (const pair of heaviest) {
    const [a, b] = task.sidesOf(pair)
    const [left, right] = [membersOf(task, members, parent, a), membersOf(task, members, parent, b)]
    if (left !== right) {
      // Two units by themselves are this pair, and that has been weighed.
      const single = left.length === 1 && right.length === 1
      if (!single && !fitTogether(task, left, right, task.hasId(a) && task.hasId(b))) continue
      const root = union(parent, a, b, task.order)
      members.set(root, [...left, ...right])
    }
    for (const unit of [a, b]) if (!links.has(unit)) links.set(unit, { pair, score: scores[pair] as number })
  }
  return links
}

function mayBeLinked(task: Deciding, pair: number): boolean {
  const [a, b] = task.sidesOf(pair)
  if (task.staysAlone(a) || task.staysAlone(b)) return false
  const verdict = task.verdict(a, b)
  if (verdict === 'different' || verdict === 'unsure') return false
  const found = task.foundIn(pair)
  if ((task.hasAnothersId(a) || task.hasAnothersId(b)) && !haveOneName(found)) return false
  if (task.shareRoster(a, b) && !mayStandTwice(found)) return false
  if (task.hasId(a) && task.hasId(b) && found['identity-number'] !== 'former') return false
  return mayLink(found)
}

function membersOf(task: Deciding, members: Map<number, number[]>, parent: Int32Array, unit: number): number[] {
  const root = find(parent, unit)
  let known = members.get(root)
  if (!known) {
    known = [root]
    for (const [a, b] of task.same)
      for (const one of [a, b]) if (find(parent, one) === root && !known.includes(one)) known.push(one)
    members.set(root, known)
  }
  return known
}

// Two usable numbers come together only where a roster itself says that one is the former one of the other (`joinsIds`).
function fitTogether(task: Deciding, left: readonly number[], right: readonly number[], joinsIds: boolean): boolean {
  if (!joinsIds && left.some(task.hasId) && right.some(task.hasId)) return false
  for (const a of left)
    for (const b of right) {
      const verdict = task.verdict(a, b)
      if (verdict === 'different' || verdict === 'unsure') return false
      const weight = task.weightBetween(a, b)
      if (weight < 0 || (task.shareRoster(a, b) && probability(weight) < thresholds.probable)) return false
    }
  return true
}

function orderPairs(task: Deciding, p: number, q: number): number {
  const [a, b] = inOrder(task, p)
  const [c, d] = inOrder(task, q)
  return task.order(a, c) || task.order(b, d)
}

function inOrder(task: Deciding, pair: number): readonly [number, number] {
  const sides = task.sidesOf(pair)
  return task.order(sides[0], sides[1]) <= 0 ? sides : [sides[1], sides[0]]
}

function find(parent: Int32Array, unit: number): number {
  let root = unit
  while (parent[root] !== root) root = parent[root] as number
  let at = unit
  while (parent[at] !== root) {
    const next = parent[at] as number
    parent[at] = root
    at = next
  }
  return root
}

function union(parent: Int32Array, a: number, b: number, order: (a: number, b: number) => number): number {
  const [x, y] = [find(parent, a), find(parent, b)]
  if (x === y) return x
  const [root, child] = order(x, y) <= 0 ? [x, y] : [y, x]
  parent[child] = root
  return root
}
