import type { Month } from '../../../domain/month.js'
import { inForce } from '../../../track/case-life.js'
import type { CaseStep } from '../../../track/case-step.js'
import { monthsOf, type ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

interface MonthRow {
  readonly month: Month
  readonly asked: number
  readonly fresh: number
  readonly answered: readonly string[]
  readonly steps: readonly CaseStep[]
}

/** 逐月情况: what was asked and what came back, month by month. Answers count in the month whose books were current when they were read. */
export default defineSheet<ProgressView, MonthRow>({
  id: 'progress-trend',
  position: 4,
  name: '逐月情况',
  layout: 'table',
  title: ({ county }) => `${county}逐月核查情况`,
  columns: (): Column<MonthRow>[] => [
    { heading: '月份', width: 6, style: 'centre', value: ({ month }) => month },
    number('下发', ({ asked }) => asked),
    number('其中\n新线索', ({ fresh }) => fresh),
    number('收到\n答复', ({ answered }) => answered.length),
    number('属实', ({ answered }) => answered.filter((code) => /^[AB]/.test(code)).length),
    number('不属实', ({ answered }) => answered.filter((code) => code.startsWith('C')).length),
    number('无法核\n及其他', ({ answered }) => answered.filter((code) => /^[DE]/.test(code)).length),
    number('退回\n补核', (row) => of(row, 'returned') + of(row, 'conflicted')),
    number('名册证实', (row) => of(row, 'confirmed')),
    number('与名册\n不符', (row) => of(row, 'contradicted')),
    number('自行消除', (row) => of(row, 'cleared')),
    number('重开', (row) => of(row, 'reopened')),
  ],
  rows: (view) => monthsOf(view).map((month) => rowOf(view, month)),
})

function rowOf({ ledger }: ProgressView, month: Month): MonthRow {
  const askedNow = ledger.filter(({ asked }) => asked.some((asking) => asking.month === month))
  // What only departments can mend is never asked.
  const steps = ledger
    .filter(({ asked }) => asked.length > 0)
    .flatMap((one) => inForce(one.steps).filter((step) => step.month === month))
  const answered = steps.flatMap(({ content }) => (content.kind === 'answered' ? [content.answer.code] : []))
  const fresh = askedNow.filter(({ asked }) => asked[0]?.month === month).length
  return { month, asked: askedNow.length, fresh, answered, steps }
}

function of({ steps }: MonthRow, kind: CaseStep['content']['kind']): number {
  return steps.filter(({ content }) => content.kind === kind).length
}

function number(heading: string, value: (row: MonthRow) => number): Column<MonthRow> {
  return { heading, width: 5.4, style: 'number', value }
}
