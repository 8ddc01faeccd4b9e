import type { AnsweredCase } from '../domain/answer.js'
import { askingStates } from '../domain/case-state.js'
import { type Finding, isForTownships } from '../domain/finding.js'
import { addMonths, type Month } from '../domain/month.js'
import type { Case, Named } from './case.js'
import { type CaseLife, inForce, isReported, isRunStep, lifeOf, stepsBefore } from './case-life.js'
import { openCases } from './case-opening.js'
import type { CaseStep, StepContent, StepDraft } from './case-step.js'
import type { Database } from './database.js'
import { keptBack, type SendingLimit } from './kept-back.js'
import { inChunks } from './month-store.js'
import { type AnswerTerms, nextStep, reportedStep } from './next-step.js'
import { type LastSighting, lastSightings, storeSightings } from './sighting-store.js'
import { addSteps, stepsByCase } from './step-store.js'

/** What a month's run saw, and what it needs to say what that means for the cases. */
export interface MonthView {
  readonly month: Month
  readonly findings: readonly Finding[]
  /** Whom a finding names. */
  named(finding: Finding): Named
  /** Whether a case that was not found would have been: its rule, township and subject were judged. `excuse`: the exception that answered it. */
  standing(last: Finding): { readonly judged: boolean; readonly excuse: string }
  /** What the rosters say against answers, by case number. */
  contradictions(answered: readonly AnsweredCase[]): ReadonlyMap<string, string>
  readonly terms: AnswerTerms
  readonly limit: SendingLimit
}

/**
 * Replaces what was seen in the month by the view's findings, takes the steps that follow from it, and returns the month's cases: those found,
 * in the order of the findings, then those carried over, by number. A case seen before keeps its number; one that is no longer seen in a
 * re-run keeps its number too, unused by others. Everything speaks of the months up to this one, so that an old month run again says what it
 * said then.
 */
export async function recordFindings(database: Database, view: MonthView, now: () => Date): Promise<Case[]> {
  const { month, findings } = view
  const [run] = await database.rows('SELECT month FROM month_run WHERE month = $1', [month])
  if (run === undefined) throw new Error(`findings of ${month} recorded before the month itself`)
  const { numbers } = await openCases(database, findings, month)
  const seen = firstOfEach(findings, numbers)
  await storeSightings(
    database,
    month,
    [...seen].map(([number, finding]) => ({ number, finding, named: view.named(finding) })),
  )
  const last = await lastSightings(database, month)
  const steps = await stepsByCase(database)
  const contradictions = view.contradictions(answeredCases(last, steps, month))
  const standings = new Map<string, CaseLife>()
  const drafts: StepDraft[] = []
  for (const [number, sighting] of last) {
    const known = steps.get(number) ?? []
    if (isMerged(known, month)) {
      drafts.push(...amendments(known, number, month, null))
      continue
    }
    const content = runStep(known, sighting, view, contradictions.get(number) ?? null)
    drafts.push(...amendments(known, number, month, content))
    const life = lifeOf(asOf(known, number, month, content))
    if (life) standings.set(number, life)
  }
  // What only an earlier run of this month saw has no sighting any more.
  for (const [number, known] of steps) if (!last.has(number)) drafts.push(...amendments(known, number, month, null))
  await addSteps(database, drafts, now)
  const found = findings.map((_, at) => numbers[at] as string)
  const carried = [...last.keys()].filter((number) => !seen.has(number))
  const owed = [
    ...found.map((number, at) => ({ number, finding: findings[at] as Finding, found: true })),
    ...carried.map((number) => ({ number, finding: (last.get(number) as LastSighting).finding, found: false })),
  ]
    .map((one) => caseOf(one, last.get(one.number) as LastSighting, standings.get(one.number) ?? null, view))
    .filter((one) => one.found || one.asked)
  const kept = keptBack(owed, view.limit, await sentBefore(database, month))
  const cases = owed.map((one) => (kept.has(one.number) ? { ...one, asked: false, keptBack: true } : one))
  await storeAsked(database, cases, month)
  return cases
}

// Those whose answer waits to be borne out.
function answeredCases(
  last: ReadonlyMap<string, LastSighting>,
  steps: ReadonlyMap<string, readonly CaseStep[]>,
  month: Month,
): AnsweredCase[] {
  return [...last.values()].flatMap(({ number, finding }) => {
    const life = lifeOf(stepsBefore(steps.get(number) ?? [], month))
    if (life?.state !== '已核' || life.answer === null) return []
    const { kind, personKey, memberKeys, evidence } = finding
    const personKeys = [...new Set([...(personKey === null ? [] : [personKey]), ...memberKeys])]
    const programmes = [...new Set(evidence.map(({ programme }) => programme))]
    return [{ number, kind, answer: life.answer, personKeys, programmes }]
  })
}

