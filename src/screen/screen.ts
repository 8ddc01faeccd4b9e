import { byCatalogue, type NotJudged } from '../domain/finding.js'
import type { Programme } from '../domain/programme.js'
import type { Delivery } from '../ingest/delivery.js'
import type { Household, Person } from '../match/person.js'
import { contextOf, type ScreeningInput } from './context.js'
import { absentParts, withDeclaredLists } from './declared-lists.js'
import { uncheckedTitles } from './excuse.js'
import { compareFindings } from './finding-of.js'
import { gather, type Verdicts } from './gather.js'
import { type Indexes, indexesOf } from './indexes.js'
import { type Judged, judgeBy } from './judge.js'
import { type Blocked, stopsFor, stopWords, whyBlocked } from './readiness.js'
import { householdsInRowOrder } from './row-order.js'
import type { Context, HouseholdRule, PersonRule, Rule } from './rule.js'
import { allRules } from './rules/all.js'
import { missingDelivery, type SafetyStop } from './safety.js'
import type { RuleState, Screening } from './screening.js'
import { visitHouseholds, visitPersons } from './subjects.js'

/**
 * Judges every subject of the month by every rule. Pure: the same input gives the same findings in the same order, whatever the order of the
 * persons. What could not be judged is said rule by rule, township by township, person by person.
 */
export function screen(
  input: ScreeningInput,
  rules: readonly Rule[] = allRules,
  indexes: Indexes = indexesOf(input.persons),
): Screening {
  const context = contextOf(input, rules, indexes)
  const trials = rules.map((rule) => trialOf(withDeclaredLists(rule, input.settings), input, context))
  judgeAll(
    trials.filter(({ blocked }) => blocked === null),
    input,
    context,
    indexes,
  )
  const outcomes = trials.map((trial) => outcomeOf(trial, input, context))
  return {
    findings: outcomes.flatMap((outcome) => outcome.findings).sort(compareFindings),
    suppressed: outcomes.flatMap((outcome) => outcome.suppressed).sort(compareFindings),
    notJudged: outcomes.flatMap((outcome) => outcome.notJudged),
    rules: outcomes.map((outcome) => outcome.state).sort((a, b) => byCatalogue(a.rule, b.rule)),
    withheld: outcomes.flatMap((outcome) => outcome.withheld),
  }
}

/** A rule on its way over the subjects, with what it has made of them so far. */
interface Trial<R extends Rule = Rule> {
  readonly rule: R
  readonly blocked: Blocked | null
  /** The safety stop that keeps the rule away from a subject; null where none concerns the rule. */
  readonly stopOf: ((subject: Person | Household) => SafetyStop | null) | null
  readonly judge: ReturnType<typeof judgeBy>
  readonly judged: Judged[]
}

type RuleOutcome = Omit<Screening, 'rules'> & { readonly state: RuleState }

function trialOf(rule: Rule, { settings }: ScreeningInput, context: Context): Trial {
  const blocked = whyBlocked(rule, context, settings)
  const stopOf = rule.unit === 'delivery' ? null : stopsBySubject(rule, context)
  return { rule, blocked, stopOf, judge: judgeBy(rule, context, settings), judged: [] }
}

function judgeAll(trials: readonly Trial[], input: ScreeningInput, context: Context, indexes: Indexes): void {
  const ask = ({ judge, judged }: Trial, subject: Person | Household | Delivery) => {
    const verdict = judge(subject)
    if (verdict) judged.push(verdict)
  }
  const unlessStopped = (trial: Trial, subject: Person | Household) => {
    if (trial.stopOf === null || trial.stopOf(subject) === null) ask(trial, subject)
  }
  visitPersons(indexes.persons(), trials.filter(isOf('person')), unlessStopped)
  visitHouseholds(householdsInRowOrder(input.households), trials.filter(isOf('household')), unlessStopped)
  for (const trial of trials.filter(isOf('delivery')))
    for (const delivery of deliveriesOf(context)) ask(trial, delivery)
}

function isOf<Unit extends Rule['unit']>(unit: Unit) {
  return (trial: Trial): trial is Trial<Extract<Rule, { unit: Unit }>> => trial.rule.unit === unit
}

