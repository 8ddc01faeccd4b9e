import { createHash } from 'node:crypto'
import { compareText } from '../domain/compare-text.js'
import { groupBy } from '../domain/group.js'
import { compareCaseNumbers } from '../track/case-number.js'
import type { LedgerCase } from '../track/ledger.js'

/** How a sample is drawn. */
export interface SamplePlan {
  /** Printed with the sample: the same seed over the same answers draws the same cases. */
  readonly seed: string
  /** Of what was answered 不属实 so much is drawn, in percent; of everything else half of it. */
  readonly percent: number
}

/** One drawn case. */
export interface Drawn {
  /** 抽样号, 1, 2, 3 … in the order of township and case number. */
  readonly number: number
  readonly township: string
  /** The township that checks it: never its own. */
  readonly checker: string
  readonly stratum: string
  readonly one: LedgerCase
}

/** One stratum and what was drawn of it. */
export interface Stratum {
  readonly name: string
  readonly size: number
  readonly drawn: number
}

/** A drawn sample. */
export interface Sample {
  readonly drawn: readonly Drawn[]
  readonly strata: readonly Stratum[]
}

/**
 * Draws answered cases for inspection (实施意见 四(四); domain D.5), by strata of township, outcome and severity: all of what was dismissed though
 * of high severity, `percent` of what else was dismissed, half of that of the rest, at least one of each stratum. Within a stratum the order is
 * a hash of seed and case number, so that neither the order of the cases nor the machine matters. Checkers rotate in a ring drawn from the
 * seed; with one township alone the county checks itself.
 */
export function drawSample(cases: readonly LedgerCase[], plan: SamplePlan): Sample {
  const answered = cases.filter(({ life, finding }) => life.answer !== null && finding.township !== null)
  const groups = [...groupBy(answered, stratumOf)].sort(([a], [b]) => compareText(a, b))
  const picked = groups.flatMap(([name, own]) => {
    const count = Math.max(1, Math.ceil((own.length * rateOf(own[0] as LedgerCase, plan)) / 100))
    return ranked(own, plan.seed, ({ number }) => number)
      .slice(0, count)
      .map((one) => ({ name, one }))
  })
  const checkers = ring(answered, plan.seed)
  const drawn = picked
    .sort((a, b) => byPlace(a.one, b.one))
    .map(({ name, one }, at): Drawn => {
      const township = one.finding.township as string
      return { number: at + 1, township, checker: checkers.get(township) as string, stratum: name, one }
    })
  const strata = groups.map(([name, own]) => {
    return { name, size: own.length, drawn: drawn.filter(({ stratum }) => stratum === name).length }
  })
  return { drawn, strata }
}

/** Who does the inspection where no other township can. */
export const countyChecker = '县民政局'

function ring(cases: readonly LedgerCase[], seed: string): ReadonlyMap<string, string> {
  const townships = [...new Set(cases.map(({ finding }) => finding.township as string))]
  const order = ranked(townships, seed, (name) => name)
  return new Map(
    order.map((name, at) => [name, order.length === 1 ? countyChecker : (order[(at + 1) % order.length] as string)]),
  )
}

function stratumOf(one: LedgerCase): string {
  const { township, severity } = one.finding
  return [township, outcomeOf(one), severity === 'high' ? '严重程度高' : '其他'].join('·')
}

/** 属实, 不属实 or 无法核 by the answer in force. */
function outcomeOf({ life }: LedgerCase): string {
  const code = life.answer?.code ?? ''
  if (/^[AB]/.test(code)) return '属实'
  return code.startsWith('C') ? '不属实' : '无法核'
}

function rateOf(one: LedgerCase, { percent }: SamplePlan): number {
  if (outcomeOf(one) !== '不属实') return percent / 2
  return one.finding.severity === 'high' ? 100 : percent
}

function byPlace(a: LedgerCase, b: LedgerCase): number {
  return compareText(a.finding.township ?? '', b.finding.township ?? '') || compareCaseNumbers(a.number, b.number)
}

function ranked<T>(items: readonly T[], seed: string, key: (item: T) => string): T[] {
  const rank = (item: T) =>
    createHash('sha256')
      .update(`${seed}\n${key(item)}`)
      .digest('hex')
  return items
    .map((item) => ({ item, order: rank(item) }))
    .sort((a, b) => compareText(a.order, b.order))
    .map(({ item }) => item)
}
