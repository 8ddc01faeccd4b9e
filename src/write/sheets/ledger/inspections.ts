import { unplaced } from '../../../domain/place.js'
import { terms } from '../../../domain/terms.js'
import { inForce, lifeOf } from '../../../track/case-life.js'
import type { CaseStep } from '../../../track/case-step.js'
import type { LedgerCase } from '../../../track/ledger.js'
import type { ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'
import { outcomeAndWho } from './cases.js'

type Inspected = Extract<CaseStep['content'], { kind: 'inspected' }>

interface InspectionRow {
  readonly one: LedgerCase
  readonly found: Inspected
  /** The case as it stood when it was inspected. */
  readonly before: LedgerCase
}

/** 抽查结果: every inspection beside the answer that it looked at (domain D.3.9). */
export default defineSheet<ProgressView, InspectionRow>({
  id: 'ledger-inspections',
  position: 3,
  name: '抽查结果',
  layout: 'table',
  title: ({ county }) => `${county}抽查结果`,
  columns: (): Column<InspectionRow>[] => [
    { heading: terms['case number'], width: 7, style: 'id', value: ({ one }) => one.number },
    { heading: terms.township, width: 6, style: 'centre', value: ({ one }) => one.finding.township ?? unplaced },
    { heading: '姓名', width: 4.6, style: 'centre', value: ({ one }) => one.named.name ?? '' },
    { heading: '原结论\n答复人', width: 11, value: ({ before }) => outcomeAndWho(before) },
    { heading: '是否一致', width: 4.6, style: 'centre', value: ({ found }) => found.result },
    { heading: '问题描述', width: 22, value: ({ found }) => found.note },
    { heading: '整改时限', width: 7, style: 'centre', value: ({ found }) => found.deadline },
    { heading: '抽查人\n抽查日期', width: 7, style: 'centre', value: ({ found }) => `${found.who}\n${found.on ?? ''}` },
    { heading: '现在状态', width: 5, style: 'centre', value: ({ one }) => one.life.state },
  ],
  rows: ({ ledger }) => ledger.flatMap(inspectionsOf),
})

function inspectionsOf(one: LedgerCase): InspectionRow[] {
  const steps = inForce(one.steps)
  return steps.flatMap(({ content }, at) => {
    const life = content.kind === 'inspected' ? lifeOf(steps.slice(0, at)) : null
    return content.kind === 'inspected' && life ? [{ one, found: content, before: { ...one, life } }] : []
  })
}
