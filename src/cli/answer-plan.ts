import type { Issue } from '../domain/issue.js'
import type { Day } from '../domain/month.js'
import type { Judgement } from '../match/judgements.js'
import type { IdentityAnswer } from './identity-answers.js'

/** What an import would do to the judgements in force. */
export interface AnswerPlan {
  /** To be added, in the order of the answers. */
  readonly added: readonly Judgement[]
  /** Those of `added` that take the place of another verdict. */
  readonly changed: number
  /** Answers that say what is known already, or what another answer of this import says too. */
  readonly known: number
  /** Answers to one question that contradict each other; none of them is taken. */
  readonly conflicts: readonly Issue[]
}

/**
 * Weighs answers against each other and against the judgements in force. `keyNow` gives the key that an earlier key goes by today, so that a
 * sheet handed in late still speaks of the same people. Pure: read → plan → apply.
 */
export function planAnswers(
  answers: readonly IdentityAnswer[],
  inForce: readonly Judgement[],
  keyNow: (key: string) => string,
  when: Day,
): AnswerPlan {
  const verdicts = new Map(inForce.map(({ left, right, verdict }) => [pairOf(left, right), verdict]))
  const byPair = new Map<string, IdentityAnswer[]>()
  for (const answer of answers) {
    const pair = pairOf(keyNow(answer.subjects[0]), keyNow(answer.subjects[1]))
    byPair.set(pair, [...(byPair.get(pair) ?? []), answer])
  }
  const plan = { added: [] as Judgement[], changed: 0, known: 0, conflicts: [] as Issue[] }
  for (const [pair, same] of byPair) {
    const [first] = same as [IdentityAnswer]
    if (same.some(({ verdict }) => verdict !== first.verdict)) {
      plan.conflicts.push(...same.map((answer) => conflict(answer, same)))
      continue
    }
    plan.known += same.length - 1
    const before = verdicts.get(pair)
    if (before === first.verdict) plan.known++
    else {
      if (before !== undefined) plan.changed++
      const { verdict, who, why, subjects } = first
      plan.added.push({ left: keyNow(subjects[0]), right: keyNow(subjects[1]), verdict, who, when, why })
    }
  }
  return plan
}

function pairOf(left: string, right: string): string {
  return left < right ? `${left}\t${right}` : `${right}\t${left}`
}

const words = { same: '同一人', different: '非同一人', unsure: '不确定' } as const

function conflict({ number, verdict, file, sheet, row }: IdentityAnswer, all: readonly IdentityAnswer[]): Issue {
  const others = all.filter((other) => other.verdict !== verdict)
  const where = others.map((other) => `${other.file} 第 ${other.row} 行答“${words[other.verdict]}”`).join('、')
  return {
    code: 'answer-conflict',
    facts: { number, answer: words[verdict], others: where },
    origin: { file, sheet, row, column: null },
    department: null,
    source: null,
  }
}