function runStep(
  known: readonly CaseStep[],
  sighting: LastSighting,
  view: MonthView,
  contradiction: string | null,
): StepContent | null {
  const found = sighting.month === view.month
  const life = lifeOf(stepsBefore(known, view.month))
  // No run finds what was reported; in the months after its own it waits for its answer.
  if (isReported(known)) return life && reportedStep(life, view.month, contradiction, view.terms)
  if (life === null) return found ? { kind: 'opened' } : null
  const { judged, excuse } = found ? { judged: true, excuse: '' } : view.standing(sighting.finding)
  const facts = found ? sighting.finding.facts : null
  return nextStep(life, { month: view.month, found: facts, judged, excuse, contradiction }, view.terms)
}

// What it asks is asked by the case into which it went.
function isMerged(known: readonly CaseStep[], month: Month): boolean {
  return known.some((step) => step.content.kind === 'merged' && step.month <= month)
}

// What a run of the month took before stays when it would be taken again; otherwise it is revoked, never removed.
function amendments(
  known: readonly CaseStep[],
  number: string,
  month: Month,
  content: StepContent | null,
): readonly StepDraft[] {
  const earlier = inForce(known).filter((step) => isRunStep(step) && step.month === month)
  if (content !== null && earlier.some((step) => JSON.stringify(step.content) === JSON.stringify(content))) return []
  const revoked = earlier.map(({ sequence }): StepDraft => {
    return { number, month, content: { kind: 'revoked', step: sequence } }
  })
  return content === null ? revoked : [...revoked, { number, month, content }]
}

// The steps as the month itself saw them: the earlier months', then its own.
function asOf(known: readonly CaseStep[], number: string, month: Month, content: StepContent | null): CaseStep[] {
  const before = stepsBefore(inForce(known), month)
  const own = { number, month, content, sequence: (known.at(-1)?.sequence ?? 0) + 1, at: '', previous: '', hash: '' }
  return content === null ? [...before] : [...before, own as CaseStep]
}

function caseOf(
  { number, finding, found }: Pick<Case, 'number' | 'finding' | 'found'>,
  { firstMonth, month: lastMonth, timesSeen, named }: LastSighting,
  life: CaseLife | null,
  { month, terms }: MonthView,
): Case {
  const status = life?.state ?? '待核'
  const overdue = isOverdue(life, month, terms)
  const asked = isForTownships(finding) && life !== null && (askingStates.includes(status) || overdue)
  return {
    number,
    finding,
    found,
    named,
    firstMonth,
    lastMonth,
    timesSeen,
    status,
    round: life?.round ?? 1,
    asked,
    keptBack: false,
    recheck: asked && (overdue || (status === '重开' && life.contradicted)),
    why: overdue ? `${life?.answer?.bookMonth} 答“办理中”，请报办理结果` : (life?.why ?? ''),
    answer: life?.answer ?? null,
  }
}

function isOverdue(life: CaseLife | null, month: Month, { progressMonths }: AnswerTerms): boolean {
  if (life?.state !== '办理中' || life.answer === null) return false
  return month >= addMonths(life.answer.bookMonth, progressMonths)
}

async function sentBefore(database: Database, month: Month): Promise<ReadonlySet<string>> {
  const rows = await database.rows('SELECT DISTINCT number FROM asked WHERE month < $1', [month])
  return new Set(rows.map(({ number }) => String(number)))
}

async function storeAsked(database: Database, cases: readonly Case[], month: Month): Promise<void> {
  await database.run('DELETE FROM asked WHERE month = $1', [month])
  const asked = new Map(cases.filter((one) => one.asked).map((one) => [one.number, one]))
  await database.append(
    'asked',
    inChunks([...asked.values()], ({ number, round, finding }) => [month, number, round, finding.township ?? '']),
  )
}

// Two findings of one rule on one subject share a case, which is seen once a month.
function firstOfEach(findings: readonly Finding[], numbers: readonly string[]): Map<string, Finding> {
  const first = new Map<string, Finding>()
  findings.forEach((finding, at) => {
    const number = numbers[at] as string
    if (!first.has(number)) first.set(number, finding)
  })
  return first
}
