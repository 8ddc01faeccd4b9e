import type { ExceptionResult } from '../domain/finding.js'
import { type Programme, programmeNames } from '../domain/programme.js'
import type { ScreeningSettings } from './context.js'
import type { Context, Exception, Rule } from './rule.js'

/** How the exceptions of a rule came out for one hit. */
export interface Excuses {
  readonly results: readonly ExceptionResult[]
  /** An exception answers the hit. */
  readonly applies: boolean
  /** An exception that this month's rosters should have answered could not be checked. */
  readonly lowers: boolean
}

/**
 * Tests every exception of a rule on the subjects that it hit. The policy for what cannot be checked: a roster that did not arrive, or a field
 * that is blank, lowers the hit one step (once, however many); a list that no roster of doudi answers, or that the county says it does not
 * hold, is printed as unchecked on every hit and lowers none, for then every hit would be lowered and nothing said.
 */
export function excuseBy<S>(
  exceptions: readonly Exception<S>[],
  context: Context,
  settings: ScreeningSettings,
): (subject: S) => Excuses {
  const tests = exceptions.map((exception) => testBy(exception, context, settings))
  return (subject) => {
    let applies = false
    let lowers = false
    const results = tests.map(({ test, canLower }) => {
      const result = test(subject)
      if (result.state === 'applies') applies = true
      if (result.state === 'unchecked' && canLower) lowers = true
      return result
    })
    return { results, applies, lowers }
  }
}

interface Test<S> {
  readonly test: (subject: S) => ExceptionResult
  /** Whether a subject for whom it could not be checked is lowered for that. */
  readonly canLower: boolean
}

// Which rosters are there is the same for every subject.
function testBy<S>(exception: Exception<S>, context: Context, settings: ScreeningSettings): Test<S> {
  const resultOf = sharedResults(exception)
  const missing = exception.consults.filter((programme) => !context.delivered(programme))
  const foreign = notHeld(exception, settings)
  const absent =
    missing.length > 0
      ? `本月没有收到${programmeNames(missing)}名册`
      : foreign.length > 0
        ? `本县没有${programmeNames(foreign)}名册`
        : null
  return {
    test: (subject) => {
      const { state, reason } = exception.test(subject, context)
      return absent === null || state === 'applies' ? resultOf(state, reason) : resultOf('unchecked', absent)
    },
    canLower: missing.length > 0 || (foreign.length === 0 && !exception.unanswerable),
  }
}

// A county keeps several results with each of its findings, but few that differ: equal ones are one object.
function sharedResults({ id, title }: Pick<Exception<never>, 'id' | 'title'>) {
  const known = { applies: new Map(), 'does-not-apply': new Map(), unchecked: new Map() }
  return (state: ExceptionResult['state'], reason: string): ExceptionResult => {
    const byReason: Map<string, ExceptionResult> = known[state]
    let result = byReason.get(reason)
    if (!result) {
      result = { exception: id, title, state, reason }
      byReason.set(reason, result)
    }
    return result
  }
}

/** Titles of the exceptions that this month's rosters cannot answer for anybody. */
export function uncheckedTitles(
  exceptions: Rule['exceptions'],
  context: Context,
  settings: ScreeningSettings,
): readonly string[] {
  return exceptions
    .filter(
      (exception) =>
        exception.unanswerable ||
        exception.consults.some((programme) => !context.delivered(programme)) ||
        notHeld(exception, settings).length > 0,
    )
    .map((exception) => exception.title)
}

function notHeld(exception: Pick<Exception<never>, 'consults'>, settings: ScreeningSettings): readonly Programme[] {
  return exception.consults.filter((programme) => settings.notHeld.includes(programme))
}
