import { type Column, defineSheet, type Emphasis } from '../../sheet.js'
import type { View } from '../../view.js'

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
    const names = [...view.report.townships, null]
    const rows = names.map((name) => rowOf(view, name))
    const total = rowOf(view, 'all')
    return [...rows.filter(({ name, counts, questions }) => name !== unplaced || counts.size + questions > 0), total]
  },
  emphasis: (row) => row.emphasis,
})

const unplaced = '待归属/全县'

// null: findings of no township (people of unnamed places, whole rosters); 'all': the totals.
function rowOf(view: View, township: string | 'all' | null): OverviewRow {
  const all = township === 'all'
  const counts = new Map<string, number>()
  let high = 0
  for (const {
    case: { finding },
  } of view.cases) {
    if (!all && finding.township !== township) continue
    counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1)
    if (finding.severity === 'high') high++
  }
  const questions = view.questions.filter(({ left }) => all || left.place.township === township).length
  return { name: all ? '合计' : (township ?? unplaced), counts, high, questions, emphasis: all ? 'total' : null }
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}
