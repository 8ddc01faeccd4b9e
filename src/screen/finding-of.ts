import { compareNullLast, compareText } from '../domain/compare-text.js'
import type { ExceptionResult, Finding } from '../domain/finding.js'
import type { Facts } from '../domain/issue.js'
import { fill } from '../domain/messages.js'
import type { Programme } from '../domain/programme.js'
import type { Delivery } from '../ingest/delivery.js'
import type { Household, Person } from '../match/person.js'
import type { Hit, Rule } from './rule.js'
import { lowered, movedWords } from './severity.js'

/** What a finding says of whom or what it is about. */
export type About = Pick<
  Finding,
  'unit' | 'subject' | 'personKey' | 'memberKeys' | 'township' | 'village' | 'householdNumber'
>

/** The finding of a hit whose exceptions have been tested. One step lower when an exception that lowers could not be checked. */
export function findingOf(
  rule: Rule,
  about: About,
  hit: Hit,
  exceptions: readonly ExceptionResult[],
  unchecked: boolean,
): Finding {
  const severity = hit.severity ?? rule.severity
  const final = unchecked ? lowered(severity) : severity
  const words = fill(rule.messages[hit.message] ?? hit.message, hit.facts)
  // A county may have as many as it has people: written out in full they take half the memory and time that parts put together do.
  return {
    rule: rule.id,
    title: rule.title,
    kind: rule.kind,
    severity: final,
    audience: rule.audience,
    unit: about.unit,
    subject: about.subject,
    personKey: about.personKey,
    memberKeys: about.memberKeys,
    township: about.township,
    village: about.village,
    householdNumber: about.householdNumber,
    explanation: `${words}${hit.weighed ?? ''}${final === severity ? '' : movedWords('有豁免情形未能检查', severity, final)}`,
    action: rule.action,
    basis: rule.basis,
    evidence: hit.evidence,
    exceptions,
    absentFrom: hit.absentFrom && hit.absentFrom.length > 0 ? hit.absentFrom : undefined,
    amountFen: hit.amountFen ?? null,
    facts: sorted(hit.fingerprint ?? hit.facts),
  }
}

/**
 * A finding about one person. The household is that of a roster the evidence speaks of, where there is one; who has left the rosters stands
 * where last month had them.
 */
export function aboutPerson(person: Person, evidence: Hit['evidence'] = []): About {
  const place = person.place.township === null ? (person.past[0]?.place ?? person.place) : person.place
  return {
    unit: 'person',
    subject: person.key,
    personKey: person.key,
    memberKeys: [],
    township: place.township,
    village: place.village,
    householdNumber: householdNumberOf(person, evidence),
  }
}

function householdNumberOf({ households, past }: Person, evidence: Hit['evidence']): string | null {
  const spokenOf = (system: Programme) => evidence.some(({ programme }) => programme === system)
  return (
    households.find(({ number, system }) => number !== null && spokenOf(system))?.number ??
    past.find(({ householdNumber, system }) => householdNumber !== null && spokenOf(system))?.householdNumber ??
    households.find(({ number }) => number !== null)?.number ??
    null
  )
}

/** A finding about a household; `members` are those it covers. */
export function aboutHousehold(household: Household, members: readonly Person[]): About {
  const lead = household.head !== null && members.includes(household.head) ? household.head : members[0]
  return {
    unit: 'household',
    subject: household.key,
    personKey: lead?.key ?? null,
    memberKeys: members.map((member) => member.key),
    township: household.place.township,
    village: household.place.village,
    householdNumber: household.number,
  }
}

/** A finding about what was delivered. */
export function aboutDelivery(delivery: Delivery): About {
  return {
    unit: 'delivery',
    subject: [delivery.source, delivery.file, delivery.sheet].filter((part) => part !== '').join(' › '),
    personKey: null,
    memberKeys: [],
    township: null,
    village: null,
    householdNumber: null,
  }
}

/** By rule id, then township (unknown last), household number (unknown first), subject. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.rule, b.rule) ||
    compareNullLast(a.township, b.township) ||
    compareText(a.householdNumber ?? '', b.householdNumber ?? '') ||
    compareText(a.subject, b.subject)
  )
}

function sorted(facts: Facts): Facts {
  const names = Object.keys(facts)
  if (names.every((name, position) => position === 0 || (names[position - 1] as string) < name)) return facts
  return Object.fromEntries(Object.entries(facts).sort(([a], [b]) => compareText(a, b)))
}
