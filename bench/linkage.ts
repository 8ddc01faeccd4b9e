/**
 * The linkage engine on public benchmarks: `npx tsx bench/linkage.ts DIR`, DIR holding febrl_dataset3.csv, febrl_dataset4a.csv and
 * febrl_dataset4b.csv (Febrl, Christen et al.). Nothing is learned from the truth; it only counts hits at the end.
 */
import { join } from 'node:path'
import { candidatePairs } from '../src/match/linkage/blocking.js'
import { frequenciesOf } from '../src/match/linkage/comparison.js'
import { hash53 } from '../src/match/linkage/content-hash.js'
import { countPatterns, learn } from '../src/match/linkage/learn.js'
import { probability } from '../src/match/linkage/model.js'
import { randomPairs } from '../src/match/linkage/random-pairs.js'
import { compareAll, type FrequencyTable, weigh } from '../src/match/linkage/score.js'
import { type Febrl, febrlBlocking, febrlComparisons, readFebrl } from './linkage-febrl.js'

interface Scored {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly weights: Float64Array
  readonly lambda: number
}

function frequencies(records: readonly Febrl[]): FrequencyTable {
  return Object.fromEntries(
    febrlComparisons.flatMap(({ id, rarity }) => {
      if (!rarity) return []
      const counts = new Map<string, number>()
      let total = 0
      for (const record of records) {
        const value = rarity.value(record)
        if (value === null) continue
        counts.set(value, (counts.get(value) ?? 0) + 1)
        total++
      }
      return [[id, frequenciesOf((value) => counts.get(value) ?? 0, total)] as const]
    }),
  )
}

// Pairs that agree in enough for nobody to doubt them, over the assumed recall of that test (Splink's recipe).
function lambdaFrom(
  records: readonly Febrl[],
  pairs: { left: Int32Array; right: Int32Array; length: number },
  recall: number,
  total: number,
): number {
  let sure = 0
  for (let i = 0; i < pairs.length; i++) {
    const [a, b] = [records[pairs.left[i] as number]?.fields, records[pairs.right[i] as number]?.fields]
    if (!a || !b) continue
    const same = (field: keyof typeof a) => a[field] !== '' && a[field] === b[field]
    const names = same('given_name') && same('surname')
    const crossed = a.given_name !== '' && a.given_name === b.surname && a.surname === b.given_name
    if (same('soc_sec_id') || ((names || crossed) && same('date_of_birth'))) sure++
  }
  return sure / recall / total
}

function score(
  records: readonly Febrl[],
  mayPair: (a: number, b: number) => boolean,
  recall: number,
  total: number,
): Scored {
  const item = (i: number) => records[i] as Febrl
  const pairs = candidatePairs({
    count: records.length,
    item,
    isProbe: () => true,
    mayPair,
    order: (a, b) => (item(a).id < item(b).id ? -1 : 1),
    rules: febrlBlocking,
    maxBlockPairs: 1_000_000,
  })
  for (const { rule, pairs: count } of pairs.counts) console.log(`  block ${rule}: ${count}`)
  const width = febrlComparisons.length
  const levels = compareAll(pairs, item, febrlComparisons)
  const random = randomPairs(records.length, (i) => hash53(item(i).id, 7), 250_000, mayPair)
  const randomLevels = compareAll(random, item, febrlComparisons)
  const ofRule = (id: string) => 1 << febrlBlocking.findIndex((rule) => rule.id === id)
  const session = (id: string, fixed: readonly string[]) => ({
    fixed,
    patterns: countPatterns(levels, width, pairs.length, (i) => ((pairs.rules[i] as number) & ofRule(id)) !== 0),
  })
  const model = learn({
    comparisons: febrlComparisons,
    learnedIn: 'febrl',
    lambda: lambdaFrom(records, pairs, recall, total),
    random: countPatterns(randomLevels, width, random.length, () => true),
    sessions: [
      session('date_of_birth', ['date_of_birth']),
      session('postcode', ['postcode', 'surname', 'suburb', 'state']),
      session('soc_sec_id', ['soc_sec_id']),
    ],
    priorPairs: 1,
  })
  return {
    ...pairs,
    weights: weigh(pairs, levels, item, febrlComparisons, model, frequencies(records)),
    lambda: model.lambda,
  }
}

