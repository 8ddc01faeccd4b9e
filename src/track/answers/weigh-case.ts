import type { Answer } from '../../domain/answer.js'
import { askingStates } from '../../domain/case-state.js'
import { rowWords } from '../../domain/issue.js'
import { maskIdNumbersIn } from '../../domain/mask.js'
import type { Day, Month } from '../../domain/month.js'
import { type Outcome, outcomeLabel, outcomeText } from '../../domain/outcome.js'
import type { CaseLife } from '../case-life.js'
import type { StepContent } from '../case-step.js'
import type { LedgerCase } from '../ledger.js'
import type { CaseAnswer } from './case-row.js'
import { decisionOf, fingerprintOf, fullContent, type PastAnswers, pastAnswers } from './past-answers.js'

/** What an import makes of the answers to one case. */
export interface Weighed {
  readonly steps: readonly StepContent[]
  /** Answers newly taken. */
  readonly taken: readonly Usable[]
  /** Rows that say what is known already. */
  readonly known: number
  /** Rows that go back, all for the reasons of the step. */
  readonly sentBack: readonly CaseAnswer[]
  /** Rows that contradict each other or the answer in force. */
  readonly conflicting: readonly CaseAnswer[]
  /** Rows that say nothing to today's question, which has its answer or needs none. */
  readonly outdated: readonly CaseAnswer[]
}

/** An answer that can be used. */
type Usable = CaseAnswer & { readonly outcome: Outcome }

const nothing: Weighed = { steps: [], taken: [], known: 0, sentBack: [], conflicting: [], outdated: [] }

/** Weighs the answers to one case against each other and against what the case knows (rules in the order of the code). Pure. */
export function weighCase(one: LedgerCase, answers: readonly CaseAnswer[], today: Day): Weighed {
  const past = pastAnswers(one.steps)
  const places = answers.map((answer) => ({ answer, standing: standingOf(answer, one, past) }))
  const of = (wanted: Standing) => places.filter(({ standing }) => standing === wanted).map(({ answer }) => answer)
  const [current, stale] = [of('current'), of('stale')]
  const usable = current.filter(isUsable)
  const unusable = current.filter((answer) => !isUsable(answer))
  const weighed = isOwed(one.life)
    ? forOpen(one, { usable, unusable, stale }, today)
    : forSettled(one, { usable, unusable, stale })
  return { ...weighed, known: weighed.known + of('known').length }
}

type Standing = 'known' | 'current' | 'stale'

// An answer to an earlier asking counts as long as nothing but an unusable answer has come between: the question is the same. What was taken to
// an earlier question is no answer to the present one: a township that says the same again insists.
function standingOf(answer: CaseAnswer, { number, life }: LedgerCase, past: PastAnswers): Standing {
  if (past.sentBack.has(fingerprintOf(answer, number))) return 'known'
  const { outcome, values } = answer
  const asked = answer.round === null ? null : past.lastOfQuestion(answer.round)
  const isCurrent = asked === null || asked >= life.round
  const isKnown = past.taken.some(({ round, full, decision }) => {
    const isSameQuestion = past.lastOfQuestion(round) >= life.round
    if (outcome === null || answer.faults.length > 0) return false
    if (asked !== null && (isCurrent ? !isSameQuestion : round > asked)) return false
    // Of a case under way a new note is news.
    if (isOwed(life) && isSameQuestion) return full === fullContent(outcome.code, values)
    return decision === decisionOf(outcome.code, values)
  })
  if (isKnown) return 'known'
  return isCurrent ? 'current' : 'stale'
}

// A case that closed by itself before anybody answered takes a late answer too: the ledger is to show what was done.
function isOwed({ state, last }: CaseLife): boolean {
  return askingStates.includes(state) || state === '办理中' || (state === '已闭环' && last === 'cleared')
}

function isUsable(answer: CaseAnswer): answer is Usable {
  return answer.outcome !== null && answer.faults.length === 0
}

interface Sorted {
  readonly usable: readonly Usable[]
  readonly unusable: readonly CaseAnswer[]
  readonly stale: readonly CaseAnswer[]
}

