import type { Month } from '../domain/month.js'
import type { Delivery } from '../ingest/delivery.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Household, Person } from '../match/person.js'
import { recordsWith } from './damage.js'
import type { Ages, Among, Context, Outcome, PersonRule, Rule } from './rule.js'
import { ageOf, inProgramme, mayStandIn } from './standing.js'

/** Whether a person is of a circle that rules speak of (`Among`). */
export const amongTests: Readonly<Record<Among, (person: Person) => boolean>> = {
  'faulty-number': ({ links }) => {
    for (const { record } of links) if (record.idNumber?.state !== 'intact') return true
    return false
  },
  'left-a-roster': (person) => {
    for (const { programmes: stood } of person.past)
      for (const programme of stood) if (!inProgramme(person, [programme])) return true
    return false
  },
  'repeated-row': ({ duplicates }) => duplicates.length > 0,
  'no-township': ({ place }) => place.township === null,
}

/** True when the person's age in the month is known and within the limits. */
export function isOfAge(person: Person, { from = 0, below = Number.POSITIVE_INFINITY }: Ages, month: Month): boolean {
  const age = ageOf(person, month)
  return age !== null && age >= from && age < below
}

/**
 * Whether a rule speaks of the subject at all: of the circle and the age that it names, and in no roster that it is outside of. Where it needs a
 * roster, the walk over the subjects has seen to that.
 */
export function isConcerned(rule: Rule, subject: Subject, { month }: Context): boolean {
  if (rule.unit === 'delivery') return true
  const { outside } = rule
  if (outside && peopleIn(subject).some((person) => mayStandIn(person, outside) === 'stands')) return false
  if (rule.unit === 'household') return true
  const person = subject as Person
  return (
    (rule.among === undefined || amongTests[rule.among](person)) &&
    (rule.ages === undefined || isOfAge(person, rule.ages, month))
  )
}

/** What the rule's own condition makes of the subject, whatever roster it is outside of. */
export function outcomeOf(rule: Rule, subject: Subject, context: Context): Outcome {
  if (rule.unit === 'delivery') return rule.check(subject as Delivery, context)
  if (rule.unit === 'household') return rule.check(subject as Household, context)
  const rows = pickedRows(rule, subject as Person, context)
  return rows === null ? null : rule.check(subject as Person, context, rows)
}

/** The person's rows that the rule picks: none where it has no test of rows, null where the test picks none. */
export function pickedRows({ rows }: PersonRule, person: Person, context: Context): readonly PersonRecord[] | null {
  if (!rows) return []
  const picked = recordsWith(person, (record) => rows.picks(record, context))
  return picked.length === 0 ? null : picked
}

type Subject = Person | Household | Delivery

function peopleIn(subject: Subject): readonly Person[] {
  return 'members' in subject ? subject.members : [subject as Person]
}
