import { amountFen } from '../domain/money.js'
import * as words from '../domain/vocabulary.js'
import { optional } from './columns.js'
import type { Column } from './source.js'
import { spellings } from './spellings.js'

/** How a destitute person is cared for (domain B.3.1, C10). Amounts are per month. */
export const careOfDestitute = {
  supportMode: optional(
    words.supportMode,
    '供养方式',
    '供养类型',
    '供养形式',
    '集中/分散',
    '供养类别',
    '供养情况',
    '集中或分散',
    '安置方式',
  ),
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
    ...spellings(
      '[生活自理|自理|生活自理能力|自理能力][状况|程度|等级|类型|类别|]',
      '失能[程度|情况|类型]',
      '护理[类别|级别|类型]',
      '照护等级',
    ),
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
    ...spellings('基本[生活|供养|生活供养][费|金|补助|补贴|保障金|资金|救助金|金额]', '生活费', '供养金'),
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
    ...spellings('[照料护理|照护|护理|照料][费|金|补贴|补助|资金|金额]'),
  ),
  careAgreement: optional(
    words.signed,
    '委托照料协议',
    '照料协议',
    '是否签订委托照料协议',
    '是否签订照料协议',
    '照料护理协议',
  ),
} as const satisfies Record<string, Column<unknown>>

/** A list of one mode of support says so in a title or a name; one of both modes says nothing. */
export const supportModeDefaults = [
  { when: /^(?!.*分散).*集中供养/, column: 'supportMode', text: '集中', over: [null] },
  { when: /^(?!.*集中).*分散供养/, column: 'supportMode', text: '分散', over: [null] },
]