function outcomeOf({ rule, blocked, judged }: Trial, input: ScreeningInput, context: Context): RuleOutcome {
  if (blocked) return blockedOutcome(rule, blocked)
  const verdicts = gather(rule, judged, context)
  const absent = absentParts(rule, context, input.settings).map(
    (reason): NotJudged => ({ rule: rule.id, scope: 'rule', subject: null, reason }),
  )
  const notJudged = [...stoppedParts(rule, context), ...absent, ...verdicts.notJudged]
  return { ...verdicts, notJudged, state: stateOf(rule, input, context, verdicts, notJudged) }
}

function deliveriesOf(context: Context): readonly Delivery[] {
  const sent = new Set(context.deliveries.flatMap((delivery) => delivery.programmes))
  const missing = context.stops.filter((stop) => stop.township === null && !sent.has(stop.programme))
  return [...context.deliveries, ...missing.map((stop) => missingDelivery(stop.programme))]
}

/**
 * Gives the safety stop that keeps the rule away from a subject, or null: by township, or by the short roster that the subject stands in. Itself
 * null where no stop concerns the rule, as in nearly every month.
 */
export function stopsBySubject(
  rule: PersonRule | HouseholdRule,
  context: Context,
): ((subject: Person | Household) => SafetyStop | null) | null {
  const { townships, rosters } = stopsFor(rule, context.stops)
  if (townships.size === 0 && rosters.length === 0) return null
  return (subject) => {
    const places = placesOf(rule, subject)
    for (const township of places) {
      const stop = townships.get(township)
      if (stop !== undefined) return stop
    }
    const members = 'members' in subject ? subject.members : [subject]
    const short = rosters.find(
      (stop) =>
        (stop.township === null || places.includes(stop.township)) &&
        members.some((member) => standsByAnyLink(member, stop.programme)),
    )
    return short ?? null
  }
}

// Who is gone from this month's rosters stands in the township where last month had them.
function placesOf(rule: Rule, subject: Person | Household): readonly string[] {
  const past = rule.needsHistory && 'past' in subject ? subject.past.map((record) => record.place.township) : []
  return [subject.place.township, ...past].filter((township) => township !== null)
}

function standsByAnyLink(person: Person, programme: Programme): boolean {
  return person.links.some((link) => link.record.programmes.includes(programme))
}

function stoppedParts(rule: Rule, context: Context): NotJudged[] {
  const { townships, rosters } = stopsFor(rule, context.stops)
  const byTownship = [...townships].map(([township, stop]) => ({
    rule: rule.id,
    scope: 'township' as const,
    subject: township,
    reason: `${stopWords(stop)}，疑似导出不全，该乡镇未判定`,
  }))
  const byRoster = rosters.map((stop) => ({
    rule: rule.id,
    scope: stop.township === null ? ('rule' as const) : ('township' as const),
    subject: stop.township,
    reason: `${stopWords(stop)}，疑似导出不全，其在册人员未判定`,
  }))
  return [...byTownship, ...byRoster]
}

function blockedOutcome(rule: Rule, blocked: Blocked): RuleOutcome {
  const { id, title, kind } = rule
  return {
    findings: [],
    suppressed: [],
    withheld: [],
    notJudged: blocked.wanted ? [{ rule: id, scope: 'rule', subject: null, reason: blocked.reason }] : [],
    state: {
      rule: id,
      title,
      kind,
      state: blocked.off ? 'off' : 'not-judged',
      reason: blocked.reason,
      hits: 0,
      suppressed: 0,
      uncheckedExceptions: [],
    },
  }
}

function stateOf(
  rule: Rule,
  input: ScreeningInput,
  context: Context,
  verdicts: Verdicts,
  notJudged: readonly NotJudged[],
): RuleState {
  return {
    rule: rule.id,
    title: rule.title,
    kind: rule.kind,
    state: notJudged.length === 0 ? 'judged' : 'partly',
    reason: [...new Set(notJudged.map((part) => part.reason))].slice(0, 5).join('；'),
    hits: verdicts.findings.length,
    suppressed: verdicts.suppressed.length,
    uncheckedExceptions: uncheckedTitles(rule.exceptions, context, input.settings),
  }
}
