import type { Finding } from '../domain/finding.js'
import type { Person } from '../match/person.js'
import type { Rule } from './rule.js'
import type { Screening } from './screening.js'
import { inProgramme } from './standing.js'

/** Whether a case that this month did not find would have been found if it were still so, and the exception that answered it ('' when none did). */
export interface JudgedAgain {
  readonly judged: boolean
  readonly excuse: string
}

const unknown: JudgedAgain = { judged: false, excuse: '' }

/**
 * Answers, for the last finding of a case, what it means that this month has none. A rule that is off, was not judged at all or not for that
 * township or subject, or that withheld the subject, says nothing. A rule that compares with last month finds an event once: it is over only
 * when the person stands in the roster again.
 */
export function whetherJudged(
  screening: Screening,
  rules: readonly Rule[],
  persons: readonly Person[],
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
    if (rule.needsHistory) return isBack(last, byKey) ? { judged: true, excuse: '已恢复在册' } : unknown
    return { judged: true, excuse: '' }
  }
}

function excuseOf({ exceptions }: Finding): string {
  return exceptions
    .filter(({ state }) => state === 'applies')
    .map(({ title }) => title)
    .join('、')
}

function isBack({ personKey, memberKeys, evidence }: Finding, byKey: ReadonlyMap<string, Person>): boolean {
  const programmes = evidence.map(({ programme }) => programme)
  const keys = memberKeys.length > 0 ? memberKeys : [personKey ?? '']
  return keys.every((key) => {
    const person = byKey.get(key)
    return person !== undefined && inProgramme(person, programmes)
  })
}
