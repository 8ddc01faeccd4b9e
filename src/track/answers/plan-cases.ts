import { compareText } from '../../domain/compare-text.js'
import { countBy } from '../../domain/group.js'
import { type Department, type Issue, issueAt, rowWords } from '../../domain/issue.js'
import { maskIdNumbersIn } from '../../domain/mask.js'
import type { Day, Month } from '../../domain/month.js'
import { answersKind, outcomeLabel, outcomesFor } from '../../domain/outcome.js'
import { departmentOf } from '../../domain/programme.js'
import { compareCaseNumbers } from '../case-number.js'
import type { StepDraft } from '../case-step.js'
import type { LedgerCase } from '../ledger.js'
import type { CaseAnswer } from './case-row.js'
import { caseFinder } from './find-case.js'
import { staleWords, type Weighed, weighCase } from './weigh-case.js'

/** What the answers to cases would do to the ledger. */
export interface CasePlan {
  /** By case number. */
  readonly drafts: readonly StepDraft[]
  /** Rows by what becomes of them. `underWay` are those of `taken` that say 办理中. */
  readonly taken: number
  readonly underWay: number
  readonly known: number
  readonly sentBack: number
  readonly conflicting: number
  readonly unknown: number
  readonly outdated: number
  /** Rows with a locked cell that is not what it was; their answers are taken all the same. */
  readonly changed: number
  /** What could not be used, then what the clerk should know of. */
  readonly issues: readonly Issue[]
  /** Rows taken, and those that go back, by file. */
  readonly takenByFile: ReadonlyMap<string, number>
  readonly sentBackByFile: ReadonlyMap<string, number>
  /** The townships of the cases that a file answers. */
  readonly townshipsByFile: ReadonlyMap<string, ReadonlySet<string>>
  /** Answers that say a roster is wrong (C7, C8), with the departments that own the rosters. */
  readonly corrections: readonly { readonly number: string; readonly departments: readonly Department[] }[]
}

/** What the history knows of cases, and when the answers are read. */
export interface CaseGround {
  readonly ledger: readonly LedgerCase[]
  /** Cases that went into others. */
  readonly merged: ReadonlyMap<string, string>
  /** The latest month of the history: the month in which the answers are taken. */
  readonly month: Month
  readonly today: Day
}

/** Plans what an import does with the answers to cases: read → plan → apply. Pure; the order of the files does not matter. */
export function planCases(answers: readonly CaseAnswer[], { ledger, merged, month, today }: CaseGround): CasePlan {
  const find = caseFinder(ledger, merged)
  const byCase = new Map<string, Answered>()
  const [issues, notices]: [Issue[], Issue[]] = [[], []]
  for (const answer of [...answers].sort(byPlace)) {
    const result = find(answer)
    const number = answer.keyed ?? answer.number ?? ''
    if ('problem' in result) {
      issues.push(issueAt(answer.place, result.problem, { number }))
      continue
    }
    const { found, byContent } = result
    if (answer.round !== null && answer.round > found.life.round) {
      issues.push(issueAt(answer.place, 'answer-asking-unknown', { number: found.number, round: answer.round }))
      continue
    }
    if (answer.isChanged) notices.push(issueAt(answer.place, 'locked-cell-changed', { number: found.number }))
    if (byContent) notices.push(issueAt(answer.place, 'answer-by-content', { number: found.number }))
    const group = byCase.get(found.number) ?? { one: found, answers: [] }
    byCase.set(found.number, group)
    group.answers.push(fitting(answer, found))
  }
  const weighed = [...byCase.values()]
    .sort((a, b) => compareCaseNumbers(a.one.number, b.one.number))
    .map((group) => ({ ...group, ...weighCase(group.one, group.answers, today) }))
  const townshipsByFile = townshipsIn(byCase.values())
  return { ...summed(weighed, month, issues, notices), townshipsByFile }
}

// Which outcomes fit is known only once the case is: a row may have lost its sheet.
function fitting(answer: CaseAnswer, { finding: { kind } }: LedgerCase): CaseAnswer {
  const { outcome, faults } = answer
  if (outcome !== null && answersKind(outcome, kind)) return answer
  const allowed = `可选 ${inRanges(outcomesFor(kind).map(({ code }) => code)).join('、')}`
  if (outcome === null) return { ...answer, faults: [...faults, `${kind}线索${allowed}`] }
  return { ...answer, faults: [`核查结论“${outcomeLabel(outcome)}”不能用于${kind}线索，${allowed}`, ...faults] }
}

