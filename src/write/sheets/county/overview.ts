import { findingKinds } from '../../../domain/finding.js'
import { countBy, groupBy } from '../../../domain/group.js'
import { inSeveralNote, questionPlaces } from '../../question.js'
import { type Column, defineSheet, type Emphasis } from '../../sheet.js'
import type { CaseRow, View } from '../../view.js'

interface OverviewRow {
  readonly name: string
  /** Cases or questions by township; `unplaced` for the rest. */
  readonly counts: ReadonlyMap<string, number>
  /** Of the county. */
  readonly total: number
  readonly high: number | null
  readonly emphasis: Emphasis | null
}

// Findings of no township of towns.csv: people of unnamed places, whole rosters.
const unplaced = '待归属\n/全县'

/** 总览: rules by townships, with totals. Rules run down, since a county has more of them than a page has columns. */
export default defineSheet<View, OverviewRow>({
  id: 'overview',
  position: 1,
  name: '总览',
  layout: 'table',
  title: ({ report }) => `${report.county}社会救助数据比对总览`,
  columns: (view): Column<OverviewRow>[] => [
    { heading: '筛查规则', width: 17, value: (row) => row.name },
    { heading: '合计', width: 3.4, style: 'number', value: (row) => row.total },
    { heading: '其中\n高', width: 3.4, style: 'number', value: (row) => row.high },
    ...[...view.report.townships, unplaced].map((township): Column<OverviewRow> => {
      return { heading: township, width: 4, style: 'number', value: ({ counts }) => counts.get(township) ?? 0 }
    }),
  ],
  rows: (view) => {
    const known = new Set(view.report.townships)
    const placeOf = (township: string | null) => (township !== null && known.has(township) ? township : unplaced)
    const of = (name: string, cases: readonly CaseRow[], emphasis: Emphasis | null) =>
      rowOf(name, cases, placeOf, emphasis)
    const byRule = groupBy(view.cases, (row) => row.case.finding.rule)
    const sent = [...view.cases, ...view.carried].filter(
      ({ case: one }) => one.asked && known.has(one.finding.township ?? ''),
    )
    return [
      ...findingKinds.flatMap((kind) => {
        const rules = view.report.rules.filter((rule) => rule.kind === kind && byRule.has(rule.rule))
        const rows = rules.map(({ rule, title }) => of(`${rule} ${title}`, byRule.get(rule) ?? [], null))
        const all = view.cases.filter((row) => row.case.finding.kind === kind)
        return [...rows, of(`${kind}小计`, all, 'total')]
      }),
      of('线索合计', view.cases, 'total'),
      ...(view.keptBack.length > 0 ? [of('其中留县级（超出每月下发限额）', view.keptBack, null)] : []),
      ...(view.carried.length > 0 ? [of('另有以前下发、仍欠答复而本月没有再查出的', view.carried, null)] : []),
      of('下发乡镇核查表的', sent, null),
      questionRow(view),
    ]
  },
  emphasis: (row) => row.emphasis,
  remark: ({ report: { notJudged, townships }, questions }) => {
    const remarks = [
      notJudged.length > 0 && '有的规则没有判定，或对有的乡镇没有判定，见“未判定”：这里的 0 不等于没有问题。',
      inSeveralNote(questions.map((question) => questionPlaces(question, townships))),
    ].filter((remark) => typeof remark === 'string')
    return remarks.length === 0 ? null : remarks.join('\n')
  },
})

function rowOf(
  name: string,
  cases: readonly CaseRow[],
  placeOf: (township: string | null) => string,
  emphasis: Emphasis | null,
): OverviewRow {
  const counts = countBy(cases.map(({ case: one }) => placeOf(one.finding.township)))
  const high = cases.filter((row) => row.case.finding.severity === 'high').length
  return { name, counts, total: cases.length, high, emphasis }
}

function questionRow({ questions, report: { townships } }: View): OverviewRow {
  const places = questions.flatMap((question) => questionPlaces(question, townships))
  const counts = countBy(places.map((place) => place ?? unplaced))
  return { name: '号码待核', counts, total: questions.length, high: null, emphasis: null }
}
