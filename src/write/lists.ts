import type { FindingKind } from '../domain/finding.js'
import { outcomeLabel, outcomesFor } from '../domain/outcome.js'
import { reportedRules } from '../domain/reported.js'

const outcomeTexts = (kind: FindingKind) => outcomesFor(kind).map(outcomeLabel)

/** Drop-down lists by the name they have in the workbook. */
export const lists = {
  check_methods: ['入户', '电话', '查档'],
  identity_answers: ['同一人', '非同一人', '不确定'],
  inspection_answers: ['一致', '不一致', '查无此户'],
  outcomes_any: outcomeTexts('数据'),
  outcomes_dropped: outcomeTexts('脱保'),
  outcomes_improper: outcomeTexts('错保'),
  outcomes_left_behind: outcomeTexts('留守'),
  outcomes_missed: outcomeTexts('漏保'),
  outcomes_subsidies: outcomeTexts('补贴'),
  programme_choices: ['低保', '特困', '低保边缘', '临时救助', '孤儿/事无', '两项补贴', '不纳入'],
  report_sources: Object.values(reportedRules).map(({ source }) => source),
} as const satisfies Record<string, readonly string[]>

/** Name of a drop-down list. */
export type ListName = keyof typeof lists

/** The outcomes that a case of each kind can be answered with. */
export const outcomeLists: Readonly<Record<FindingKind, ListName>> = {
  漏保: 'outcomes_missed',
  脱保: 'outcomes_dropped',
  错保: 'outcomes_improper',
  补贴: 'outcomes_subsidies',
  留守: 'outcomes_left_behind',
  数据: 'outcomes_any',
}
