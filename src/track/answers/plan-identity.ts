import { disjointSets } from '../../domain/disjoint-sets.js'
import { groupBy } from '../../domain/group.js'
import { type Issue, issueAt, rowWords } from '../../domain/issue.js'
import type { Day, Month } from '../../domain/month.js'
import { type Judgement, pairKey } from '../../match/judgements.js'
import type { IdProposal } from '../proposal.js'
import type { IdentityAnswer } from './identity-row.js'

/** What the answers about identities would do to the history. */
export interface IdentityPlan {
  /** To be added, in the order of the answers. */
  readonly added: readonly Judgement[]
  /** One for each of `added` that takes the place of another verdict. */
  readonly changes: readonly Issue[]
  /** Answers that say what is known already, or what another answer of this import says too. */
  readonly known: number
  /**
   * Answers that contradict each other, that with the verdicts in force make one person of two that are not, or that are unsure of what somebody else
   * decided; none of them is taken.
   */
  readonly conflicts: readonly Issue[]
  /** Correct numbers not known yet. */
  readonly proposed: readonly IdProposal[]
}

/** What the history knows of identities, and when the answers are read. */
export interface IdentityGround {
  /** All that were ever made, in order. */
  readonly judgements: readonly Judgement[]
  /** Files that an earlier import has read: a verdict of theirs that was taken then, and has been changed since, is not taken again. */
  readonly readBefore: ReadonlySet<string>
  readonly proposals: readonly IdProposal[]
  /** Gives the key that an earlier key goes by today, so that a sheet handed in late still speaks of the same people. */
  keyNow(key: string): string
  readonly month: Month
  readonly today: Day
}

/** Weighs answers against each other and against the judgements in force. Pure: read → plan → apply. */
export function planIdentity(answers: readonly IdentityAnswer[], ground: IdentityGround): IdentityPlan {
  return { ...planVerdicts(answers, ground), proposed: planProposals(answers, ground) }
}

function planVerdicts(
  answers: readonly IdentityAnswer[],
  { judgements, readBefore, keyNow, today }: IdentityGround,
): Omit<IdentityPlan, 'proposed'> {
  const inForce = new Map(judgements.map((judgement) => [pairKey(judgement.left, judgement.right), judgement]))
  const taken = new Set(judgements.map(({ left, right, verdict }) => `${pairKey(left, right)}\t${verdict}`))
  const plan = { added: [] as Judgement[], changes: [] as Issue[], known: 0, conflicts: [] as Issue[] }
  const fresh = new Map<string, Decided>()
  for (const [pair, all] of byPair(answers, keyNow)) {
    const same = all.filter(({ place, verdict }) => !(readBefore.has(place.file) && taken.has(`${pair}\t${verdict}`)))
    plan.known += all.length - same.length
    const [first] = same
    if (first === undefined) continue
    if (same.some(({ verdict }) => verdict !== first.verdict)) {
      plan.conflicts.push(...same.map((answer) => conflict(answer, same)))
      continue
    }
    plan.known += same.length - 1
    if (inForce.get(pair)?.verdict === first.verdict) plan.known++
    else fresh.set(pair, first)
  }
  const isTorn = tornSets([...new Map<string, Sides>([...inForce, ...fresh]).values()])
  for (const [pair, answer] of fresh) {
    const { number, place, verdict, who, why, left, right } = answer
    if (isTorn(left) && isTorn(right)) {
      plan.conflicts.push(issueAt(place, 'answer-inconsistent', { number, answer: words[verdict] }))
      continue
    }
    const before = inForce.get(pair)
    if (before !== undefined && verdict === 'unsure' && before.who !== who) {
      plan.conflicts.push(undecided(answer, before))
      continue
    }
    if (before !== undefined) plan.changes.push(change(answer, before))
    plan.added.push({ left, right, verdict, who, when: today, why })
  }
  return plan
}

type Sides = Pick<Judgement, 'left' | 'right' | 'verdict'>

// Whom verdicts make one person, some in so many words and some over a third: a set is torn when another verdict says that two of it are not.
function tornSets(verdicts: readonly Sides[]): (key: string) => boolean {
  const { find, join } = disjointSets<string>()
  for (const { left, right, verdict } of verdicts) if (verdict === 'same') join(left, right)
  const torn = new Set(
    verdicts.flatMap(({ left, right, verdict }) =>
      verdict === 'different' && find(left) === find(right) ? [find(left)] : [],
    ),
  )
  return (key) => torn.has(find(key))
}

type Decided = IdentityAnswer & { verdict: Judgement['verdict']; readonly left: string; readonly right: string }

function byPair(answers: readonly IdentityAnswer[], keyNow: (key: string) => string): Map<string, Decided[]> {
  const decided = answers.flatMap((answer): Decided[] => {
    const { subjects, verdict } = answer
    if (subjects[1] === null || verdict === null) return []
    const [left, right] = subjectsNow([subjects[0], subjects[1]], keyNow)
    return [{ ...answer, verdict, left, right }]
  })
  return groupBy(decided, ({ left, right }) => pairKey(left, right))
}

// Two that have become one go by one key today; the question is still about the two.
function subjectsNow(
  asked: readonly [string, string],
  keyNow: (key: string) => string,
): readonly [left: string, right: string] {
  const [left, right] = [keyNow(asked[0]), keyNow(asked[1])]
  return left === right ? asked : [left, right]
}

const words = { same: '同一人', different: '非同一人', unsure: '不确定' } as const

function change({ number, verdict, place }: Decided, before: Judgement): Issue {
  const facts = { number, before: words[before.verdict], when: before.when, after: words[verdict] }
  return issueAt(place, 'answer-changed', facts)
}

// One who cannot tell does not undo what another has found out; who found it out may still take it back.
function undecided({ number, place }: Decided, before: Judgement): Issue {
  const { verdict, who, when } = before
  return issueAt(place, 'answer-undecided', { number, before: words[verdict], who, when })
}

function conflict({ number, verdict, place }: Decided, all: readonly Decided[]): Issue {
  const others = all.filter((other) => other.verdict !== verdict)
  const where = others.map((other) => `${rowWords(other.place)}答“${words[other.verdict]}”`).join('、')
  return issueAt(place, 'answer-conflict', { number, answer: words[verdict], others: where })
}

// The last number that somebody read from a document stands; it only goes to the department that owns the roster.
function planProposals(
  answers: readonly IdentityAnswer[],
  { proposals, keyNow, month, today }: IdentityGround,
): IdProposal[] {
  const known = new Set(proposals.map(({ subject, idNumber }) => `${subject}\t${idNumber}`))
  const proposed: IdProposal[] = []
  for (const { subjects, correctId, who, why } of answers) {
    if (correctId === null) continue
    const subject = keyNow(subjects[0])
    const key = `${subject}\t${correctId}`
    if (known.has(key)) continue
    known.add(key)
    proposed.push({ subject, idNumber: correctId, who, when: today, month, why })
  }
  return proposed
}
