import { outcomeLabel, outcomes } from '../domain/outcome.js'
import { reportedRules } from '../domain/reported.js'

/** Drop-down lists by the name they have in the workbook. */
export const lists = {
  check_methods: ['入户', '电话', '查档'],
  identity_answers: ['同一人', '非同一人', '不确定'],
  inspection_answers: ['一致', '不一致', '查无此户'],
  outcome_codes: outcomes.map(outcomeLabel),
  programme_choices: ['低保', '特困', '低保边缘', '临时救助', '孤儿/事无', '两项补贴', '不纳入'],
  report_sources: Object.values(reportedRules).map(({ source }) => source),
} as const satisfies Record<string, readonly string[]>

/** Name of a drop-down list. */
export type ListName = keyof typeof lists
