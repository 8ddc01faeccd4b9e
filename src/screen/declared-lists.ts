import { type ExtraList, isExtraList, listTitle } from '../domain/extra-lists.js'
import type { Settings } from '../domain/settings.js'
import { accuses } from './judge.js'
import type { Context, Exception, Rule } from './rule.js'

/**
 * The rule as this county asks it: an exception that a declared list of doudi.yaml can answer consults that list like any roster, and an
 * accusation waits for it. A list that the county never declared stays what it was, a question for the township.
 */
export function withDeclaredLists<R extends Rule>(rule: R, { lists }: Pick<Settings, 'lists'>): R {
  const declared = new Set(lists.map(({ kind }) => kind))
  const exceptions = (rule.exceptions as readonly Exception<never>[]).map((exception) =>
    consulting(exception, declared),
  )
  if (exceptions.every((exception, position) => exception === rule.exceptions[position])) return rule
  const awaited = accuses(rule) ? exceptions.flatMap(({ consults }) => consults) : []
  return { ...rule, exceptions, consults: [...new Set([...rule.consults, ...awaited])] }
}

function consulting(exception: Exception<never>, declared: ReadonlySet<string>): Exception<never> {
  const own = (exception.lists ?? []).filter((kind) => declared.has(kind))
  if (own.length === 0) return exception
  const { unanswerable: _, ...answerable } = exception
  return { ...answerable, consults: [...exception.consults, ...own] }
}

/** The declared lists that the rule looks at and that did not come this month: that part of it is 未判定, in Chinese, one reason a list. */
export function absentParts(
  rule: Rule,
  { delivered }: Pick<Context, 'delivered'>,
  { lists }: Pick<Settings, 'lists'>,
): readonly string[] {
  const looksAt: readonly ExtraList[] = [...(rule.lists ?? []), ...rule.needs.flat().filter(isExtraList)]
  const declared = new Set(lists.map(({ kind }) => kind))
  return looksAt
    .filter((kind) => declared.has(kind) && !delivered(kind))
    .map((kind) => `本月没有收到${listTitle(kind)}，这一部分未判定`)
}
