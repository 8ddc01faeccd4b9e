import { findingKinds } from '../../../domain/finding.js'
import { groupBy } from '../../../domain/group.js'
import type { LedgerCase } from '../../../track/ledger.js'
import { type Figure, type FigureId, figureOf, total } from '../../figures.js'
import type { ProgressView } from '../../progress-view.js'
import { type Column, defineSheet, type Emphasis } from '../../sheet.js'

interface KindRow {
  readonly name: string
  readonly cases: readonly LedgerCase[]
  readonly emphasis: Emphasis | null
}

const shown: readonly FigureId[] = [
  'asked',
  'answered',
  'confirmed',
  'dismissed',
  'unable',
  'other',
  'closed',
  'open',
  'overdue',
]

/** 分类情况: the figures by what was suspected. */
export default defineSheet<ProgressView, KindRow>({
  id: 'progress-kinds',
  position: 2,
  name: '分类情况',
  layout: 'table',
  title: ({ county }) => `${county}疑点分类核查情况`,
  columns: ({ month }): Column<KindRow>[] => [
    { heading: '类别', width: 8, value: ({ name }) => name },
    ...shown.map((id) => figureColumn(figureOf(id), month)),
    { heading: '核查率', width: 6, style: 'centre', value: ({ cases }) => share(cases, month) },
  ],
  rows: ({ asked }) => {
    const byKind = groupBy(asked, ({ finding }) => finding.kind)
    const rows = findingKinds.flatMap((name) => {
      const cases = byKind.get(name)
      return cases === undefined ? [] : [{ name, cases, emphasis: null }]
    })
    return [...rows, { name: '合计', cases: asked, emphasis: 'total' }]
  },
  emphasis: ({ emphasis }) => emphasis,
})

function figureColumn(figure: Figure, month: string): Column<KindRow> {
  return { heading: figure.title, width: 6, style: 'number', value: ({ cases }) => total(figure, cases, month) }
}

function share(cases: readonly LedgerCase[], month: string): string {
  const [asked, answered] = [total(figureOf('asked'), cases, month), total(figureOf('answered'), cases, month)]
  return asked === 0 ? '—' : `${((answered / asked) * 100).toFixed(1)}%`
}
