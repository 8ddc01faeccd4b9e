import type { Evidence } from '../../domain/finding.js'
import { monthsBetween } from '../../domain/month.js'
import { type Programme, programmeNames } from '../../domain/programme.js'
import { monthsOf, type StandardKey } from '../../domain/standards.js'
import type { Person } from '../../match/person.js'
import type { Context } from '../rule.js'
import { evidence, inProgramme, mayStandIn, onTheRoll, recordsIn } from '../standing.js'
import { type Field, shownValue } from './field.js'
import { ownRuleField } from './fields.js'
import { type Bound, type Condition, type TestWord, testWords } from './own-rule.js'
import { isHousehold, type Subject, type Value } from './reading.js'

/** What a condition makes of a subject. `unknown` when a blank cell or a doubtful row leaves it open: the rule is 未判定 for this subject. */
type Finding =
  | { readonly truth: 'holds'; readonly evidence: readonly Evidence[]; readonly absentFrom: readonly Programme[] }
  | { readonly truth: 'fails' }
  | { readonly truth: 'unknown'; readonly reason: string }

/** A condition made ready: asks one subject. */
export type Judge = (subject: Subject, context: Context) => Finding

const fails: Finding = { truth: 'fails' }
const holds = (proof: readonly Evidence[] = [], absentFrom: readonly Programme[] = []): Finding => {
  return { truth: 'holds', evidence: proof, absentFrom }
}

/**
 * Makes a checked condition ready. A `not` is carried inwards to the single tests, so that each of them knows whether it claims that something is
 * there or that it is absent: absence is claimed only where nobody who may be the subject stands.
 */
export function judgeOf(condition: Condition, negated = false): Judge {
  const { all, any, not, field } = condition
  if (not) return judgeOf(not, !negated)
  if (all || any) {
    const parts = (all ?? any ?? []).map((part) => judgeOf(part, negated))
    return (all !== undefined) !== negated ? everyPart(parts) : somePart(parts)
  }
  const [some, every] = [condition['any-member'], condition['every-member']]
  if (some || every) {
    const member = judgeOf((some ?? every) as Condition, negated)
    return (every !== undefined) !== negated ? everyMember(member) : someMember(member)
  }
  if (field !== undefined) return testOf(ownRuleField(field) as Field, condition, negated)
  const inside = condition['in-programme']
  const list = inside ?? condition['not-in-programme'] ?? []
  return (inside !== undefined) !== negated ? standsIn(list) : standsInNone(list)
}

function everyPart(parts: readonly Judge[]): Judge {
  return (subject, context) => {
    const proofs: Extract<Finding, { truth: 'holds' }>[] = []
    let open: Finding | null = null
    for (const part of parts) {
      const found = part(subject, context)
      if (found.truth === 'fails') return fails
      if (found.truth === 'holds') proofs.push(found)
      else open ??= found
    }
    return open ?? joined(proofs)
  }
}

function somePart(parts: readonly Judge[]): Judge {
  return (subject, context) => strongest(parts.map((part) => part(subject, context)))
}

// What holds of one member only is proved by that member; that others stand in a roster or not is no business of it.
function someMember(member: Judge): Judge {
  return (subject, context) => strongest(membersOf(subject).map((each) => settled(member(each, context), each)))
}

function everyMember(member: Judge): Judge {
  return (subject, context) =>
    everyPart(membersOf(subject).map((each) => () => settled(member(each, context), each)))(subject, context)
}

function settled(found: Finding, member: Person): Finding {
  if (found.truth !== 'holds') return found
  const standing = found.absentFrom.map((programme) => ({ programme, standing: mayStandIn(member, [programme]) }))
  if (standing.some((each) => each.standing === 'stands')) return fails
  const doubtful = standing.filter((each) => each.standing === 'uncertain').map(({ programme }) => programme)
  if (doubtful.length > 0)
    return { truth: 'unknown', reason: `户内有人可能在${programmeNames(doubtful)}名册（号码待核），不能断定` }
  return holds(found.evidence)
}

// All that hold are proof; otherwise what is open stays open.
function strongest(found: readonly Finding[]): Finding {
  const proofs = found.filter((each) => each.truth === 'holds')
  if (proofs.length > 0) return joined(proofs)
  return found.find((each) => each.truth === 'unknown') ?? fails
}

function joined(proofs: readonly Extract<Finding, { truth: 'holds' }>[]): Finding {
  return holds(
    proofs.flatMap((proof) => proof.evidence),
    [...new Set(proofs.flatMap((proof) => proof.absentFrom))],
  )
}

function membersOf(subject: Subject): readonly Person[] {
  return isHousehold(subject) ? subject.members : [subject]
}

