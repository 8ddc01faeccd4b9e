import { byCatalogue, type FindingKind } from '../domain/finding.js'
import type { Severity } from '../domain/issue.js'
import type { Case } from '../track/case.js'
import { groupBy } from './group.js'
import type { Report } from './report.js'

/** Kinds of cases that townships get a sheet of; findings about data go to the departments. */
export const townshipKinds: readonly FindingKind[] = ['漏保', '脱保', '错保', '补贴', '留守']

const severities: readonly Severity[] = ['high', 'medium', 'low', 'note']

/**
 * Numbers of the cases that stay with the county this month because a township is to get no more than `maxCasesPerTownship` new ones: the gravest
 * go first, then in the order of the catalogue and of the case numbers. What was sent in an earlier month (it was answered, or `sentBefore`
 * names it) is never withdrawn and takes no place of a new one. Empty when there is no limit.
 */
export function keptBack({ cases, settings, townships, sentBefore }: KeptBackGround): ReadonlySet<string> {
  const limit = settings.maxCasesPerTownship
  if (limit === null) return new Set()
  const known = new Set(townships)
  const fresh = cases.filter((one) => {
    const { asked, number, finding } = one
    const forTownship = townshipKinds.includes(finding.kind) && known.has(finding.township ?? '')
    return asked && forTownship && finding.audience !== 'county' && !wasAnswered(one) && !sentBefore?.has(number)
  })
  const groups = [...groupBy(fresh, ({ finding }) => finding.township ?? '').values()]
  return new Set(groups.flatMap((group) => [...group].sort(byUrgency).slice(limit)).map(({ number }) => number))
}

type KeptBackGround = Pick<Report, 'cases' | 'settings' | 'townships' | 'sentBefore'>

// Whoever answered has had the question.
function wasAnswered({ answer, round, recheck }: Case): boolean {
  return answer !== null || round > 1 || recheck
}

function byUrgency(a: Case, b: Case): number {
  return (
    severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
    byCatalogue(a.finding.rule, b.finding.rule) ||
    (a.number < b.number ? -1 : 1)
  )
}
