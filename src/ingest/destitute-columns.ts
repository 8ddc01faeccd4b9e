import { yesNo } from '../domain/cell.js'
import { amountFen } from '../domain/money.js'
import * as words from '../domain/vocabulary.js'
import { optional } from './columns.js'
import type { Column } from './source.js'

/** How a destitute person is cared for (domain B.3.1, C10). Amounts are per month. */
export const careOfDestitute = {
  supportMode: optional(words.supportMode, '供养方式', '供养类型', '供养形式', '集中/分散'),
  supportWish: optional(
    words.supportWish,
    '供养意愿',
    '集中供养意愿',
    '意愿供养方式',
    '是否愿意集中供养',
    '是否自愿集中供养',
  ),
  selfCare: optional(
    words.selfCare,
    '生活自理能力',
    '自理能力',
    '自理情况',
    '生活自理情况',
    '护理等级',
    '失能等级',
    '护理档次',
  ),
  basicFen: optional(
    amountFen,
    '基本生活标准',
    '供养标准',
    '基本生活费',
    '基本生活',
    '基本生活费用',
    '生活补助',
    '基本生活总费用',
  ),
  nursingFen: optional(
    amountFen,
    '照料护理费用',
    '照料护理费',
    '照料护理',
    '照料护理标准',
    '护理补贴',
    '护理标准',
    '护理费',
    '照料护理总费用',
  ),
  careAgreement: optional(
    yesNo,
    '委托照料协议',
    '照料协议',
    '是否签订委托照料协议',
    '是否签订照料协议',
    '照料护理协议',
  ),
} as const satisfies Record<string, Column<unknown>>

/** A list of one mode of support says so in a title or a name; one of both modes says nothing. */
export const supportModeDefaults = [
  { when: /^(?!.*分散).*集中供养/, column: 'supportMode', text: '集中' },
  { when: /^(?!.*集中).*分散供养/, column: 'supportMode', text: '分散' },
]
