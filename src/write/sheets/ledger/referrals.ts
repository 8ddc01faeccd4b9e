import { compareText } from '../../../domain/compare-text.js'
import { maskedText } from '../../../domain/mask.js'
import { referredTo } from '../../../domain/referral.js'
import { compareCaseNumbers } from '../../../track/case-number.js'
import type { LedgerCase } from '../../../track/ledger.js'
import { explanationIn } from '../../finding-text.js'
import { caseNumberColumn, townshipVillageColumn } from '../../ledger-case-columns.js'
import type { ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

/** 转介台账 (domain D.3.10): what townships referred to other offices, by office; the receipt is written by hand and told by the next answer. */
export default defineSheet<ProgressView, LedgerCase>({
  id: 'ledger-referrals',
  position: 2,
  name: '转介台账',
  layout: 'table',
  title: ({ county }) => `${county}困难群众转介台账`,
  columns: ({ mask, month }): Column<LedgerCase>[] => [
    { heading: '转介部门', width: 6, style: 'centre', value: department },
    caseNumberColumn,
    townshipVillageColumn,
    { heading: '姓名', width: 4.6, style: 'centre', value: ({ named }) => named.name ?? '' },
    { heading: '困难情形', width: 24, value: (one) => explanationIn(month, one) },
    {
      heading: '需求和转介说明',
      width: 20,
      value: ({ steps }) => maskedText(referral(steps)?.values.note ?? '', mask),
    },
    { heading: '转介日期', width: 6, style: 'centre', value: ({ steps }) => referral(steps)?.readOn ?? '' },
    { heading: '办理结果', width: 10, value: result },
    { heading: '接收人\n(签字)', width: 6, value: () => '' },
    { heading: '回执日期', width: 6, value: () => '' },
  ],
  rows: ({ ledger }) =>
    ledger
      .filter(({ steps }) => referral(steps) !== null)
      .sort((a, b) => compareText(department(a), department(b)) || compareCaseNumbers(a.number, b.number)),
})

function referral(steps: LedgerCase['steps']) {
  const answers = steps.flatMap(({ content }) => (content.kind === 'answered' ? [content.answer] : []))
  return answers.findLast(({ code }) => code === 'B3') ?? null
}

function department({ steps }: LedgerCase): string {
  return referredTo(referral(steps)?.values.note ?? '') ?? '待明确'
}

function result({ life }: LedgerCase): string {
  if (life.state === '已闭环') return `已闭环：${life.why}`
  return life.answer?.code === 'B3' ? '尚无结果' : `已答复 ${life.answer?.code ?? ''}`
}
