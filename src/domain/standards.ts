import type { Month } from './month.js'

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
}

/** The row in force in `month`: the one with the latest start not after it, or null when there is none. */
export function standardIn(standards: readonly Standard[], key: StandardKey, month: Month): Standard | null {
  let found: Standard | null = null
  for (const row of standards)
    if (row.key === key && row.from <= month && (!found || row.from > found.from)) found = row
  return found
}

/** What to say where rows are missing: which, of what name, for which month, and what to do. Chinese. */
export function missingStandards(keys: readonly StandardKey[], month: Month): string {
  const rows = keys.map((key) => `${key}（${standardKeys[key]}）`).join('、')
  return `standards.csv 没有 ${month} 生效的 ${rows}，请补一行`
}

/** An amount standard per month in fen, whether its row is written 元/月 or 元/年. */
export function monthlyFen(standard: Standard): number {
  return Math.round((standard.value * 100) / (standard.unit.includes('年') ? 12 : 1))
}

/** The rows in force in `month`, one a key, in the order of `standardKeys`. */
export function standardsInForce(standards: readonly Standard[], month: Month): Standard[] {
  return (Object.keys(standardKeys) as StandardKey[]).flatMap((key) => standardIn(standards, key, month) ?? [])
}
