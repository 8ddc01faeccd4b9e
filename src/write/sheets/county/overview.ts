import { groupBy } from '../../group.js'
import { type Column, defineSheet, type Emphasis } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

interface OverviewRow {
  readonly rule: string
  readonly name: string
  readonly total: number
  /** Counts by township. */
  readonly counts: ReadonlyMap<string, number>
  readonly emphasis: Emphasis | null
}

/** 总览: rules by townships, with totals. Rules stand in the rows: there are more of them than of townships, and print stays readable. */
export default defineSheet<View, OverviewRow>({
  id: 'overview',
  position: 1,
  name: '总览',
  layout: 'table',
  title: ({ report }) => `${report.county}社会救助数据比对总览`,
  columns: (view): Column<OverviewRow>[] => [
    { heading: '规则', width: 4, style: 'centre', value: (row) => row.rule },
    { heading: '名称', width: 20, value: (row) => row.name },
    { heading: '合计', width: 5, style: 'number', value: (row) => row.total },
    ...[...view.report.townships, unplaced].map((township): Column<OverviewRow> => {
      return { heading: township, width: 5.4, style: 'number', value: ({ counts }) => counts.get(township) ?? 0 }
    }),
  ],
  rows: (view) => {
    const known = new Set(view.report.townships)
    const named = (township: string | null) => (township !== null && known.has(township) ? township : unplaced)
    const row = (rule: string, name: string, places: readonly string[], emphasis: Emphasis | null): OverviewRow => {
      return { rule, name, total: places.length, counts: countsOf(places), emphasis }
    }
    const placesOf = (cases: readonly CaseRow[]) => cases.map((each) => named(each.case.finding.township))
    const byRule = groupBy(view.cases, (each) => each.case.finding.rule)
    const high = view.cases.filter((each) => each.case.finding.severity === 'high')
    return [
      ...view.report.rules
        .filter(({ rule }) => byRule.has(rule))
        .map(({ rule, title }) => row(rule, title, placesOf(byRule.get(rule) ?? []), null)),
      row('', '疑点合计', placesOf(view.cases), 'total'),
      row('', '其中严重程度高', placesOf(high), null),
      row(
        '',
        '号码待核',
        view.questions.map(({ left }) => named(left.place.township)),
        null,
      ),
    ]
  },
  emphasis: (row) => row.emphasis,
})

// Findings of no township of towns.csv: people of unnamed places, whole rosters.
const unplaced = '待归属/全县'

function countsOf(places: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  return counts
}
