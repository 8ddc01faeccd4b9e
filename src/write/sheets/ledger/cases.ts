import { booksDue } from '../../../domain/calendar.js'
import { maskedText } from '../../../domain/mask.js'
import { outcomeText } from '../../../domain/outcome.js'
import { referredTo } from '../../../domain/referral.js'
import { isReportedRule, reportedRules } from '../../../domain/reported.js'
import type { LedgerCase } from '../../../track/ledger.js'
import { severityWord } from '../../finding-text.js'
import { caseNumberColumn, namedIdColumn, townshipVillageColumn } from '../../ledger-case-columns.js'
import { inYuan } from '../../ledger-columns.js'
import { lines, namedHeadLines } from '../../person-facts.js'
import type { ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

/** 工作台账 (domain D.3.4): every case that townships were ever asked, and what became of it. */
export default defineSheet<ProgressView, LedgerCase>({
  id: 'ledger-cases',
  position: 1,
  name: '工作台账',
  layout: 'table',
  title: ({ county }) => `${county}社会救助兜底保障工作台账`,
  columns: ({ mask, dueDay }): Column<LedgerCase>[] => [
    caseNumberColumn,
    {
      heading: '来源',
      width: 3.4,
      style: 'centre',
      value: ({ finding: { rule } }) => (isReportedRule(rule) ? reportedRules[rule].source : '比对'),
    },
    { heading: '规则\n类别', width: 4, style: 'centre', value: ({ finding }) => `${finding.rule}\n${finding.kind}` },
    { heading: '严重\n程度', width: 3, style: 'centre', value: ({ finding }) => severityWord(finding.severity) },
    townshipVillageColumn,
    {
      heading: '户主\n户编号',
      width: 7,
      style: 'id',
      value: ({ named, finding }) => namedHeadLines(named, finding.householdNumber, mask),
    },
    { heading: '姓名', width: 4.4, style: 'centre', value: ({ named }) => named.name ?? '' },
    namedIdColumn(mask),
    {
      heading: '首次发现\n出现次数',
      width: 5,
      style: 'centre',
      value: ({ firstMonth, timesSeen }) => `${firstMonth}\n${timesSeen} 次`,
    },
    { heading: '下发月\n应反馈日', width: 6.4, style: 'centre', value: (one) => askedWords(one, dueDay) },
    { heading: '状态', width: 4.4, style: 'centre', value: ({ life }) => life.state },
    { heading: '反馈日', width: 5.4, style: 'centre', value: ({ life }) => life.answer?.readOn ?? '' },
    { heading: '结论\n答复人', width: 9, value: outcomeAndWho },
    { heading: '情况说明', width: 12, value: ({ life }) => maskedText(life.answer?.values.note ?? '', mask) },
    { heading: '金额\n(元)', width: 5, style: 'amount', value: amount },
    {
      heading: '转介部门',
      width: 4.6,
      style: 'centre',
      value: ({ life }) => (life.answer?.code === 'B3' ? (referredTo(life.answer.values.note ?? '') ?? '待明确') : ''),
    },
    {
      heading: '闭环月',
      width: 4.6,
      style: 'centre',
      value: ({ life }) => (life.state === '已闭环' ? life.since : ''),
    },
    { heading: '备注', width: 15, value: ({ life }) => life.why },
  ],
  rows: ({ ledger }) => ledger.filter(({ asked }) => asked.length > 0),
})

/** The answer in force as the drop-down has it, with who gave it, for sheets whose note has a column of its own; '' for none. */
export function outcomeAndWho({ life: { answer } }: LedgerCase): string {
  return answer === null ? '' : lines([outcomeText(answer.code), answer.who])
}

function askedWords({ asked }: LedgerCase, dueDay: number): string {
  const last = asked.at(-1)
  return last ? `${last.month}\n${booksDue(last.month, dueDay)}` : ''
}

function amount({ life: { answer }, finding }: LedgerCase): number | null {
  const { aidYuan, dueYuan } = answer?.values ?? {}
  const answered = aidYuan ?? dueYuan
  return answered === undefined ? inYuan(finding.amountFen) : Number(answered)
}