function forOpen(one: LedgerCase, { usable, unusable, stale }: Sorted, today: Day): Weighed {
  const decisions = new Set(usable.map(({ outcome, values }) => decisionOf(outcome.code, values)))
  const outdated = [...unusable, ...stale]
  if (decisions.size > 1) return conflict(one, usable, [], outdated)
  if (usable.length > 0) {
    const taken = distinct(usable)
    const steps = taken.map(
      (answer): StepContent => ({ kind: 'answered', answer: answerOf(one, answer, today), facts: one.finding.facts }),
    )
    const weighed = { ...nothing, steps, taken, known: usable.length - taken.length }
    // A case under way still owes an answer, so what cannot be used goes back as it would later.
    if (outdated.length === 0 || !taken.every(isUnderWay)) return { ...weighed, outdated }
    return { ...weighed, steps: [...steps, goesBack(one, outdated, stale)], sentBack: outdated }
  }
  if (one.life.last === 'cleared' || outdated.length === 0) return { ...nothing, outdated }
  return { ...nothing, steps: [goesBack(one, outdated, stale)], sentBack: outdated }
}

function goesBack(one: LedgerCase, answers: readonly CaseAnswer[], stale: readonly CaseAnswer[]): StepContent {
  const reasons = answers.map((answer) => `${quoted(answer)}：${faultsOf(answer, one.life, stale).join('，')}`)
  return backStep('returned', one, answers, reasons)
}

function isUnderWay({ outcome: { code } }: Usable): boolean {
  return code.startsWith('B')
}

function forSettled(one: LedgerCase, { usable, unusable, stale }: Sorted): Weighed {
  const outdated = [...unusable, ...stale]
  if (usable.length === 0) return { ...nothing, outdated }
  return conflict(one, usable, one.life.answer === null ? [] : [quotedAnswer(one.life.answer)], outdated)
}

function conflict(
  one: LedgerCase,
  usable: readonly Usable[],
  against: readonly string[],
  outdated: readonly CaseAnswer[],
): Weighed {
  const reasons = ['答复相互矛盾，请核实后重新答复', ...against, ...usable.map(quoted)]
  // The others too are known when they are read again: the case asks anew.
  const steps = [backStep('conflicted', one, [...usable, ...outdated], reasons)]
  return { ...nothing, steps, conflicting: usable, outdated }
}

function backStep(
  kind: 'returned' | 'conflicted',
  { number }: LedgerCase,
  answers: readonly CaseAnswer[],
  reasons: readonly string[],
): StepContent {
  const rows = [...new Set(answers.map((answer) => fingerprintOf(answer, number)))].sort()
  return { kind, reasons: [...new Set(reasons)].map((reason) => maskIdNumbersIn(reason)), rows }
}

// Why an answer goes back, in Chinese.
function faultsOf(
  answer: CaseAnswer,
  { round, why }: Pick<CaseLife, 'round' | 'why'>,
  stale: readonly CaseAnswer[],
): readonly string[] {
  if (!stale.includes(answer)) return answer.faults
  return [staleWords(answer.round, round, why === '' ? '' : `（${why}）`)]
}

/** Why an answer to an earlier asking than the present one goes back, in Chinese; `since`: what has changed, which may quote what somebody wrote. */
export function staleWords(answered: number | null, now: number, since = ''): string {
  return `答的是第 ${answered} 次下发，此后情况已变${since}，请按第 ${now} 次下发的内容答复`
}

// Of a case under way each report is kept; any other answer is kept once.
function distinct(usable: readonly Usable[]): readonly Usable[] {
  const seen = new Set<string>()
  return usable.filter((answer) => {
    const { code } = answer.outcome
    const content = isUnderWay(answer) ? fullContent(code, answer.values) : code
    const isNew = !seen.has(content)
    seen.add(content)
    return isNew
  })
}

function answerOf({ asked, life }: LedgerCase, answer: Usable, today: Day): Answer {
  const { outcome, values, who, place } = answer
  const bookMonth: Month = answer.bookMonth ?? asked.at(-1)?.month ?? life.since
  return {
    code: outcome.code,
    values,
    who,
    file: place.file,
    sheet: place.sheet,
    row: place.row,
    bookMonth,
    readOn: today,
  }
}

function quoted({ outcome, values, place }: CaseAnswer): string {
  const label = outcome === null ? '' : `答“${outcomeLabel(outcome)}”`
  return `${rowWords(place)}${label}${noteWords(values.note)}`
}

function quotedAnswer({ code, values, ...place }: Answer): string {
  return `此前已收 ${rowWords(place)}答“${outcomeText(code)}”${noteWords(values.note)}`
}

function noteWords(note: string | undefined): string {
  return note === undefined ? '' : `（${note}）`
}
