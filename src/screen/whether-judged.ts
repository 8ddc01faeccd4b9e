import type { Finding } from '../domain/finding.js'
import { coverage, type Programme } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import type { Rule } from './rule.js'
import type { SafetyStop } from './safety.js'
import type { Screening } from './screening.js'
import { inProgramme, mayStandIn, possibleRecordsIn } from './standing.js'

/** Whether a case that this month did not find would have been found if it were still so, and the exception that answered it ('' when none did). */
export interface JudgedAgain {
  readonly judged: boolean
  readonly excuse: string
}

const unknown: JudgedAgain = { judged: false, excuse: '' }

/**
 * Answers, for the last finding of a case, what it means that this month has none. A rule that is off, was not judged at all or not for that
 * township or subject, or that withheld the subject, says nothing; neither does it when the subject's rows are gone from a roster that the month's
 * `stops` say is short there, or when it is no longer sure that the rows which the case rests on are the subject's. A rule that compares with last
 * month finds an event once: it is over only when the person stands in the roster again.
 */
export function whetherJudged(
  screening: Screening,
  rules: readonly Rule[],
  persons: readonly Person[],
  stops: readonly SafetyStop[],
): (last: Finding) => JudgedAgain {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const silent = new Set(
    screening.rules.filter(({ state }) => state !== 'judged' && state !== 'partly').map(({ rule }) => rule),
  )
  const parts = new Set(screening.notJudged.map(({ rule, scope, subject }) => [rule, scope, subject ?? ''].join('\n')))
  const withheld = new Set(screening.withheld.map(({ rule, subject }) => [rule, subject].join('\n')))
  const excused = new Map(screening.suppressed.map((one) => [[one.rule, one.subject].join('\n'), excuseOf(one)]))
  const byKey = new Map(persons.map((person) => [person.key, person]))
  return (last) => {
    const rule = byId.get(last.rule)
    const subject = [last.rule, last.subject].join('\n')
    if (rule === undefined || silent.has(last.rule) || withheld.has(subject)) return unknown
    const excuse = excused.get(subject)
    if (excuse !== undefined) return { judged: true, excuse }
    if (parts.has([last.rule, 'rule', ''].join('\n'))) return unknown
    if (parts.has([last.rule, 'township', last.township ?? ''].join('\n'))) return unknown
    if (parts.has([last.rule, last.unit, last.subject].join('\n'))) return unknown
    if (isCutOff(last, stops, byKey)) return unknown
    if (rule.needsHistory) return isBack(last, byKey) ? { judged: true, excuse: '已恢复在册' } : unknown
    if (isDoubtful(last, byKey)) return unknown
    return { judged: true, excuse: '' }
  }
}

function excuseOf({ exceptions }: Finding): string {
  return exceptions
    .filter(({ state }) => state === 'applies')
    .map(({ title }) => title)
    .join('、')
}

// A rule that needs a roster only to know whom to ask runs on when it is short: whoever the rows left out are of was not asked about.
function isCutOff(last: Finding, stops: readonly SafetyStop[], byKey: ReadonlyMap<string, Person>): boolean {
  if (last.unit === 'delivery') return false
  const programmes = programmesOf(last)
  return stops.some(
    ({ programme, township }) =>
      programmes.includes(programme) &&
      (township === null || township === last.township) &&
      keysOf(last).every((key) => !byKey.get(key)?.rosters.has(programme)),
  )
}

// A number that came damaged this month leaves its row with the person, but not surely: that he is off the roster may not be said. Faults of the
// rows are found whosever they are.
function isDoubtful(last: Finding, byKey: ReadonlyMap<string, Person>): boolean {
  if (last.kind === '数据') return false
  const programmes = new Set(programmesOf(last))
  return keysOf(last).some((key) => {
    const person = byKey.get(key)
    return person !== undefined && [...programmes].some((each) => mayStandIn(person, [each]) === 'uncertain')
  })
}

// Any support takes the place of another; of what is paid beside it each is owed for itself.
function isBack(last: Finding, byKey: ReadonlyMap<string, Person>): boolean {
  const programmes = programmesOf(last)
  const support = programmes.filter((programme) => (coverage as readonly Programme[]).includes(programme))
  const payments = programmes.filter((programme) => !support.includes(programme))
  return keysOf(last).every((key) => {
    const person = byKey.get(key)
    if (person === undefined || (support.length > 0 && !stands(person, support))) return false
    return payments.every((programme) => stands(person, [programme]))
  })
}

// Who has no usable number is known by his rows alone, so that they are his.
function stands(person: Person, list: readonly Programme[]): boolean {
  return inProgramme(person, list) || (person.idNumber === null && possibleRecordsIn(person, list).length > 0)
}

function programmesOf({ evidence }: Finding): readonly Programme[] {
  return evidence.map(({ programme }) => programme)
}

function keysOf({ personKey, memberKeys }: Finding): readonly string[] {
  return memberKeys.length > 0 ? memberKeys : [personKey ?? '']
}
