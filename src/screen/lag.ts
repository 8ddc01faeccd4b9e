import { addMonths, type Day, monthOf, monthsBetween } from '../domain/month.js'
import type { Context, Exception } from './rule.js'

/**
 * The answer of an exception for what happened less than `lag.months` months ago, such as a certificate issued: `word` says what happened (发证) and
 * stands in the reason. Unchecked without a day, and for one that no export can know yet, which is mistyped.
 */
export function answerByLag(day: Day | null, word: string, context: Context): ReturnType<Exception<unknown>['test']> {
  if (day === null) return { state: 'unchecked', reason: `没有${word}日期` }
  if (isMistyped(monthOf(day), context)) return { state: 'unchecked', reason: `${word}日期 ${day} 还没有到，疑为录错` }
  return monthsBetween(monthOf(day), context.month) < context.setting('lag.months')
    ? { state: 'applies', reason: `${day} ${word}` }
    : { state: 'does-not-apply', reason: `${day} 已${word}` }
}

/** True for a month that a roster of the context's month cannot know of. Exports are made until the month after. */
export function isMistyped(month: string, context: Context): boolean {
  return month > addMonths(context.month, 1)
}
