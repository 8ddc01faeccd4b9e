import { byCatalogue } from '../domain/finding.js'
import { byGravity } from '../domain/issue.js'
import type { Case } from './case.js'
import { compareCaseNumbers } from './case-number.js'

/** How much a township is sent in a month (doudi.yaml `maxCasesPerTownship`). */
export interface SendingLimit {
  /** New cases by township; null for all. */
  readonly most: number | null
  /** Those of towns.csv: cases of no known township stand in no township's book. */
  readonly townships: readonly string[]
}

/**
 * Numbers of the cases that stay with the county this month because a township is to get no more than so many new ones: the gravest go first,
 * then in the order of the catalogue and of the case numbers. What was sent in an earlier month (`sentBefore`) is never withdrawn and takes no
 * place of a new one. Empty when there is no limit. Pure; the order of the cases does not matter.
 */
export function keptBack(
  cases: readonly Case[],
  { most, townships }: SendingLimit,
  sentBefore: ReadonlySet<string>,
): ReadonlySet<string> {
  if (most === null) return new Set()
  const fresh = new Map(townships.map((township) => [township, new Map<string, Case>()]))
  // Two findings may share a case; it takes one place.
  for (const one of cases)
    if (one.asked && !sentBefore.has(one.number)) fresh.get(one.finding.township ?? '')?.set(one.number, one)
  const rest = [...fresh.values()].flatMap((own) => [...own.values()].sort(byUrgency).slice(most))
  return new Set(rest.map(({ number }) => number))
}

function byUrgency(a: Case, b: Case): number {
  return (
    byGravity(a.finding.severity, b.finding.severity) ||
    byCatalogue(a.finding.rule, b.finding.rule) ||
    compareCaseNumbers(a.number, b.number)
  )
}
