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
 * Tests every exception of the rule on a subject that it hit. The policy for what cannot be checked: a roster that did not arrive, or a field
 * that is blank, lowers the hit one step (once, however many); a list that no roster of doudi answers, or that the county says it does not
 * hold, is printed as unchecked on every hit and lowers none, for then every hit would be lowered and nothing said.
 */
export function excuse<S>(
  exceptions: readonly Exception<S>[],
  subject: S,
  context: Context,
  settings: ScreeningSettings,
): Excuses {
  let lowers = false
  const results = exceptions.map((exception): ExceptionResult => {
    const { id, title } = exception
    const answer = exception.test(subject, context)
    if (answer.state === 'applies') return { exception: id, title, ...answer }
    const missing = exception.consults.filter((programme) => !context.delivered(programme))
    if (missing.length > 0) {
      lowers = true
      return { exception: id, title, state: 'unchecked', reason: `本月没有收到${programmeNames(missing)}名册` }
    }
    const foreign = notHeld(exception, settings)
    if (foreign.length > 0)
      return { exception: id, title, state: 'unchecked', reason: `本县没有${programmeNames(foreign)}名册` }
    if (answer.state === 'unchecked' && !exception.unanswerable) lowers = true
    return { exception: id, title, ...answer }
  })
  return { results, applies: results.some((result) => result.state === 'applies'), lowers }
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
