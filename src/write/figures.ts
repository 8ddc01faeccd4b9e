import { askingStates } from '../domain/case-state.js'
import { compareText } from '../domain/compare-text.js'
import { countBy, groupBy } from '../domain/group.js'
import { daysBetween, type Month } from '../domain/month.js'
import { inForce } from '../track/case-life.js'
import type { CaseStep } from '../track/case-step.js'
import type { LedgerCase } from '../track/ledger.js'

/** One figure of the reports (domain D.3.12): what each case adds to it, so that every figure can be traced to its cases. */
export interface Figure<Id extends string = string> {
  readonly id: Id
  /** Chinese, as the reports name it. */
  readonly title: string
  readonly unit: '条' | '元' | '次'
  /** What the case adds; 0 when it does not count. `month`: the month that is reported. */
  of(one: LedgerCase, month: Month): number
}

type YuanField = 'aidYuan' | 'dueYuan' | 'recoveredYuan'
type Holds = (one: LedgerCase, month: Month) => boolean

const count = <const Id extends string>(id: Id, title: string, holds: Holds): Figure<Id> => {
  return { id, title, unit: '条', of: (one, month) => (holds(one, month) ? 1 : 0) }
}
const coded = <const Id extends string>(id: Id, title: string, pattern: RegExp) =>
  count(id, title, ({ life }) => pattern.test(life.answer?.code ?? ''))
const yuan = <const Id extends string>(id: Id, title: string, field: YuanField): Figure<Id> => {
  return { id, title, unit: '元', of: ({ life }) => Number(life.answer?.values[field] ?? 0) }
}
const times = <const Id extends string>(id: Id, title: string, kind: CaseStep['content']['kind']): Figure<Id> => {
  return { id, title, unit: '次', of: (one) => stepsThat(one, (content) => content.kind === kind) }
}

// What a run of a month took and a later run of it took back has not happened.
function stepsThat({ steps }: LedgerCase, holds: (content: CaseStep['content']) => boolean): number {
  return inForce(steps).filter(({ content }) => holds(content)).length
}

/** Every figure, in the order of the report. Outcomes follow the last answer taken; a case that came back keeps it until it is answered anew. */
export const figures = [
  count('asked', '下发线索', () => true),
  count('answered', '已核查', ({ life }) => life.answer !== null),
  coded('confirmed', '属实', /^[AB]/),
  coded('dismissed', '不属实', /^C/),
  coded('unable', '无法核', /^D/),
  coded('other', '其他', /^E/),
  coded('subsistence', '纳入低保', /^A1$/),
  coded('destitute', '纳入特困', /^A2$/),
  coded('marginal', '纳入低保边缘', /^A3$/),
  coded('aided', '临时救助', /^A4$/),
  yuan('aid', '临时救助金额', 'aidYuan'),
  coded('child', '纳入孤儿、事无', /^A5$/),
  coded('subsidised', '落实两项补贴', /^A6$/),
  coded('stopped', '停发', /^A7$/),
  coded('recovering', '追缴', /^A8$/),
  coded('corrected', '更正或登记', /^A9$/),
  yuan('due', '应追回', 'dueYuan'),
  yuan('recovered', '已追回', 'recoveredYuan'),
  coded('applied', '申请受理、公示中', /^B[12]$/),
  coded('referred', '转介', /^B3$/),
  count('under-way', '办理中', ({ life }) => life.state === '办理中'),
  count('closed', '已闭环', ({ life }) => life.state === '已闭环'),
  count('cleared', '未答复而自行消除', ({ life }) => life.state === '已闭环' && life.answer === null),
  count('open', '未闭环', ({ life }) => life.state !== '已闭环'),
  count('unanswered', '未答复', ({ life }) => askingStates.includes(life.state)),
  count('asked-again', '已核查后再问', ({ life }) => life.answer !== null && askingStates.includes(life.state)),
  count('overdue', '逾期未答复', isOverdue),
  count('sent-back', '退回补核', ({ life }) => life.state === '退回补核'),
  times('contradicted', '与名册不符', 'contradicted'),
  times('reopened', '重开', 'reopened'),
  times('inspected', '抽查', 'inspected'),
  {
    id: 'inspected-differing',
    title: '抽查不一致',
    unit: '次',
    of: (one: LedgerCase) => stepsThat(one, (content) => content.kind === 'inspected' && content.result !== '一致'),
  },
] as const satisfies readonly Figure[]

