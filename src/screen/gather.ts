import { compareText } from '../domain/compare-text.js'
import type { ExceptionResult, NotJudged } from '../domain/finding.js'
import { groupBy } from '../domain/group.js'
import type { Person } from '../match/person.js'
import { type About, findingOf } from './finding-of.js'
import type { Judged } from './judge.js'
import type { PastHousehold } from './past-household.js'
import type { Context, Hit, PersonRule, Rule } from './rule.js'
import type { Screening } from './screening.js'
import { graver } from './severity.js'

/** A rule's outcomes sorted by their fate. */
export type Verdicts = Omit<Screening, 'rules'>

type HitVerdict = Extract<Judged, { verdict: 'hit' }>

/** Makes findings of a rule's outcomes; hits of a whole household become one where the rule says so. */
export function gather(rule: Rule, judged: readonly Judged[], context: Context): Verdicts {
  const hits = judged.filter((each) => each.verdict === 'hit')
  const open = hits.filter((each) => !each.excuses.applies)
  const joined = rule.unit === 'person' && rule.wholeHousehold ? joinHouseholds(rule, open, context) : open
  const finding = (each: HitVerdict) =>
    findingOf(rule, each.about, each.hit, each.excuses.results, each.excuses.lowers && !each.excuses.applies)
  return {
    findings: joined.map(finding),
    suppressed: hits.filter((each) => each.excuses.applies).map(finding),
    notJudged: notJudgedOf(rule, judged),
    withheld: bySubject(judged.filter((each) => each.verdict === 'withheld')).map(({ about, members }) => ({
      rule: rule.id,
      subject: about.subject,
      memberKeys: members.map((member) => member.key),
    })),
  }
}

// By reason, in the order in which the reasons first come up.
function notJudgedOf(rule: Rule, judged: readonly Judged[]): readonly NotJudged[] {
  const lines = bySubject(judged.filter((one) => one.verdict === 'not-judged')).map(({ about, reason }): NotJudged => {
    const { unit, subject } = about
    return { rule: rule.id, scope: unit === 'delivery' ? 'rule' : unit, subject, reason }
  })
  return [...groupBy(lines, ({ reason }) => reason).values()].flat()
}

function bySubject<J extends Judged>(judged: readonly J[]): readonly J[] {
  return [...judged].sort((a, b) => compareText(a.about.subject, b.about.subject))
}

function joinHouseholds(rule: PersonRule, open: readonly HitVerdict[], context: Context): HitVerdict[] {
  const groups = new Map<string, { household: PastHousehold; hits: HitVerdict[] }>()
  const rest: HitVerdict[] = []
  for (const hit of open) {
    const household = context.pastHouseholdOf(hit.subject as Person)
    if (!household || household.members.some((member) => rule.wholeHousehold?.stays(member))) rest.push(hit)
    else if (groups.has(household.key)) groups.get(household.key)?.hits.push(hit)
    else groups.set(household.key, { household, hits: [hit] })
  }
  const whole = [...groups.values()].map(({ household, hits }) => joinedHit(rule, household, hits))
  return [...rest, ...whole]
}

function joinedHit(rule: PersonRule, household: PastHousehold, hits: readonly HitVerdict[]): HitVerdict {
  const ordered = [...hits].sort((a, b) => compareText(a.about.subject, b.about.subject))
  const members = ordered.map((each) => each.subject as Person)
  const isHead = (person: Person) => person.idNumber !== null && person.idNumber === household.headIdNumber
  const lead = (ordered.find((each) => isHead(each.subject as Person)) ?? ordered[0]) as HitVerdict
  if (ordered.length === 1) return lead
  const about: About = {
    ...lead.about,
    unit: 'household',
    subject: household.key,
    memberKeys: members.map((member) => member.key),
    householdNumber: household.number,
  }
  return { ...lead, about, hit: joinedFacts(rule, lead, ordered), excuses: joinedExcuses(ordered) }
}

function joinedFacts(rule: PersonRule, lead: HitVerdict, hits: readonly HitVerdict[]): Hit {
  const severityOf = ({ hit }: HitVerdict) => hit.severity ?? rule.severity
  const severity = hits.map(severityOf).reduce(graver)
  const { weighed, ...told } = lead.hit
  const why = hits.find((each) => severityOf(each) === severity)?.hit.weighed
  const amounts = hits.map((each) => each.hit.amountFen).filter((amount) => amount !== undefined)
  return {
    ...told,
    ...(why === undefined ? {} : { weighed: why }),
    message: rule.wholeHousehold?.message ?? lead.hit.message,
    facts: { ...lead.hit.facts, count: hits.length },
    evidence: hits.flatMap((each) => each.hit.evidence),
    severity,
    ...(amounts.length > 0 ? { amountFen: amounts.reduce((sum, amount) => sum + amount, 0) } : {}),
  }
}

// For the household an exception is as open as for its most doubtful member.
function joinedExcuses(hits: readonly HitVerdict[]): HitVerdict['excuses'] {
  const [first, ...others] = hits.map((each) => each.excuses)
  const results = (first?.results ?? []).map(
    (result, position): ExceptionResult =>
      result.state === 'unchecked'
        ? result
        : (others.map((each) => each.results[position]).find((other) => other?.state === 'unchecked') ?? result),
  )
  return { results, applies: false, lowers: hits.some((each) => each.excuses.lowers) }
}
