import type { Evidence } from '../../domain/finding.js'
import type { Facts } from '../../domain/issue.js'
import type { Programme } from '../../domain/programme.js'
import type { Household, Person } from '../../match/person.js'
import { type Context, defineRule, type Hit, type Outcome, type Rule } from '../rule.js'
import { evidence, onTheRoll, recordsIn } from '../standing.js'
import { judgeOf, singles, standardsOf } from './condition.js'
import { exceptionsFor } from './exceptions.js'
import { namedFields } from './faults.js'
import { shownValue } from './field.js'
import { ownRuleField } from './fields.js'
import type { OwnRule } from './own-rule.js'
import { isHousehold, type Subject } from './reading.js'

const mostEvidence = 12

/**
 * Makes a rule of the catalogue's own type out of a checked own rule (`ownRuleFaults` found nothing): the same runner judges it, with the same
 * 未判定, exceptions and grades. Every roster whose absence could change the answer is consulted, so that a missing file never makes a finding.
 */
export function compileOwnRule(own: OwnRule): Rule {
  const { id, title, on, kind, severity, action, basis, from, until, unit } = own
  const needs = own.needs.length > 0 || unit === 'person' ? own.needs : [own.systems ?? []]
  const chosen = exceptionsFor(unit, [...new Set([...needs.flat(), ...standsWanted(own)])])
  const exceptions = own.exceptions.flatMap((each) => chosen.get(each) ?? [])
  const consults = consultsOf(
    own,
    needs.flat(),
    exceptions.flatMap((each) => each.consults),
  )
  const judge = judgeOf(own.condition)
  const check = (subject: Subject, context: Context): Outcome => {
    const found = judge(subject, context)
    if (found.truth === 'fails') return null
    if (found.truth === 'unknown') return { withheld: found.reason }
    return hitOf(own, subject, context, proofOf(found.evidence, subject, needs.flat()), found.absentFrom)
  }
  return defineRule({
    id,
    title,
    on,
    kind,
    severity,
    basis,
    action,
    needs,
    consults,
    standards: standardsOf(own.condition),
    exceptions,
    messages: { own: own.message },
    from,
    until,
    ...(own['cleared-by'] === undefined ? {} : { clearedBy: own['cleared-by'] }),
    // A 补贴 rule of a county may stop money as well as grant it, and nothing says which.
    ...(kind === '补贴' ? { accuses: true } : {}),
    ...(unit === 'person' ? { unit } : { unit, systems: own.systems ?? [] }),
    check: check as (subject: Person | Household, context: Context) => Outcome,
  } as Parameters<typeof defineRule>[0])
}

function standsWanted(own: OwnRule): readonly Programme[] {
  return singles(own.condition).flatMap((single) => (single.negated ? [] : (single['in-programme'] ?? [])))
}

// What the condition says is there may be taken from any of the rosters needed; all else has to have been delivered.
function consultsOf(own: OwnRule, needed: readonly Programme[], excusing: readonly Programme[]): readonly Programme[] {
  const asked = singles(own.condition).flatMap((single): readonly Programme[] => {
    const standing = single['in-programme'] ?? []
    const there = single.negated ? standing : standing.filter((programme) => !needed.includes(programme))
    return [...there, ...(single['not-in-programme'] ?? []), ...(ownRuleField(single.field ?? '')?.rosters ?? [])]
  })
  const named = [...namedFields(own.message), own.amount ?? ''].flatMap((id) => ownRuleField(id)?.rosters ?? [])
  const accusing = own.kind === '漏保' || own.kind === '数据' ? [] : excusing
  // What is the only roster of a need is asked for there.
  const alone = own.needs.filter((group) => group.length === 1).flat()
  return [...new Set([...own.consults, ...asked, ...named, ...accusing])].filter((each) => !alone.includes(each))
}

function hitOf(
  own: OwnRule,
  subject: Subject,
  context: Context,
  proof: readonly Evidence[],
  absentFrom: readonly Programme[],
): Hit {
  const amount = own.amount === undefined ? undefined : ownRuleField(own.amount)?.read(subject, context)
  return {
    message: 'own',
    facts: factsOf(namedFields(own.message), (id) => id, subject, context),
    evidence: proof,
    // Under their titles: whoever is asked again is told which of them has changed.
    fingerprint: factsOf(lastingFields(own), (id) => ownRuleField(id)?.title ?? id, subject, context),
    absentFrom,
    ...(amount?.state === 'known' ? { amountFen: amount.value as number } : {}),
  }
}

function factsOf(ids: readonly string[], nameOf: (id: string) => string, subject: Subject, context: Context): Facts {
  const shown = ids.map((id) => {
    const field = ownRuleField(id)
    const reading = field?.read(subject, context)
    return [nameOf(id), field && reading?.state === 'known' ? shownValue(field, reading.value) : '未填'] as const
  })
  return Object.fromEntries(shown)
}

// Tests of single members are not the household's own values.
function lastingFields(own: OwnRule): readonly string[] {
  const asked = singles(own.condition).flatMap(({ field }) => field ?? [])
  return [...new Set(asked)].filter((id) => {
    const field = ownRuleField(id)
    return field !== undefined && !field.drifts && (field.unit === 'both' || field.unit === own.unit)
  })
}

function proofOf(found: readonly Evidence[], subject: Subject, needed: readonly Programme[]): readonly Evidence[] {
  const rows = isHousehold(subject)
    ? subject.records.slice(0, 1).map((row) => evidence(row, '在册'))
    : recordsIn(subject, needed).map(onTheRoll)
  const proof = found.length > 0 ? found : rows
  const seen = new Set<string>()
  return proof
    .filter(({ fact, origin }) => {
      const key = [fact, origin.file, origin.sheet, origin.row].join('\t')
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, mostEvidence)
}
