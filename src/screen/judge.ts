import { coverage, type Programme } from '../domain/programme.js'
import type { Delivery } from '../ingest/delivery.js'
import type { Household, Person } from '../match/person.js'
import type { ScreeningSettings } from './context.js'
import { type Excuses, excuseBy } from './excuse.js'
import { type About, aboutDelivery, aboutHousehold, aboutPerson } from './finding-of.js'
import type { Context, Exception, Hit, Outcome, Rule } from './rule.js'
import { weigh } from './severity.js'
import { evidence, mayStandIn } from './standing.js'
import { statedStop } from './stated-stop.js'

/** What a rule made of a subject it did not clear. */
export type Judged =
  | {
      readonly verdict: 'hit'
      readonly about: About
      readonly subject: Person | Household | Delivery
      readonly hit: Hit
      readonly excuses: Excuses
    }
  /** Someone in the roster concerned may be the subject: a question for the identity list. */
  | { readonly verdict: 'withheld'; readonly about: About; readonly members: readonly Person[] }
  | { readonly verdict: 'not-judged'; readonly about: About; readonly reason: string }

/** Judges subjects of the rule's unit, one after the other: the rule's own check, then identity, then exceptions. null: clear. */
export function judgeBy(
  rule: Rule,
  context: Context,
  settings: ScreeningSettings,
): (subject: Person | Household | Delivery) => Judged | null {
  const check = rule.check as (subject: unknown, context: Context) => Outcome
  const asksWho = rule.unit === 'person' && rule.kind !== '数据'
  const judgeHit = judgeHitBy(rule, context, settings)
  return (subject) => {
    // The rarest first: this is asked of everybody by every rule.
    if (asksWho && (subject as Person).grade === 'conflict') return conflicted(rule, subject as Person, context)
    const outcome = check(subject, context)
    if (outcome === null) return null
    if ('withheld' in outcome)
      return { verdict: 'not-judged', about: aboutOf(rule, subject, []), reason: outcome.withheld }
    return judgeHit(subject, outcome)
  }
}

function judgeHitBy(
  rule: Rule,
  context: Context,
  settings: ScreeningSettings,
): (subject: Person | Household | Delivery, outcome: Hit) => Judged | null {
  const accusing = accuses(rule)
  const exceptions = rule.exceptions as readonly Exception<unknown>[]
  const excuse = excuseBy(exceptions, context, settings)
  const excusing = excusingRosters(rule)
  return (subject, outcome) => {
    const { absentFrom = nowhere } = outcome
    const ofSubject = membersOf(rule, subject)
    const members = outcome.members ?? ofSubject
    const about = aboutOf(rule, subject, members, outcome)
    if (rule.unit === 'household' && (subject as Household).untold)
      return { verdict: 'not-judged', about, reason: untoldReason }
    if (accusing && members.some((member) => member.grade === 'conflict'))
      return { verdict: 'not-judged', about, reason: conflictReason }
    if (absentFrom.length > 0 && members.some((member) => mayStandIn(member, absentFrom) === 'stands')) return null
    const doubtful = everybody(members, ofSubject).filter(
      (member) => (members.includes(member) && mayHideIn(member, absentFrom)) || mayHideIn(member, excusing),
    )
    if (doubtful.length > 0) return { verdict: 'withheld', about, members: doubtful }
    const hit = weigh(withStops(outcome, members), rule.severity, rule.weighs ?? [], members, context)
    return { verdict: 'hit', about, subject, hit, excuses: excuse(subject) }
  }
}

const nowhere: readonly Programme[] = []

// An accusation also waits while someone in a roster that could excuse it may be the person; a gap waits where that roster is one of support, which
// the person may have. A possible row in a list of the dead or gone is no reason to let somebody wait: their exceptions say that they could not be checked.
function excusingRosters(rule: Rule): readonly Programme[] {
  if (rule.kind === '数据') return nowhere
  const consulted = [...new Set(rule.exceptions.flatMap(({ consults }) => consults))]
  return accuses(rule) ? consulted : consulted.filter((each) => (coverage as readonly Programme[]).includes(each))
}

// Who is said to be on no roster may be listed there as stopped: whoever looks into the hit is told where.
function withStops(hit: Hit, members: readonly Person[]): Hit {
  const { absentFrom = [], evidence: own } = hit
  if (absentFrom.length === 0) return hit
  const stops = members.flatMap((member) => statedStop(member, absentFrom) ?? [])
  return stops.length === 0 ? hit : { ...hit, evidence: [...own, ...stops.map((row) => evidence(row, '名册注明已停'))] }
}

/** True when a hit of the rule may take money from someone: only certain identities may carry it. */
export function accuses(rule: Rule): boolean {
  return rule.kind === '错保' || rule.kind === '脱保' || rule.accuses === true
}

const untoldReason = '名册没有写明同户的有哪些人（户编号、户主都没有），按户判断的不作判定'
const conflictReason = '号同人异：同一号码下有不同姓名，先核实身份'

// Under an id with two names nobody knows whose record a roster holds; where the rule speaks of people of certain rosters, standing there is
// enough to say so, otherwise only a hit is.
function conflicted(rule: Extract<Rule, { unit: 'person' }>, person: Person, context: Context): Judged | null {
  const concerned = rule.needs.length > 0 || rule.check(person, context) !== null
  return concerned ? { verdict: 'not-judged', about: aboutPerson(person), reason: conflictReason } : null
}

// Roster by roster: an old row in one list must not hide that the person may stand in another.
function mayHideIn(member: Person, rosters: readonly Programme[]): boolean {
  for (const programme of rosters) if (mayStandIn(member, [programme]) === 'uncertain') return true
  return false
}

// Nearly always the hit covers all of the subject, or the subject is all there is.
function everybody(members: readonly Person[], ofSubject: readonly Person[]): readonly Person[] {
  if (members === ofSubject) return members
  const rest = ofSubject.filter((member) => !members.includes(member))
  return rest.length === 0 ? members : [...members, ...rest]
}

function membersOf(rule: Rule, subject: Person | Household | Delivery): readonly Person[] {
  if (rule.unit === 'delivery') return []
  return rule.unit === 'person' ? [subject as Person] : (subject as Household).members
}

function aboutOf(rule: Rule, subject: Person | Household | Delivery, members: readonly Person[], hit?: Hit): About {
  if (rule.unit === 'delivery') return aboutDelivery(subject as Delivery)
  return rule.unit === 'person'
    ? aboutPerson(subject as Person, hit?.evidence)
    : aboutHousehold(subject as Household, members)
}