function report(name: string, found: number, right: number, truth: number): void {
  const [precision, recall] = [right / found, right / truth]
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `  ${name}: P ${precision.toFixed(5)} R ${recall.toFixed(5)} F1 ${f1.toFixed(5)} (${found - right} wrong, ${truth - right} missed)`,
  )
}

// F1 at the threshold that is best for it: how well the weights order pairs, apart from where the line is drawn.
function bestF1(records: readonly Febrl[], scored: Scored, truth: number): void {
  const order = [...scored.weights.keys()].sort((a, b) => (scored.weights[b] as number) - (scored.weights[a] as number))
  let [right, best, at] = [0, 0, { found: 0, right: 0 }]
  for (const [k, i] of order.entries()) {
    if (records[scored.left[i] as number]?.entity === records[scored.right[i] as number]?.entity) right++
    const f1 = (2 * right) / (k + 1 + truth)
    if (f1 > best) [best, at] = [f1, { found: k + 1, right }]
  }
  report('best pair', at.found, at.right, truth)
}

function clusters(records: readonly Febrl[], scored: Scored, threshold: number): void {
  const parent = records.map((_, i) => i)
  const find = (i: number): number => (parent[i] === i ? i : find(parent[i] as number))
  for (const [i, weight] of scored.weights.entries())
    if (probability(weight) >= threshold) parent[find(scored.left[i] as number)] = find(scored.right[i] as number)
  const count = (key: (i: number) => string | number) => {
    const sizes = new Map<string | number, number>()
    for (let i = 0; i < records.length; i++) sizes.set(key(i), (sizes.get(key(i)) ?? 0) + 1)
    return [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  }
  const entity = (i: number) => records[i]?.entity as string
  report(
    `clustered at ${threshold}`,
    count(find),
    count((i) => `${find(i)}|${entity(i)}`),
    count(entity),
  )
}

// One-to-one: pairs that are each other's best.
function mutualBest(records: readonly Febrl[], scored: Scored, truth: number, threshold: number): void {
  const best = new Map<number, number>()
  for (let i = 0; i < scored.weights.length; i++)
    for (const side of [scored.left[i] as number, scored.right[i] as number]) {
      const known = best.get(side)
      if (known === undefined || (scored.weights[i] as number) > (scored.weights[known] as number)) best.set(side, i)
    }
  let [found, right] = [0, 0]
  for (let i = 0; i < scored.weights.length; i++) {
    const [a, b] = [scored.left[i] as number, scored.right[i] as number]
    if (best.get(a) !== i || best.get(b) !== i || probability(scored.weights[i] as number) < threshold) continue
    found++
    if (records[a]?.entity === records[b]?.entity) right++
  }
  report(`mutual best at ${threshold}`, found, right, truth)
}

function truePairs(records: readonly Febrl[], mayPair: (a: number, b: number) => boolean): number {
  const byEntity = new Map<string, number[]>()
  for (const [i, { entity }] of records.entries()) byEntity.set(entity, [...(byEntity.get(entity) ?? []), i])
  let pairs = 0
  for (const same of byEntity.values()) for (const a of same) for (const b of same) if (a < b && mayPair(a, b)) pairs++
  return pairs
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: npx tsx bench/linkage.ts DIR')
for (const [name, files, recall] of [
  ['febrl4', ['febrl_dataset4a.csv', 'febrl_dataset4b.csv'], 0.8],
  ['febrl3', ['febrl_dataset3.csv'], 0.9],
] as const) {
  const start = performance.now()
  const parts = files.map((file) => readFebrl(join(folder, file)))
  const records = parts.flat()
  const first = parts[0]?.length ?? 0
  const mayPair = parts.length === 1 ? () => true : (a: number, b: number) => a < first !== b < first
  const total = parts.length === 1 ? (first * (first - 1)) / 2 : first * (records.length - first)
  const truth = truePairs(records, mayPair)
  console.log(`${name}: ${records.length} records, ${truth} true pairs`)
  const scored = score(records, mayPair, recall, total)
  console.log(
    `  ${scored.weights.length} candidate pairs; lambda ${scored.lambda.toExponential(3)}, true ${(truth / total).toExponential(3)}`,
  )
  bestF1(records, scored, truth)
  for (const threshold of [0.5, 0.95, 0.99]) clusters(records, scored, threshold)
  if (parts.length > 1) mutualBest(records, scored, truth, 0.5)
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
