import { groupBy } from '../../group.js'
import { type Column, defineSheet, type Emphasis } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

interface OverviewRow {
  readonly name: string
  /** Cases by rule id. */
  readonly counts: ReadonlyMap<string, number>
  readonly high: number
  readonly questions: number
  readonly emphasis: Emphasis | null
}

/** 总览: townships by rules, with totals. */
export default defineSheet<View, OverviewRow>({
  id: 'overview',
  position: 1,
  name: '总览',
  layout: 'table',
  title: ({ report }) => `${report.county}社会救助数据比对总览`,
  columns: (view): Column<OverviewRow>[] => [
    { heading: '乡镇', width: 9, style: 'centre', value: (row) => row.name },
    { heading: '疑点\n合计', width: 4.6, style: 'number', value: (row) => sum(row.counts) },
    { heading: '其中\n严重程度高', width: 5.6, style: 'number', value: (row) => row.high },
    ...view.report.rules
      .filter(({ hits }) => hits > 0)
      .map(({ rule, title }): Column<OverviewRow> => {
        return { heading: `${rule}\n${title}`, width: 6, style: 'number', value: ({ counts }) => counts.get(rule) ?? 0 }
      }),
    { heading: '号码待核', width: 4.6, style: 'number', value: (row) => row.questions },
  ],
  rows: (view) => {
    const known = new Set(view.report.townships)
    const named = (township: string | null) => (township !== null && known.has(township) ? township : unplaced)
    const cases = groupBy(view.cases, (row) => named(row.case.finding.township))
    const questions = groupBy(view.questions, ({ left }) => named(left.place.township))
    const rows = [...view.report.townships, unplaced].map((name) =>
      rowOf(name, cases.get(name) ?? [], questions.get(name)?.length ?? 0, null),
    )
    return [...rows, rowOf('合计', view.cases, view.questions.length, 'total')]
  },
  emphasis: (row) => row.emphasis,
})

// Findings of no township of towns.csv: people of unnamed places, whole rosters.
const unplaced = '待归属/全县'

function rowOf(name: string, cases: readonly CaseRow[], questions: number, emphasis: Emphasis | null): OverviewRow {
  const counts = new Map<string, number>()
  for (const { case: one } of cases) counts.set(one.finding.rule, (counts.get(one.finding.rule) ?? 0) + 1)
  const high = cases.filter((row) => row.case.finding.severity === 'high').length
  return { name, counts, high, questions, emphasis }
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}
