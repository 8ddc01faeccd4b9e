import { plainText } from './cell.js'
import { type DemandName, demands } from './demand.js'
import { type FindingKind, findingKinds } from './finding.js'

/** One answer a township can give to a case (domain D.4). */
export interface Outcome {
  readonly code: string
  /** 属实·已纳入, 属实·已处理, 属实·办理中, 不属实, 无法核, 其他. */
  readonly group: string
  readonly meaning: string
  /** What else has to be filled in with this answer. */
  readonly demands: readonly DemandName[]
  /** The kinds of case that it can answer. */
  readonly kinds: readonly FindingKind[]
}

// Why somebody is not covered is no answer to why somebody is: 收入超标 bears an improper enrolment out, it does not deny it.
const any = findingKinds
const covering: readonly FindingKind[] = ['漏保', '脱保', '留守']
const notCovering: readonly FindingKind[] = ['漏保', '脱保']
const lawful: readonly FindingKind[] = ['脱保', '错保', '补贴', '留守']

/** All outcome codes of the check sheets, in the order of the drop-down. */
export const outcomes: readonly Outcome[] = [
  { code: 'A1', group: '属实·已纳入', meaning: '低保', demands: ['done-day'], kinds: covering },
  { code: 'A2', group: '属实·已纳入', meaning: '特困', demands: ['done-day'], kinds: covering },
  { code: 'A3', group: '属实·已纳入', meaning: '低保边缘', demands: ['done-day'], kinds: covering },
  { code: 'A4', group: '属实·已纳入', meaning: '临时救助', demands: ['aid-amount', 'done-day'], kinds: covering },
  { code: 'A5', group: '属实·已纳入', meaning: '孤儿/事无', demands: ['done-day'], kinds: covering },
  { code: 'A6', group: '属实·已纳入', meaning: '两项补贴', demands: ['done-day'], kinds: [...covering, '补贴'] },
  {
    code: 'A7',
    group: '属实·已处理',
    meaning: '已停发',
    demands: ['stop-month', 'grace-start'],
    kinds: ['脱保', '错保', '补贴'],
  },
  {
    code: 'A8',
    group: '属实·已处理',
    meaning: '已追缴中',
    demands: ['due-amount', 'recovered-amount'],
    kinds: ['错保', '补贴'],
  },
  { code: 'A9', group: '属实·已处理', meaning: '已更正或登记', demands: ['explained'], kinds: any },
  { code: 'B1', group: '属实·办理中', meaning: '申请受理', demands: [], kinds: any },
  { code: 'B2', group: '属实·办理中', meaning: '公示中', demands: [], kinds: any },
  { code: 'B3', group: '属实·办理中', meaning: '转介中', demands: ['referral'], kinds: any },
  { code: 'C0', group: '不属实', meaning: '符合规定(写明情形)', demands: ['explained'], kinds: lawful },
  { code: 'C1', group: '不属实', meaning: '收入超标', demands: ['explained'], kinds: notCovering },
  { code: 'C2', group: '不属实', meaning: '财产超标(车)', demands: ['explained'], kinds: notCovering },
  { code: 'C3', group: '不属实', meaning: '财产超标(房/经营)', demands: ['explained'], kinds: notCovering },
  { code: 'C4', group: '不属实', meaning: '有法定义务人赡养', demands: ['explained'], kinds: notCovering },
  {
    code: 'C5',
    group: '不属实',
    meaning: '自愿放弃(有承诺书)',
    demands: ['explained', 'attachment'],
    kinds: [...notCovering, '补贴', '留守'],
  },
  {
    code: 'C6',
    group: '不属实',
    meaning: '已在其他县/类享受',
    demands: ['explained'],
    kinds: [...notCovering, '补贴'],
  },
  { code: 'C7', group: '不属实', meaning: '数据滞后(源表错)', demands: ['explained', 'wrong-roster'], kinds: any },
  { code: 'C8', group: '不属实', meaning: '号码/姓名错', demands: ['explained', 'correct-identity'], kinds: any },
  { code: 'C9', group: '不属实', meaning: '同名异人', demands: ['explained'], kinds: any },
  { code: 'D1', group: '无法核', meaning: '死亡', demands: ['death-day'], kinds: any },
  { code: 'D2', group: '无法核', meaning: '迁出/外嫁', demands: ['destination'], kinds: any },
  { code: 'D3', group: '无法核', meaning: '长期外出失联', demands: ['contact'], kinds: any },
  { code: 'D4', group: '无法核', meaning: '服刑/参军', demands: [], kinds: any },
  { code: 'E', group: '其他', meaning: '其他', demands: ['explained'], kinds: any },
]

/** True when the outcome can answer a case of the kind. What departments mend is asked of no township, so that it takes any. */
export function answersKind({ kinds }: Outcome, kind: FindingKind): boolean {
  return kind === '数据' || kinds.includes(kind)
}

/** The outcomes that can answer a case of the kind, in the order of the drop-down. */
export function outcomesFor(kind: FindingKind): readonly Outcome[] {
  return outcomes.filter((outcome) => answersKind(outcome, kind))
}

/** The text of an outcome in the drop-down: `A1 属实·已纳入：低保`; the code comes first so that a returned sheet is read by its code alone. */
export function outcomeLabel(outcome: Outcome): string {
  return outcome.code === 'E' ? 'E 其他' : `${outcome.code} ${outcome.group}：${outcome.meaning}`
}

/** An outcome code as the drop-down has it, the bare code where no outcome has it. */
export function outcomeText(code: string): string {
  const outcome = outcomes.find((one) => one.code === code)
  return outcome ? outcomeLabel(outcome) : code
}

/** What an outcome code says of a case in short (`低保`, `收入超标`), the bare code where no outcome has it. */
export function outcomeMeaning(code: string): string {
  return outcomes.find((outcome) => outcome.code === code)?.meaning ?? code
}

/** What the guide says has to be filled in with an outcome; '' when nothing. */
export function demandText(outcome: Outcome): string {
  return outcome.demands.map((name) => demands[name].ask).join('；')
}

/** The outcome that a cell names: its code first (`A1 …`, `a1`), or its meaning alone where only one has it; null when none or several do (`A1或C1`). */
export function outcomeIn(text: string): Outcome | null {
  const plain = plainText(text).replace(/\s+/g, '')
  const code = /^([A-E]\d?)(?![A-Z\d])/i.exec(plain)?.[1]?.toUpperCase()
  if (new Set(plain.toUpperCase().match(/(?<![A-Z\d])[A-D]\d(?![A-Z\d])/g)).size > 1) return null
  if (code !== undefined) return outcomes.find((outcome) => outcome.code === code) ?? null
  const words = (outcome: Outcome) => [outcome.meaning, `${outcome.group}:${outcome.meaning}`]
  const named = outcomes.filter((outcome) => words(outcome).some((word) => plainText(word) === plain))
  return named.length === 1 ? (named[0] as Outcome) : null
}
