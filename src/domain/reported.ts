import type { LegalBasis } from './finding.js'
import type { Day } from './month.js'

/** A way in which a case reaches the county other than by comparing rosters (来源). */
interface ReportSource {
  /** As the ledger names the source. */
  readonly source: '走访' | '信息共享' | '热线'
  readonly title: string
  /** How a sheet may write it. */
  readonly words: RegExp
}

/** The rules of cases that were reported, by id; such cases are opened by hand, carried until they are answered, and never found by a run. */
export const reportedRules = {
  V01: { source: '走访', title: '走访发现', words: /走访|入户|摸排|排查/ },
  V02: { source: '信息共享', title: '信息共享', words: /共享|转来|推送|移交/ },
  V03: { source: '热线', title: '热线反映', words: /热线|12345|来电|来信|来访|信访/ },
} as const satisfies Record<string, ReportSource>

/** Id of a rule of reported cases. */
export type ReportedRule = keyof typeof reportedRules

/** Who reported a case, and the row that says so. */
export interface ReportedBy {
  readonly source: ReportSource['source']
  readonly who: string
  readonly reportedOn: Day
  readonly file: string
  readonly sheet: string
  readonly row: number
}

const ids = Object.keys(reportedRules) as ReportedRule[]

/** The rule of a source as a sheet writes it; null when it is none or several. */
export function reportedRuleOf(text: string): ReportedRule | null {
  const named = ids.filter((id) => reportedRules[id].words.test(text))
  return named.length === 1 ? (named[0] as ReportedRule) : null
}

/** True for the id of a rule of reported cases. */
export function isReportedRule(rule: string): rule is ReportedRule {
  return Object.hasOwn(reportedRules, rule)
}

/** Households found by visits or told by others are surveyed like those found by comparing (clause 四(二)). */
export const reportedBasis: LegalBasis = { document: '实施意见', clause: '四(二)', verified: true }
