import { compareText } from '../domain/compare-text.js'
import { pairKey } from './judgements.js'
import type { Candidate, IdentityQuestion, Link, Person } from './person.js'
import { recordFingerprint } from './record-fingerprint.js'
import { damagedPattern } from './unit.js'

/**
 * The identity list: every unusable number of this month with what it may be, every pair of people who may be one, every number with two names.
 * `persons` are those with anything open, by key. `isAnswered` tells pairs of subjects that somebody has judged; they are not asked again. By key of the
 * left, then of the right person.
 */
export function identityQuestions(
  persons: readonly Person[],
  isAnswered: (left: string, right: string) => boolean,
): readonly IdentityQuestion[] {
  const questions: IdentityQuestion[] = []
  const asked = new Set<string>()
  for (const person of persons) {
    let rows: Set<string> | null = null
    for (const link of person.links) {
      if (link.grade === 'exact') continue
      rows ??= new Set()
      if (isNew(rows, link)) questions.push(...aboutLink(person, link, isAnswered, asked))
    }
  }
  for (const person of persons)
    for (const candidate of person.candidates) {
      const pair = pairKey(person.key, candidate.person.key)
      if (asked.has(pair) || isSettled(person, candidate.person, isAnswered)) continue
      if (person.links.length + candidate.person.links.length === 0) continue
      asked.add(pair)
      questions.push(aboutPair(person, candidate))
    }
  return questions.sort(
    (a, b) => compareText(a.left.key, b.left.key) || compareText(a.right?.key ?? '', b.right?.key ?? ''),
  )
}

// A household's row gives the head twice, as head and as a member: one number in one row is one question.
function isNew(rows: Set<string>, { record: { idNumber, origin } }: Link): boolean {
  const row = `${origin.file}\n${origin.sheet}\n${origin.row}\n${idNumber?.pattern ?? ''}`
  if (rows.has(row)) return false
  rows.add(row)
  return true
}

function aboutLink(
  person: Person,
  link: Link,
  isAnswered: (left: string, right: string) => boolean,
  asked: Set<string>,
): readonly IdentityQuestion[] {
  if (damagedPattern(link.record) !== null) return aboutDamaged(person, link, isAnswered, asked)
  // The same usable number under a name that may be a brother's.
  if (link.grade !== 'probable' || link.record.idNumber?.value !== person.idNumber) return []
  return aboutRow(person, link, 'same-id-different-name', null, isAnswered)
}

function aboutRow(
  person: Person,
  { record, score, levels }: Link,
  reason: IdentityQuestion['reason'],
  suggestedIdNumber: string | null,
  isAnswered: (left: string, right: string) => boolean,
): readonly IdentityQuestion[] {
  const row = recordFingerprint(record)
  if (isAnswered(row, person.key)) return []
  return [{ left: person, right: null, reason, score, levels, suggestedIdNumber, record, subjects: [row, person.key] }]
}

// A row already linked asks whether the link is right; a row on its own names its best candidate.
function aboutDamaged(
  person: Person,
  link: Link,
  isAnswered: (left: string, right: string) => boolean,
  asked: Set<string>,
): readonly IdentityQuestion[] {
  const { record } = link
  if (person.idNumber !== null) return aboutRow(person, link, 'damaged-id', person.idNumber, isAnswered)
  const best = person.candidates.find((candidate) => !isSettled(person, candidate.person, isAnswered)) ?? null
  // Two rows of one unsettled person ask the same thing.
  const pair = pairKey(person.key, best?.person.key ?? '')
  if (asked.has(pair)) return []
  asked.add(pair)
  return [
    {
      left: person,
      right: best?.person ?? null,
      reason: 'damaged-id',
      score: best?.score ?? null,
      levels: best?.levels ?? [],
      suggestedIdNumber: best?.person.idNumber ?? null,
      record,
      subjects: [person.key, best?.person.key ?? null],
    },
  ]
}

// Whoever has no usable number may have been asked about as a row inside the other person, which that answer took out of it.
function isSettled(a: Person, b: Person, isAnswered: (left: string, right: string) => boolean): boolean {
  const isAsRow = (one: Person, other: Person) =>
    one.idNumber === null && one.links.some(({ record }) => isAnswered(recordFingerprint(record), other.key))
  return isAnswered(a.key, b.key) || isAsRow(a, b) || isAsRow(b, a)
}

function aboutPair(person: Person, candidate: Candidate): IdentityQuestion {
  const other = candidate.person
  // The one who lacks something stands on the left: no number before a number, then by key.
  const swap = person.idNumber !== null && (other.idNumber === null || other.key < person.key)
  const [left, right] = swap ? [other, person] : [person, other]
  return {
    left,
    right,
    reason: candidate.grade === 'conflict' ? 'same-id-different-name' : 'possible-match',
    score: candidate.grade === 'conflict' ? null : candidate.score,
    levels: candidate.levels,
    suggestedIdNumber: left.idNumber === null ? right.idNumber : null,
    record: null,
    subjects: [left.key, right.key],
  }
}
