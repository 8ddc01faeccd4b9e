import { compareText } from '../domain/compare-text.js'
import { addMonths, type Day, daysBetween, type Month, monthOf } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { RecordOf } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import type { Exception } from './rule.js'
import { peopleAround, recordsOf } from './standing.js'

/** A payment of 临时救助. */
export type Aid = RecordOf<'temporary-aid'>

/** The person's payments in the order of the rows: what was refused, or is still looked at, is listed and none. */
export function aidsOf(person: Person): readonly Aid[] {
  return recordsOf(person, 'temporary-aid').filter(({ programmes }) => programmes.length > 0)
}

/** The person's payments of the so many `months` that end with `month`, the earliest first; those without a day are left out. */
export function aidsWithin(person: Person, month: Month, months: number): readonly Aid[] {
  const since = addMonths(month, 1 - months)
  return aidsUntil(person, month).filter(({ approvedOn }) => approvedOn !== null && monthOf(approvedOn) >= since)
}

/** All of the person's payments up to `month`, however old, the earliest first; those without a day are left out. */
export function aidsUntil(person: Person, month: Month): readonly Aid[] {
  return aidsOf(person)
    .filter(({ approvedOn }) => approvedOn !== null && monthOf(approvedOn) <= month)
    .sort((a, b) => compareText(a.approvedOn ?? '', b.approvedOn ?? ''))
}

/** The person's payments of later months than `month`, in which the person died, in the order of the rows: nothing was due any more. */
export function aidsAfterDeath(person: Person, month: Month): readonly Aid[] {
  return aidsOf(person).filter(({ approvedOn }) => approvedOn !== null && monthOf(approvedOn) > month)
}

/**
 * The answer of an exception about a death in `month` where the rule asks about 临时救助, one of `list`, and some was paid in a later month: nothing
 * excuses that. null where none was.
 */
export function answerByLateAid(
  person: Person,
  list: readonly Programme[],
  month: Month,
): ReturnType<Exception<Person>['test']> | null {
  if (!list.includes('temporary-aid') || aidsAfterDeath(person, month).length === 0) return null
  return { state: 'does-not-apply', reason: `${month} 死亡，此后仍有临时救助` }
}

/** Those of twelve months: the list goes on over years, and what is older has been asked. */
export function aidsWithinYear(person: Person, month: Month): readonly Aid[] {
  return aidsWithin(person, month, 12)
}

/**
 * Two payments for one cause within thirty days, the thirtieth included (以内 takes in the number itself), or null. Without a cause nobody can say that
 * they are for one event.
 */
export function repeatedPair(aids: readonly Aid[]): readonly [Aid, Aid] | null {
  for (const [position, first] of aids.entries()) {
    const second = aids
      .slice(position + 1)
      .find(
        (aid) =>
          first.cause !== null &&
          aid.cause === first.cause &&
          isWithinThirtyDays(first.approvedOn ?? '', aid.approvedOn ?? ''),
      )
    if (second) return [first, second]
  }
  return null
}

// A ledger of months has the first day for each: how far apart two of them were paid nobody can say.
function isWithinThirtyDays(first: Day, second: Day): boolean {
  const areMonths = first.endsWith('-01') && second.endsWith('-01') && monthOf(first) !== monthOf(second)
  return !areMonths && daysBetween(first, second) <= 30
}

/** The payments of the twelve months to the person and those whom a roster lists in one household with the person, the person's first. */
export function familyAids(person: Person, month: Month): readonly { readonly member: Person; readonly aid: Aid }[] {
  return peopleAround(person).flatMap((member) => aidsWithinYear(member, month).map((aid) => ({ member, aid })))
}
