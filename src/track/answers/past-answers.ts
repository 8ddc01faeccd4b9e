import type { AnswerField, AnswerValues } from '../../domain/answer.js'
import { plainText } from '../../domain/cell.js'
import { shortHash } from '../../domain/row-key.js'
import { inForce, lifeOf } from '../case-life.js'
import type { CaseStep } from '../case-step.js'
import type { CaseAnswer } from './case-row.js'

/** What has been answered to a case so far. */
export interface PastAnswers {
  /** Answers taken, with the asking that each answered. */
  readonly taken: readonly { readonly round: number; readonly full: string; readonly decision: string }[]
  /** Fingerprints of the rows that went back. */
  readonly sentBack: ReadonlySet<string>
  /** The last round that asks the same question as `round`: those that followed only because an answer could not be used. */
  lastOfQuestion(round: number): number
}

/** Goes through the steps of a case for what has been answered. */
export function pastAnswers(steps: readonly CaseStep[]): PastAnswers {
  const taken: PastAnswers['taken'][number][] = []
  const [sentBack, sameQuestion] = [new Set<string>(), new Set<number>()]
  const counting = inForce(steps)
  counting.forEach(({ content }, at) => {
    const round = lifeOf(counting.slice(0, at))?.round ?? 1
    if (content.kind === 'answered') {
      const { code, values } = content.answer
      taken.push({ round, full: fullContent(code, values), decision: decisionOf(code, values) })
    }
    if (content.kind === 'returned' || content.kind === 'conflicted') for (const row of content.rows) sentBack.add(row)
    if (content.kind === 'returned') sameQuestion.add(round + 1)
  })
  const lastOfQuestion = (round: number): number => (sameQuestion.has(round + 1) ? lastOfQuestion(round + 1) : round)
  return { taken, sentBack, lastOfQuestion }
}

/** Fingerprint of a row that goes back, by which it is known when it is read again: what it answers, and what was filled in. */
export function fingerprintOf({ round, content }: CaseAnswer, number: string): string {
  return shortHash([number, round ?? '', content].join('\u001f'))
}

// Who signed and how it was checked is no answer; the note explains one.
const signature: readonly AnswerField[] = ['who', 'method']

/** All that a usable answer says, but for who signed it; the width of marks does not matter, since a sheet saved by another program changes it. */
export function fullContent(code: string, values: AnswerValues): string {
  return contentWithout(code, values, signature)
}

/** What a usable answer decides: its code, months, days and amounts. Two answers that decide the same do not contradict each other. */
export function decisionOf(code: string, values: AnswerValues): string {
  return contentWithout(code, values, [...signature, 'note'])
}

function contentWithout(code: string, values: AnswerValues, without: readonly AnswerField[]): string {
  const parts = Object.entries(values).filter(([name]) => !without.includes(name as AnswerField))
  return [code, ...parts.map(([name, text]) => `${name}=${plainText(text)}`).sort()].join('\u001f')
}
