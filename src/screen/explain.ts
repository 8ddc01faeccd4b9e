import type { Evidence, ExceptionResult, Finding } from '../domain/finding.js'
import type { Programme } from '../domain/programme.js'
import type { Standard } from '../domain/standards.js'
import type { Household, Person } from '../match/person.js'
import { certificateOf, certificateWords } from './certificate.js'
import { contextOf, type ScreeningInput } from './context.js'
import { withDeclaredLists } from './declared-lists.js'
import { findingOf } from './finding-of.js'
import { judgeBy } from './judge.js'
import { stopWords, whyBlocked } from './readiness.js'
import type { Context, HouseholdRule, Outcome, PersonRule, Rule } from './rule.js'
import { stopsBySubject } from './screen.js'
import { evidence, mayStandIn, onTheRoll, recordsIn } from './standing.js'

/** What a rule makes of one subject, the cleared and the skipped ones included. */
export type RuleAnswer =
  /** Stands in none of a group of rosters that the rule speaks of. */
  | { readonly state: 'not-concerned'; readonly missing: readonly Programme[] }
  /** A safety stop keeps the rule away. */
  | { readonly state: 'stopped'; readonly reason: string }
  /** The rule's condition does not hold. */
  | { readonly state: 'clear' }
  /** The condition holds but for these rosters, in which the subject stands. */
  | { readonly state: 'covered'; readonly programmes: readonly Programme[] }
  /** These people may be somebody in a roster concerned. */
  | { readonly state: 'withheld'; readonly members: readonly Person[] }
  | { readonly state: 'not-judged'; readonly reason: string }
  | { readonly state: 'excused'; readonly finding: Finding; readonly by: readonly ExceptionResult[] }
  | { readonly state: 'found'; readonly finding: Finding }

/** How a roster that the rule asks about stands to the person. */
export interface RosterStanding {
  readonly programme: Programme
  readonly role: 'needs' | 'consults'
  readonly delivered: boolean
  readonly standing: 'stands' | 'uncertain' | 'absent'
  /** What its certain rows say of the person, where they stand. */
  readonly facts: readonly Evidence[]
}

/** Why a rule does or does not flag a person. */
export interface RuleExplanation {
  readonly rule: Rule
  /** Why the rule was not judged for anybody; null when it was. */
  readonly blocked: { readonly reason: string; readonly switchedOff: boolean } | null
  readonly rosters: readonly RosterStanding[]
  readonly standards: readonly Standard[]
  /** One for the person, or one for each household of the rule's systems; empty for rules about deliveries. */
  readonly answers: readonly { readonly household: Household | null; readonly answer: RuleAnswer }[]
}

/** Asks one rule about one person, with the same tests in the same order as `screen`. `rules`: all that the month was judged by. */
export function explainRule(
  asked: Rule,
  person: Person,
  input: ScreeningInput,
  rules: readonly Rule[],
): RuleExplanation {
  const rule = withDeclaredLists(asked, input.settings)
  const context = contextOf(input, rules)
  const blocked = whyBlocked(rule, context, input.settings)
  return {
    rule,
    blocked: blocked && { reason: blocked.reason, switchedOff: !blocked.wanted },
    rosters: rostersOf(rule, person, context),
    standards: rule.standards.flatMap((key) => context.standardIfAny(key) ?? []),
    answers: blocked ? [] : answersOf(rule, person, context, input),
  }
}

function rostersOf(rule: Rule, person: Person, context: Context): RosterStanding[] {
  const rosters = (list: readonly Programme[], role: RosterStanding['role']) =>
    [...new Set(list)].map((programme): RosterStanding => {
      const facts = factsIn(person, programme, context)
      const standing = mayStandIn(person, [programme])
      return { programme, role, delivered: context.delivered(programme), standing, facts }
    })
  return [...rosters(rule.needs.flat(), 'needs'), ...rosters(rule.consults, 'consults')]
}

// A certificate's level and state are what most rules ask of it.
function factsIn(person: Person, programme: Programme, { month }: Context): readonly Evidence[] {
  const certificate = programme === 'disability-certificate' ? certificateOf(person, month) : null
  if (certificate) return [evidence(certificate.record, `${certificateWords(certificate)}，证${certificate.state}`)]
  return recordsIn(person, [programme]).map(onTheRoll)
}

function answersOf(
  rule: Rule,
  person: Person,
  context: Context,
  input: ScreeningInput,
): readonly RuleExplanation['answers'][number][] {
  if (rule.unit === 'delivery') return []
  if (rule.unit === 'person') {
    const listed = (programme: Programme) => person.links.some(({ record }) => record.programmes.includes(programme))
    const missing = rule.needs.find((group) => !group.some(listed))
    const answer: RuleAnswer = missing
      ? { state: 'not-concerned', missing }
      : answerOf(rule, person, context, input.settings)
    return [{ household: null, answer }]
  }
  const households = person.households.filter(({ system }) => rule.systems.includes(system))
  if (households.length === 0) return [{ household: null, answer: { state: 'not-concerned', missing: rule.systems } }]
  return households.map((household) => ({ household, answer: answerOf(rule, household, context, input.settings) }))
}

function answerOf(
  rule: PersonRule | HouseholdRule,
  subject: Person | Household,
  context: Context,
  settings: ScreeningInput['settings'],
): RuleAnswer {
  const stop = stopsBySubject(rule, context)?.(subject) ?? null
  if (stop !== null) return { state: 'stopped', reason: stopWords(stop) }
  const judged = judgeBy(rule, context, settings)(subject)
  if (judged === null) return clearOrCovered(rule, subject, context)
  if (judged.verdict === 'withheld') return { state: 'withheld', members: judged.members }
  if (judged.verdict === 'not-judged') return { state: 'not-judged', reason: judged.reason }
  const { about, hit, excuses } = judged
  const finding = findingOf(rule, about, hit, excuses.results, excuses.lowers && !excuses.applies)
  if (!excuses.applies) return { state: 'found', finding }
  return { state: 'excused', finding, by: excuses.results.filter(({ state }) => state === 'applies') }
}

// Judging clears a hit when somebody it covers stands in a roster that it claims to be without.
function clearOrCovered(rule: PersonRule | HouseholdRule, subject: Person | Household, context: Context): RuleAnswer {
  const outcome = (rule.check as (subject: unknown, context: Context) => Outcome)(subject, context)
  if (outcome === null || 'withheld' in outcome) return { state: 'clear' }
  const members = outcome.members ?? ('members' in subject ? subject.members : [subject])
  const programmes = (outcome.absentFrom ?? []).filter((programme) =>
    members.some((member) => mayStandIn(member, [programme]) === 'stands'),
  )
  return { state: 'covered', programmes }
}
