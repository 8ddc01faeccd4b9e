import { createHash } from 'node:crypto'
import type { Answer } from '../domain/answer.js'
import type { Facts } from '../domain/issue.js'
import type { Day, Month } from '../domain/month.js'
import type { ReportedBy } from '../domain/reported.js'

/**
 * What can happen to a case. Run steps (opened, cleared, confirmed, contradicted, reopened) come from a month's run, the others from answers
 * and from persons. A step is never changed: a re-run that no longer finds what it found revokes the step by another one.
 */
export type StepContent =
  /** Found by a run; with `report`, reported by a visit, the hot line or another office. */
  | { readonly kind: 'opened'; readonly report?: ReportedBy }
  /** Never answered, and the rosters no longer show it. */
  | { readonly kind: 'cleared'; readonly reason: string }
  /** Answered, and the rosters bear the answer out. */
  | { readonly kind: 'confirmed'; readonly reason: string }
  /** Answered, and the rosters say otherwise. */
  | { readonly kind: 'contradicted'; readonly reason: string }
  /** Asked again, and why: changed facts, a lapsed waiver, found again. */
  | { readonly kind: 'reopened'; readonly reason: string }
  /** A usable answer. `facts` are those that it answers. */
  | { readonly kind: 'answered'; readonly answer: Answer; readonly facts: Facts }
  /** An answer that cannot be used goes back; `rows` are fingerprints of the answers sent back, so that they are known when read again. */
  | { readonly kind: 'returned'; readonly reasons: readonly string[]; readonly rows: readonly string[] }
  /** Two answers that contradict each other go back to be settled by a person. */
  | { readonly kind: 'conflicted'; readonly reasons: readonly string[]; readonly rows: readonly string[] }
  /** An inspection of the answer in force; one that differs sends the case back. */
  | {
      readonly kind: 'inspected'
      readonly result: '一致' | '不一致' | '查无此户'
      readonly note: string
      /** Until when it is to be put right, as written; '' when nothing was. */
      readonly deadline: string
      readonly who: string
      readonly on: Day | null
      readonly file: string
      readonly sheet: string
      readonly row: number
    }
  /** The case came to speak of the same subject as an older one. */
  | { readonly kind: 'merged'; readonly into: string }
  /** A run step of the same month that a later run of that month did not take again. */
  | { readonly kind: 'revoked'; readonly step: number }

/** Kinds of steps that a month's run makes (what was reported is opened by hand). */
export const runKinds: readonly StepContent['kind'][] = ['opened', 'cleared', 'confirmed', 'contradicted', 'reopened']

/** A step to be taken. `month` is the month of the run, or of the book that is answered. */
export interface StepDraft {
  readonly number: string
  readonly month: Month
  readonly content: StepContent
}

/** A step as the history keeps it, linked to the one before it. */
export interface CaseStep extends StepDraft {
  /** 1, 2, 3 … within the case. */
  readonly sequence: number
  /** When it was taken, ISO. */
  readonly at: string
  /** Hash of the step before, '' for the first. */
  readonly previous: string
  readonly hash: string
}

/** Makes the next step of a case after `last` (null: the first). */
export function linkedStep(draft: StepDraft, last: Pick<CaseStep, 'sequence' | 'hash'> | null, at: string): CaseStep {
  const step = { ...draft, sequence: (last?.sequence ?? 0) + 1, at, previous: last?.hash ?? '' }
  return { ...step, hash: stepHash(step) }
}

/** SHA-256 over a step and the hash of the one before it: a changed or missing step no longer fits. 64 hexadecimal digits. */
export function stepHash({ number, sequence, month, at, content, previous }: Omit<CaseStep, 'hash'>): string {
  const text = JSON.stringify([previous, number, sequence, month, at, content])
  return createHash('sha256').update(text).digest('hex')
}