function standsIn(list: readonly Programme[]): Judge {
  return (subject) => {
    const rows = membersOf(subject).flatMap((member) => recordsIn(member, list))
    return rows.length === 0 ? fails : holds(rows.map(onTheRoll))
  }
}

// Who may hide there is the runner's question (`absentFrom`), as for every rule.
function standsInNone(list: readonly Programme[]): Judge {
  return (subject) => (membersOf(subject).some((member) => inProgramme(member, list)) ? fails : holds([], list))
}

function testOf(field: Field, condition: Condition, negated: boolean): Judge {
  const word = testWords.find((each) => condition[each] !== undefined) as TestWord
  if (word === 'present' || word === 'missing') return filledTest(field, (word === 'present') !== negated)
  const fits = comparison(field, condition, word)
  return (subject, context) => {
    const reading = field.read(subject, context)
    if (reading.state === 'known') {
      if (fits(reading.value, context) === negated) return fails
      const fact = `${field.title} ${shownValue(field, reading.value)}${field.measure && ` ${field.measure}`}`
      return holds(reading.record ? [evidence(reading.record, fact)] : [])
    }
    if (reading.state === 'none') return negated ? holds() : fails
    // A doubtful row neither proves nor clears.
    if (reading.state === 'doubtful' && !negated) return fails
    return { truth: 'unknown', reason: reading.reason }
  }
}

function filledTest(field: Field, filled: boolean): Judge {
  return (subject, context) => {
    const reading = field.read(subject, context)
    if (reading.state === 'doubtful') return filled ? fails : { truth: 'unknown', reason: reading.reason }
    if ((reading.state === 'known') !== filled) return fails
    if (reading.state !== 'known') return holds()
    return holds(
      reading.record ? [evidence(reading.record, `${field.title}：${shownValue(field, reading.value)}`)] : [],
    )
  }
}

type Fits = (value: Value, context: Context) => boolean

function comparison(field: Field, condition: Condition, word: TestWord): Fits {
  const span = condition['months-since']
  if (span) {
    return (value, { month }) => {
      const months = monthsBetween(String(value), month)
      return (
        months >= (span['at-least'] ?? Number.NEGATIVE_INFINITY) &&
        months <= (span['at-most'] ?? Number.POSITIVE_INFINITY) &&
        months > (span.more ?? Number.NEGATIVE_INFINITY) &&
        months < (span.less ?? Number.POSITIVE_INFINITY)
      )
    }
  }
  if (condition.contains) {
    const words = condition.contains
    return (value) => words.some((each) => String(value).includes(each))
  }
  if (condition.in) {
    const values = new Set<Value>(condition.in.map((each) => inner(field, each)))
    return (value) => values.has(value)
  }
  const bound = condition[word] as Bound
  const compare = orders[word as keyof typeof orders]
  return (value, context) => compare(value, boundIn(field, bound, context))
}

const orders = {
  equals: (value: Value, bound: Value) => value === bound,
  'at-least': (value: Value, bound: Value) => value >= bound,
  'at-most': (value: Value, bound: Value) => value <= bound,
  more: (value: Value, bound: Value) => value > bound,
  less: (value: Value, bound: Value) => value < bound,
} as const

function boundIn(field: Field, bound: Bound, context: Context): Value {
  if (typeof bound !== 'object') return inner(field, bound)
  const row = context.standard(bound.standard)
  if (field.type !== 'money') return row.value * bound.times
  // Twelve times the month of a yearly standard is that standard, not twelve rounded months.
  return Math.round((row.value * 100 * bound.times) / monthsOf(row))
}

/** A value as the rule writes it, as the field keeps it: yuan become fen. */
export function inner(field: Pick<Field, 'type'>, written: Value): Value {
  return field.type === 'money' ? Math.round(Number(written) * 100) : written
}

/** Every standard that the condition compares with, once each. */
export function standardsOf(condition: Condition): readonly StandardKey[] {
  const bounds = singles(condition).flatMap((single) => testWords.map((word) => single[word]))
  const keys = bounds.flatMap((bound) => (typeof bound === 'object' && 'standard' in bound ? [bound.standard] : []))
  return [...new Set(keys)]
}

/** The single tests and programme questions of a condition, in their order, and whether each stands under an odd number of `not`. */
export function singles(condition: Condition, negated = false): readonly (Condition & { readonly negated: boolean })[] {
  const { all, any, not } = condition
  if (not) return singles(not, !negated)
  const parts = [...(all ?? any ?? []), condition['any-member'], condition['every-member']].filter(
    (each) => each !== undefined,
  )
  return parts.length > 0 ? parts.flatMap((part) => singles(part, negated)) : [{ ...condition, negated }]
}