/** Id of a figure. */
export type FigureId = (typeof figures)[number]['id']

/** The figure of that id. */
export function figureOf(id: FigureId): Figure {
  return figures.find((figure) => figure.id === id) as Figure
}

// The books of a month are answered by a day of the next one, so that at its end every earlier asking is overdue.
function isOverdue(one: LedgerCase, month: Month): boolean {
  const since = askedSince(one)
  return since !== null && since < month
}

/** The month whose books first asked what the case still waits to be answered, or null when it waits for nothing. */
export function askedSince({ life, asked }: LedgerCase): Month | null {
  if (!askingStates.includes(life.state)) return null
  const months = asked.filter(({ round }) => round === life.round).map(({ month }) => month)
  return months.sort()[0] ?? null
}

/** The cases that townships were asked between `from` and `to` (both included): what the reports are about. */
export function askedBetween(cases: readonly LedgerCase[], from: Month, to: Month): LedgerCase[] {
  return cases.filter(({ asked }) => asked.some(({ month }) => month >= from && month <= to))
}

/** A figure over cases, in its unit; yuan to the fen. */
export function total(figure: Figure, cases: readonly LedgerCase[], month: Month): number {
  const sum = cases.reduce((before, one) => before + figure.of(one, month), 0)
  return Math.round(sum * 100) / 100
}

/** How one rule fared with the townships (属实率). */
export interface RuleScore {
  readonly rule: string
  readonly title: string
  readonly asked: number
  readonly answered: number
  readonly confirmed: number
  readonly dismissed: number
  /** Confirmed of every hundred answered as either; null when none was. */
  readonly yieldPercent: number | null
  /** Median of the days from the finding to the answer; null when none was answered. */
  readonly medianDays: number | null
  /** Outcome codes of what was dismissed, most frequent first. */
  readonly dismissals: readonly string[]
}

/** How 属实率 is reckoned, for the reader of it. */
export const yieldWords = '属实率＝属实÷（属实＋不属实），无法核、其他不计'

/** The scoreboard of the rules, in the order of their ids. */
export function ruleScores(cases: readonly LedgerCase[]): RuleScore[] {
  return [...groupBy(cases, ({ finding }) => finding.rule)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([rule, own]) => {
      const codes = own.flatMap(({ life }) => life.answer?.code ?? [])
      const confirmed = codes.filter((code) => /^[AB]/.test(code)).length
      const dismissed = codes.filter((code) => code.startsWith('C')).length
      return {
        rule,
        title: own[0]?.finding.title ?? '',
        asked: own.length,
        answered: codes.length,
        confirmed,
        dismissed,
        yieldPercent: confirmed + dismissed === 0 ? null : Math.round((confirmed / (confirmed + dismissed)) * 100),
        medianDays: median(own.flatMap(daysToAnswer)),
        dismissals: byFrequency(codes.filter((code) => code.startsWith('C'))),
      }
    })
}

function daysToAnswer({ steps }: LedgerCase): number[] {
  const opened = steps.find(({ content }) => content.kind === 'opened')
  const answered = steps.find(({ content }) => content.kind === 'answered')
  if (opened === undefined || answered === undefined) return []
  return [Math.max(0, daysBetween(opened.at, answered.at))]
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

function byFrequency(codes: readonly string[]): string[] {
  return [...countBy(codes)].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([code, n]) => `${code}×${n}`)
}
