import { type Block, type BlockBuilder, blockBuilder } from './blocks.js'

/** A reason to compare two records at all: they share a key. Keys are 32-bit hashes; a chance collision only costs a comparison. */
export interface BlockingRule<R> {
  readonly id: string
  readonly title: string
  readonly keys: (record: R, emit: (key: number) => void) => void
  /** Splits a block that is too big; records without a finer key stay with all of the block's others. */
  readonly finer?: (record: R) => number | null
}

/** How many pairs a rule proposes, known before anything is compared. */
export interface BlockCount {
  readonly rule: string
  readonly blocks: number
  readonly pairs: number
  /** Blocks that were over the limit and were split. */
  readonly split: number
  /** Blocks that stayed over the limit after splitting and were compared only between neighbours in content order. */
  readonly windowed: number
}

/** What to block. Items are addressed by number; a pair needs at least one probe. */
export interface BlockingTask<R> {
  readonly count: number
  readonly item: (index: number) => R
  readonly isProbe: (index: number) => boolean
  /** False for pairs that cannot be (same roster, same settled id). */
  readonly mayPair: (left: number, right: number) => boolean
  /** Content order of two items, for the windows: never by number, so that shuffled input gives the same pairs. */
  readonly order: (left: number, right: number) => number
  readonly rules: readonly BlockingRule<R>[]
  /** Most pairs that one block may hold before it is split. */
  readonly maxBlockPairs: number
}

/** Candidate pairs, each once: `left[i] < right[i]`; bit k of `rules[i]` is set when rule k proposed the pair. */
export interface CandidatePairs {
  readonly length: number
  readonly left: Int32Array
  readonly right: Int32Array
  readonly rules: Int32Array
  readonly counts: readonly BlockCount[]
}

/** One bit a rule, in 32 bits with a sign. */
const mostRules = 31

/** Finds all candidate pairs. Throws for more than 31 rules. */
export function candidatePairs<R>(task: BlockingTask<R>): CandidatePairs {
  if (task.rules.length > mostRules) throw new RangeError(`${task.rules.length} blocking rules: ${mostRules} at most`)
  const builders = collectBlocks(task)
  const codes: number[][] = []
  const counts = task.rules.map((rule, k) => {
    const found: number[] = []
    const count = { rule: rule.id, blocks: 0, pairs: 0, split: 0, windowed: 0 }
    for (const block of builders[k]?.blocks() ?? []) {
      const before = found.length
      pairBlock(task, rule, block, found, count)
      if (found.length > before) count.blocks++
      count.pairs += found.length - before
    }
    codes.push(found)
    return count
  })
  return mergePairs(codes, task.count, counts)
}

// Probes are read first; of all the others only those that share a key with a probe are kept.
function collectBlocks<R>(task: BlockingTask<R>): readonly BlockBuilder[] {
  let probes = 0
  for (let i = 0; i < task.count; i++) if (task.isProbe(i)) probes++
  const builders = task.rules.map(() => blockBuilder(probes))
  let at = 0
  const visit = (emitters: readonly ((key: number) => void)[], wanted: boolean) => {
    for (at = 0; at < task.count; at++) {
      if (task.isProbe(at) !== wanted) continue
      const record = task.item(at)
      for (let k = 0; k < task.rules.length; k++) task.rules[k]?.keys(record, emitters[k] as (key: number) => void)
    }
  }
  visit(
    builders.map((builder) => (key: number) => builder.addProbe(key, at)),
    true,
  )
  visit(
    builders.map((builder) => (key: number) => builder.addOther(key, at)),
    false,
  )
  return builders
}

function sizeOf(block: Block): number {
  const [p, n] = [block.probes.length, block.others.length]
  return p * n + (p * (p - 1)) / 2
}

type Counting = { split: number; windowed: number }

function pairBlock<R>(task: BlockingTask<R>, rule: BlockingRule<R>, block: Block, found: number[], count: Counting) {
  if (sizeOf(block) <= task.maxBlockPairs) {
    pairAll(task, block, found)
    return
  }
  count.split++
  for (const part of splitBlock(task, rule, block)) {
    if (sizeOf(part) <= task.maxBlockPairs) pairAll(task, part, found)
    else {
      count.windowed++
      pairNeighbours(task, part, found)
    }
  }
}

function splitBlock<R>(task: BlockingTask<R>, rule: BlockingRule<R>, block: Block): Block[] {
  if (!rule.finer) return [block]
  type Part = { readonly probes: number[]; readonly others: number[] }
  const parts = new Map<number, Part>()
  const keyless: Part = { probes: [], others: [] }
  const deal = (items: ArrayLike<number>, side: keyof Block) => {
    for (const i of Array.from(items)) {
      const key = rule.finer?.(task.item(i)) ?? null
      if (key === null) keyless[side].push(i)
      else {
        const part = parts.get(key) ?? { probes: [], others: [] }
        part[side].push(i)
        parts.set(key, part)
      }
    }
  }
  deal(block.probes, 'probes')
  deal(block.others, 'others')
  const whole = keyless.probes.length > 0 ? [{ probes: keyless.probes, others: block.others }] : []
  const strays = keyless.others.length > 0 ? [{ probes: block.probes, others: keyless.others }] : []
  return [...parts.values(), ...whole, ...strays]
}

function pairAll<R>(task: BlockingTask<R>, block: Block, found: number[]): void {
  const { probes, others } = block
  for (let a = 0; a < probes.length; a++) {
    for (let b = 0; b < others.length; b++) addPair(task, probes[a] as number, others[b] as number, found)
    for (let b = a + 1; b < probes.length; b++) addPair(task, probes[a] as number, probes[b] as number, found)
  }
}

function pairNeighbours<R>(task: BlockingTask<R>, block: Block, found: number[]): void {
  const all = [...Array.from(block.probes), ...Array.from(block.others)].sort(task.order)
  const reach = Math.max(1, Math.floor(task.maxBlockPairs / all.length))
  for (let a = 0; a < all.length; a++)
    for (let b = a + 1; b < Math.min(all.length, a + 1 + reach); b++) {
      const [left, right] = [all[a] as number, all[b] as number]
      if (task.isProbe(left) || task.isProbe(right)) addPair(task, left, right, found)
    }
}

function addPair<R>(task: BlockingTask<R>, a: number, b: number, found: number[]): void {
  if (a === b || !task.mayPair(a, b)) return
  found.push(a < b ? a * task.count + b : b * task.count + a)
}

// Codes of pair and rule fit a double: 1.3 million items squared × 32 rules is about 2^46.
function mergePairs(codes: readonly number[][], count: number, counts: readonly BlockCount[]): CandidatePairs {
  const total = codes.reduce((sum, found) => sum + found.length, 0)
  const all = new Float64Array(total)
  let at = 0
  for (const [k, found] of codes.entries()) for (const code of found) all[at++] = code * 32 + k
  all.sort()
  const [left, right, rules] = [new Int32Array(total), new Int32Array(total), new Int32Array(total)]
  let length = 0
  let previous = -1
  for (const entry of all) {
    const code = Math.floor(entry / 32)
    const bit = 1 << (entry % 32)
    if (code === previous) rules[length - 1] = (rules[length - 1] as number) | bit
    else {
      left[length] = Math.floor(code / count)
      right[length] = code % count
      rules[length++] = bit
      previous = code
    }
  }
  return { length, left, right, rules, counts }
}
