import type { AnsweredCase } from '../domain/answer.js'
import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { Delivery } from '../ingest/delivery.js'
import type { Person } from '../match/person.js'
import { allRechecks } from './rechecks/all.js'
import type { SafetyStop } from './safety.js'

/** What a recheck is told: an answer, whom it is about, and what this month's rosters can say. */
interface Claim extends Pick<AnsweredCase, 'answer' | 'programmes'> {
  /** Those of the case's persons whom this month's rosters still know. */
  readonly persons: readonly Person[]
  readonly month: Month
  /** How many months the rosters may lag behind. */
  readonly lagMonths: number
  /** True when a person's absence from the programme means something: it was delivered, and not short for the person's township. */
  complete(programme: Programme, person: Person): boolean
}

/** One kind of answer that the rosters of a later month can contradict. */
export interface Recheck {
  /** Outcome codes it looks at. */
  readonly codes: readonly string[]
  /** What the rosters say against the answer, in Chinese with file and row and without an unmasked id; null when nothing does. */
  contradiction(claim: Claim): string | null
}

/** What answers are tested against. */
export interface RecheckInput {
  readonly persons: readonly Person[]
  readonly deliveries: readonly Delivery[]
  readonly stops: readonly SafetyStop[]
  readonly month: Month
  readonly lagMonths: number
}

/** Tests answers against the month's rosters; returns what contradicts them, by case number. Pure. */
export function recheck(answered: readonly AnsweredCase[], input: RecheckInput): ReadonlyMap<string, string> {
  if (answered.length === 0) return new Map()
  const byKey = new Map(input.persons.map((person) => [person.key, person]))
  const complete = completeness(input)
  const found = new Map<string, string>()
  for (const { number, personKeys, answer, programmes } of answered) {
    const persons = personKeys.flatMap((key) => byKey.get(key) ?? [])
    const claim = { answer, programmes, persons, month: input.month, lagMonths: input.lagMonths, complete }
    for (const one of allRechecks) {
      const words = one.codes.includes(answer.code) ? one.contradiction(claim) : null
      if (words !== null) found.set(number, words)
    }
  }
  return found
}

function completeness({ deliveries, stops }: RecheckInput): Claim['complete'] {
  const delivered = new Set(deliveries.flatMap(({ programmes }) => programmes))
  return (programme, person) =>
    delivered.has(programme) &&
    !stops.some(
      (stop) => stop.programme === programme && (stop.township === null || stop.township === person.place.township),
    )
}