// `A1–A6、A9、B1–B3` is read at a glance; two dozen codes are not.
function inRanges(codes: readonly string[]): string[] {
  const runs: string[][] = []
  for (const code of codes) {
    const run = runs.at(-1)
    const last = run?.at(-1) ?? ''
    if (last[0] === code[0] && Number(last.slice(1)) + 1 === Number(code.slice(1))) run?.push(code)
    else runs.push([code])
  }
  return runs.flatMap((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run))
}

interface Answered {
  readonly one: LedgerCase
  readonly answers: CaseAnswer[]
}

type Group = Weighed & { readonly one: LedgerCase }

function summed(
  groups: readonly Group[],
  month: Month,
  issues: Issue[],
  notices: Issue[],
): Omit<CasePlan, 'townshipsByFile'> {
  const sum = (of: (group: Group) => number) => groups.reduce((total, group) => total + of(group), 0)
  const found = groups.flatMap(issuesOf)
  const outdated = groups.flatMap(({ one, outdated: rows }) =>
    rows.map(({ place }) => issueAt(place, 'answer-outdated', { number: one.number })),
  )
  const taken = groups.flatMap((group) => group.taken)
  return {
    drafts: groups.flatMap(({ one, steps }) => steps.map((content) => ({ number: one.number, month, content }))),
    taken: taken.length,
    underWay: taken.filter(({ outcome }) => outcome.code.startsWith('B')).length,
    known: sum(({ known }) => known),
    sentBack: sum(({ sentBack }) => sentBack.length),
    conflicting: sum(({ conflicting }) => conflicting.length),
    unknown: issues.length,
    outdated: outdated.length,
    changed: notices.filter(({ code }) => code === 'locked-cell-changed').length,
    issues: [...issues, ...found, ...outdated, ...notices],
    takenByFile: countByFile(taken),
    sentBackByFile: countByFile(groups.flatMap(({ sentBack, conflicting }) => [...sentBack, ...conflicting])),
    corrections: groups.flatMap(correctionOf),
  }
}

function issuesOf({ one: { number, life }, sentBack, conflicting }: Group): Issue[] {
  const words = ({ faults, round }: CaseAnswer) =>
    faults.length > 0 ? faults.join('，') : staleWords(round, life.round)
  return [
    ...sentBack.map((answer) =>
      issueAt(answer.place, 'answer-sent-back', { number, reasons: maskIdNumbersIn(words(answer)) }),
    ),
    ...conflicting.map((answer) =>
      issueAt(answer.place, 'answer-contradicts', {
        number,
        answer: labelOf(answer),
        others: otherWords(conflicting.filter((other) => other !== answer)),
      }),
    ),
  ]
}

// Notes may name people, so a message quotes the outcomes alone, here and above.
function otherWords(others: readonly CaseAnswer[]): string {
  if (others.length === 0) return '早先采用的答复不是这样'
  return others.map((other) => `${rowWords(other.place)}答“${labelOf(other)}”`).join('、')
}

function labelOf({ outcome }: CaseAnswer): string {
  return outcome === null ? '' : outcomeLabel(outcome)
}

function correctionOf({ one: { number, finding }, taken }: Group): CasePlan['corrections'] {
  if (!taken.some(({ outcome: { code } }) => code === 'C7' || code === 'C8')) return []
  return [{ number, departments: [...new Set(finding.evidence.map(({ programme }) => departmentOf(programme)))] }]
}

function countByFile(answers: readonly CaseAnswer[]): ReadonlyMap<string, number> {
  return countBy(answers.map(({ place }) => place.file))
}

function townshipsIn(groups: Iterable<Answered>): ReadonlyMap<string, ReadonlySet<string>> {
  const townships = new Map<string, Set<string>>()
  for (const { one, answers } of groups)
    for (const { place } of answers) {
      const own = townships.get(place.file) ?? new Set()
      townships.set(place.file, own)
      if (one.finding.township !== null) own.add(one.finding.township)
    }
  return townships
}

function byPlace({ place: a }: CaseAnswer, { place: b }: CaseAnswer): number {
  return compareText(a.file, b.file) || compareText(a.sheet, b.sheet) || a.row - b.row
}
