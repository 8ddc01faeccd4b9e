import { addMonths, type Month } from './month.js'

/** Keys of standards.csv (design §6). The value is the Chinese name shown beside an amount. */
export const standardKeys = {
  'subsistence.rural': '农村低保标准',
  'subsistence.urban': '城市低保标准',
  'marginal.multiplier': '低保边缘倍数',
  'monitor.line': '防返贫监测线',
  'destitute.basic': '特困基本生活标准',
  'destitute.care.concentrated.full': '特困照料护理标准(集中·全护理)',
  'destitute.care.concentrated.half': '特困照料护理标准(集中·半护理)',
  'destitute.care.concentrated.none': '特困照料护理标准(集中·全自理)',
  'destitute.care.scattered.full': '特困照料护理标准(分散·全护理)',
  'destitute.care.scattered.half': '特困照料护理标准(分散·半护理)',
  'destitute.care.scattered.none': '特困照料护理标准(分散·全自理)',
  'orphan.scattered': '社会散居孤儿标准',
  'subsidy.living.1-2': '生活补贴标准(一二级)',
  'subsidy.living.3-4': '生活补贴标准(三四级)',
  'subsidy.care': '护理补贴标准',
  'grace.months': '渐退期月数',
  'grace.voluntary-exit-months': '主动退出奖励月数',
  'small-aid.limit': '小额临时救助上限',
  'temporary-aid.yearly-limit': '临时救助年度累计上限',
  'savings.limit': '银行存款上限',
} as const satisfies Record<string, string>

/** A key of standards.csv. */
export type StandardKey = keyof typeof standardKeys

/** One dated row of standards.csv. Amounts are in `unit` (元/月, 元/年, 月, 倍, 元). */
export interface Standard {
  readonly key: StandardKey
  readonly from: Month
  readonly value: number
  readonly unit: string
  readonly document: string
  /** The row in whose place it came, where `standardIn` found one. */
  readonly before?: Standard
}

/**
 * The row in force in `month`, with the one before it: the one with the latest start not after it. null when there is none, or when two rows of
 * that start differ: nobody but the county can say which one holds.
 */
export function standardIn(standards: readonly Standard[], key: StandardKey, month: Month): Standard | null {
  const found = rowIn(standards, key, month)
  const before = found && rowIn(standards, key, addMonths(found.from, -1))
  return found && before ? { ...found, before } : found
}

function rowIn(standards: readonly Standard[], key: StandardKey, month: Month): Standard | null {
  const [found, ...others] = latestRows(standards, key, month)
  return found && others.every((other) => saysTheSame(found, other)) ? found : null
}

/** Why `standardIn` gives none for these keys: which rows to add or to strike out, in Chinese; '' when it gives one for each. */
export function standardFaults(standards: readonly Standard[], keys: readonly StandardKey[], month: Month): string {
  const name = (key: StandardKey) => `${key}（${standardKeys[key]}）`
  const open = keys.filter((key) => standardIn(standards, key, month) === null)
  const missing = open.filter((key) => latestRows(standards, key, month).length === 0)
  const double = open.filter((key) => !missing.includes(key))
  return [
    ...(missing.length === 0 ? [] : [`standards.csv 没有 ${month} 生效的 ${missing.map(name).join('、')}，请补一行`]),
    ...double.map((key) => {
      const [row] = latestRows(standards, key, month)
      return `standards.csv 有两行 ${row?.from} 起的 ${name(key)}，数值不同，请只留一行`
    }),
  ].join('；')
}

function latestRows(standards: readonly Standard[], key: StandardKey, month: Month): readonly Standard[] {
  let latest: Standard[] = []
  for (const row of standards) {
    if (row.key !== key || row.from > month) continue
    const known = latest[0]?.from
    if (known === undefined || row.from > known) latest = [row]
    else if (row.from === known) latest.push(row)
  }
  return latest
}

function saysTheSame(a: Standard, b: Standard): boolean {
  return a.value === b.value && a.unit === b.unit
}

/** How many months an amount standard is for: 12 where its row is written 元/年, else 1. */
export function monthsOf({ unit }: Standard): 1 | 12 {
  return unit.includes('年') ? 12 : 1
}

/** An amount standard per month in fen, whether its row is written 元/月 or 元/年. */
export function monthlyFen(standard: Standard): number {
  return Math.round((standard.value * 100) / monthsOf(standard))
}

/**
 * Whether a monthly payment in fen is the standard: its month or, of a yearly one that twelve does not divide, a twelfth rounded up or down to whole
 * fen, jiao or yuan, as offices pay it.
 */
export function isMonthOf(standard: Standard, paidFen: number): boolean {
  if (paidFen === monthlyFen(standard)) return true
  const exact = (standard.value * 100) / 12
  if (monthsOf(standard) === 1 || Number.isInteger(exact)) return false
  return [1, 10, 100].some((step) => {
    const parts = exact / step
    return [Math.floor(parts), Math.ceil(parts)].some((count) => count * step === paidFen)
  })
}

/** An amount standard per year in fen, whether its row is written 元/年 or 元/月: a year's is not rounded by way of the month. */
export function yearlyFen(standard: Standard): number {
  return Math.round(standard.value * 100 * (12 / monthsOf(standard)))
}

/** The rows in force in `month`, one a key, in the order of `standardKeys`. */
export function standardsInForce(standards: readonly Standard[], month: Month): Standard[] {
  return (Object.keys(standardKeys) as StandardKey[]).flatMap((key) => standardIn(standards, key, month) ?? [])
}
