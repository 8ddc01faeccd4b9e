import type { PersonRecord } from '../ingest/source.js'
import { type LinkageModel, priorWeight } from './linkage/model.js'
import { type Marked, markDifferences } from './marking.js'
import type { Candidate, ComparedLevel, Grade, Link, Person } from './person.js'
import { rowsOfPerson } from './person-rows.js'

/** One bar of a waterfall: what is added to the weight so far, in bits. */
export interface WaterfallStep {
  /** Comparison id; `prior` is what chance alone gives, `rest` what rivals and rosters that list a person once take away. */
  readonly comparison: string
  readonly words: string
  readonly weight: number
  /** The weight after this step. */
  readonly total: number
}

/** Why a row is this person's. */
interface LinkExplanation {
  readonly record: PersonRecord
  readonly grade: Grade
  readonly score: number
  readonly waterfall: readonly WaterfallStep[]
  /** The person's id number and the row's, differences marked; null unless both are there and differ. */
  readonly idNumbers: readonly [readonly Marked[], readonly Marked[]] | null
  /** The person's name and the row's, differences marked; null when they are the same or one is missing. */
  readonly names: readonly [readonly Marked[], readonly Marked[]] | null
}

/** Why somebody who looks alike is not this person, as far as the tool may say. */
interface CandidateExplanation {
  readonly person: Person
  readonly grade: Candidate['grade']
  readonly score: number
  /** In Chinese. */
  readonly whyNot: string
  readonly waterfall: readonly WaterfallStep[]
  readonly idNumbers: readonly [readonly Marked[], readonly Marked[]] | null
  readonly names: readonly [readonly Marked[], readonly Marked[]] | null
}

/** A person's rows with the reason for each, and the nearest others with the reason against. */
export interface PersonExplanation {
  readonly person: Person
  readonly links: readonly LinkExplanation[]
  readonly candidates: readonly CandidateExplanation[]
}

/** Explains a person: pure data for `explain` and the identity list; nothing is masked here. `model` is the one of the same run. */
export function explainPerson(person: Person, model: LinkageModel): PersonExplanation {
  return {
    person,
    links: person.links.map((link) => explainLink(person, link, model)),
    candidates: person.candidates.map((candidate) => explainCandidate(person, candidate, model)),
  }
}

function explainLink(person: Person, link: Link, model: LinkageModel): LinkExplanation {
  const { record, grade, score, levels } = link
  return {
    record,
    grade,
    score,
    waterfall: grade === 'probable' ? waterfall(levels, score, model) : certain(levels),
    idNumbers: marked(person.idNumber, record.idNumber?.pattern ?? null),
    names: marked(person.name, record.name),
  }
}

function explainCandidate(person: Person, candidate: Candidate, model: LinkageModel): CandidateExplanation {
  const { person: other, grade, score, levels } = candidate
  return {
    person: other,
    grade,
    score,
    whyNot: whyNot(person, candidate),
    waterfall: grade === 'conflict' ? certain(levels) : waterfall(levels, score, model),
    idNumbers: marked(shownNumber(person), shownNumber(other)),
    names: marked(person.name, other.name),
  }
}

function whyNot(person: Person, { person: other, grade }: Candidate): string {
  if (grade === 'conflict') return '号码相同而姓名明显不同，不能算同一人，须查明哪一方录错'
  if (person.idNumber !== null && other.idNumber !== null) return '两个号码都有效且不同，不自动合并，疑为改号或重号'
  const death = [person, other].some(
    (one) => one.idNumber === null && one.links.some(({ record }) => record.system === 'death'),
  )
  if (death) return '死亡名单缺号，只凭姓名不落到人'
  if (grade === 'probable') return '证据充分，但另有人同样符合，或同一名册中已有此人，不能自动选定'
  return '证据不足以认定，须人工确认'
}

function shownNumber(person: Person): string | null {
  return person.idNumber ?? rowsOfPerson(person).find(({ idNumber }) => idNumber !== null)?.idNumber?.pattern ?? null
}

function marked(left: string | null, right: string | null): readonly [readonly Marked[], readonly Marked[]] | null {
  return left === null || right === null || left === right ? null : markDifferences(left, right)
}

function certain(levels: readonly ComparedLevel[]): readonly WaterfallStep[] {
  return levels.map(({ comparison, words, weight }) => ({ comparison, words, weight, total: weight }))
}

// Chance, then each comparison, then what is left between their sum and the weight of the score: rivals, same roster, two usable numbers.
function waterfall(levels: readonly ComparedLevel[], score: number, model: LinkageModel): readonly WaterfallStep[] {
  let total = priorWeight(model.lambda)
  const steps: WaterfallStep[] = [{ comparison: 'prior', words: '任取两条记录恰为同一人的可能', weight: total, total }]
  for (const { comparison, words, weight } of levels) {
    total += weight
    steps.push({ comparison, words, weight, total })
  }
  const rest = weightOfScore(score) - total
  if (Math.abs(rest) >= 0.05 && score > 0 && score < 1 - 1e-12)
    steps.push({ comparison: 'rest', words: '其他相似人员与同册限制', weight: rest, total: total + rest })
  return steps
}

function weightOfScore(score: number): number {
  const safe = Math.min(Math.max(score, 1e-15), 1 - 1e-15)
  return Math.log2(safe / (1 - safe))
}
