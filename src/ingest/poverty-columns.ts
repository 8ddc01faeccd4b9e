import { type CellReader, plainText, plainTextCell, wholeNumber } from '../domain/cell.js'
import { month } from '../domain/month.js'
import * as words from '../domain/vocabulary.js'
import { household, income, optional } from './columns.js'
import type { Column } from './source.js'
import { spellings } from './spellings.js'

// 无 under 劳动能力 is one of its words (domain B.4.5), not a cell that says nothing: without it 健康 alone would call the person able to work.
const labourText: CellReader<string> = (cell) =>
  plainText(cell.text) === '无' ? { value: '无劳动能力' } : plainTextCell(cell)

/** What the poverty system says of person and household. */
export const poverty = {
  health: optional(plainTextCell, ...spellings('[健康|身体|身体健康][状况|情况|状态]')),
  labour: optional(
    labourText,
    '劳动技能',
    '劳动能力',
    '有无劳动能力',
    ...spellings('[劳动能力|劳动力|劳力][状况|情况|类型|类别|等级]'),
  ),
  schooling: optional(
    plainTextCell,
    '在校生状况',
    '是否在校',
    ...spellings('[在校|在读|就学|就读|上学|入学|在校就读][情况|状况|状态|年级|阶段]', '[在校|在读|就读][学校|学段]'),
    '是否在校生',
    '是否在读',
    '是否就读',
    '是否在校就读',
    '就读学校及年级',
    '学校及年级',
    '年级',
    '学段',
  ),
  workplace: optional(
    plainTextCell,
    '务工所在地',
    '务工地点',
    '务工情况',
    '就业状况',
    ...spellings('[务工|外出务工|就业][地|地址|地点|所在地|情况]'),
  ),
  monthsWorked: optional(wholeNumber, '务工时间(月)', '务工月数'),
  incomePerCapitaFen: income.incomePerCapitaFen,
  claimedAllowance: optional(
    words.claimedAllowance,
    '享受低保政策情况',
    '是否享受低保',
    '是否享受低保政策',
    '是否低保',
    '是否低保户',
    '是否低保对象',
    '低保情况',
    ...spellings(
      '[是否|][享受|纳入][农村|城市|][低保|最低生活保障][政策|待遇|][情况|]',
      '低保[享受|政策享受]情况',
      '是否为低保[户|对象|]',
    ),
  ),
  claimedDestitute: optional(
    words.claimedDestitute,
    '享受特困供养政策情况',
    '是否享受特困供养',
    '是否特困',
    '是否特困供养',
    '是否特困人员',
    '特困情况',
    ...spellings(
      '[是否|][享受|纳入][农村|城市|][特困|五保][供养|救助供养|人员|][政策|待遇|][情况|]',
      '特困[享受|供养|政策享受]情况',
    ),
  ),
  comprehensive: optional(plainTextCell, '综合保障', '综合保障措施', '综合性保障', '综合保障情况', '兜底保障'),
  identifiedMonth: household(
    month,
    '首次识别时间',
    '识别监测时间',
    '风险识别时间',
    '人员识别时间',
    '识别时间',
    '监测时间',
    '纳入时间',
    ...spellings('[首次|][识别|纳入|认定|纳入监测|识别监测|监测识别|监测认定][年月|月份|时间|日期]'),
  ),
} as const satisfies Record<string, Column<unknown>>
