import type { Answer } from '../domain/answer.js'
import type { CaseState } from '../domain/case-state.js'
import type { Facts } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import { type CaseStep, runKinds } from './case-step.js'

/** Where a case stands after its steps. */
export interface CaseLife {
  readonly state: CaseState
  /** Which asking this is: 1 at first, one more each time the question goes out anew. */
  readonly round: number
  /** The answer in force, or null. A case that was returned or reopened keeps the last one for comparison. */
  readonly answer: Answer | null
  /** The facts that the answer speaks of. */
  readonly answeredFacts: Facts | null
  /** The township gave the same answer again after the rosters had contradicted it: it is not asked the same thing a third time. */
  readonly insisted: boolean
  /** The rosters have contradicted the answer in force. */
  readonly contradicted: boolean
  /** Why the case came back (returned, contradicted, reopened) or how it ended; '' when there is nothing to say. */
  readonly why: string
  /** Month of the last step that counts. */
  readonly since: Month
  /** The last step that counts. */
  readonly last: CaseStep['content']['kind']
}

/**
 * Folds the steps of one case, in their order, into where it stands; null when none of them counts (opened by a run that was repeated and did
 * not find it again).
 */
export function lifeOf(steps: readonly CaseStep[]): CaseLife | null {
  let life: CaseLife | null = null
  for (const step of inForce(steps)) life = after(life, step)
  return life
}

/**
 * The steps that the run of `month` starts from: everything of earlier months. Its own answers count from the next month on, so that a month
 * run again says what it said the first time.
 */
export function stepsBefore(steps: readonly CaseStep[], month: Month): readonly CaseStep[] {
  return steps.filter((step) => step.month < month)
}

/** The steps that no later step revokes. */
export function inForce(steps: readonly CaseStep[]): readonly CaseStep[] {
  const revoked = new Set(steps.flatMap(({ content }) => (content.kind === 'revoked' ? [content.step] : [])))
  return steps.filter(({ sequence, content }) => content.kind !== 'revoked' && !revoked.has(sequence))
}

/** True for steps that a run makes and may revoke. */
export function isRunStep({ content }: Pick<CaseStep, 'content'>): boolean {
  return runKinds.includes(content.kind) && !('report' in content)
}

/** True for the steps of a case that was reported, not found. */
export function isReported(steps: readonly Pick<CaseStep, 'content'>[]): boolean {
  return steps.some(({ content }) => content.kind === 'opened' && content.report !== undefined)
}

const fresh = {
  state: '待核',
  round: 1,
  answer: null,
  answeredFacts: null,
  insisted: false,
  contradicted: false,
  why: '',
} as const

function after(life: CaseLife | null, { content, month }: CaseStep): CaseLife {
  const before = life ?? fresh
  const now = { ...before, since: month, last: content.kind }
  switch (content.kind) {
    case 'opened':
      return now
    case 'answered':
      return {
        ...now,
        state: stateAfter(content.answer.code),
        answer: content.answer,
        answeredFacts: content.facts,
        insisted: insists(before, content.answer.code),
        contradicted: false,
        why: '',
      }
    case 'returned':
    case 'conflicted':
      return { ...now, state: '退回补核', round: before.round + 1, why: content.reasons.join('；') }
    case 'contradicted':
      return { ...now, state: '重开', round: before.round + 1, contradicted: true, why: content.reason }
    case 'reopened':
      return { ...now, state: '重开', round: before.round + 1, contradicted: false, why: content.reason }
    case 'cleared':
    case 'confirmed':
      return { ...now, state: '已闭环', why: content.reason }
    case 'inspected':
      if (content.result === '一致') return life ?? { ...now, last: 'opened' }
      return { ...now, state: '退回补核', round: before.round + 1, why: inspectionWords(content) }
    case 'merged':
      return { ...now, state: '已闭环', why: `并入 ${content.into}` }
    case 'revoked':
      return { ...now }
  }
}

function inspectionWords({ result, note, deadline, who }: Extract<CaseStep['content'], { kind: 'inspected' }>): string {
  return `抽查${result}：${note}（${who}${deadline === '' ? '' : `，整改时限 ${deadline}`}）`
}

function insists(before: Pick<CaseLife, 'answer' | 'insisted' | 'contradicted'>, code: string): boolean {
  return before.answer?.code === code && (before.insisted || before.contradicted)
}

/** The state that an answer leads to: B is under way, C closes until the facts change, everything else waits for next month's rosters. */
function stateAfter(code: string): CaseState {
  if (code.startsWith('B')) return '办理中'
  return code.startsWith('C') ? '已闭环' : '已核'
}
