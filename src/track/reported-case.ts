import type { Finding } from '../domain/finding.js'
import { addMonths, type Month } from '../domain/month.js'
import type { ReportedBy } from '../domain/reported.js'
import type { Named } from './case.js'
import { openCases } from './case-opening.js'
import type { Database } from './database.js'
import { previousMonth } from './month-store.js'
import { addSightings } from './sighting-store.js'
import { addSteps } from './step-store.js'

/** A case that a visit, another office or the hot line reported. */
export interface ReportedCase {
  readonly finding: Finding
  readonly named: Named
  readonly report: ReportedBy
}

/**
 * Opens cases in the latest stored month and returns the numbers of those that were not known, in the order given. A person whose intact id only one
 * known person bears is linked to it.
 */
export async function openReported(
  database: Database,
  reported: readonly ReportedCase[],
  month: Month,
  now: () => Date,
): Promise<readonly string[]> {
  if (reported.length === 0) return []
  const keys = await keysByIdNumber(database, reported, month)
  const linked = reported.map((one) => ({
    ...one,
    finding: { ...one.finding, personKey: keys.get(one.named.idNumber ?? '') ?? null },
  }))
  const { numbers, opened } = await openCases(
    database,
    linked.map(({ finding }) => finding),
    month,
  )
  const fresh = new Set(opened.map(({ number }) => number))
  const byNumber = new Map<string, ReportedCase>()
  numbers.forEach((number, at) => {
    if (fresh.has(number) && !byNumber.has(number)) byNumber.set(number, linked[at] as ReportedCase)
  })
  const cases = [...byNumber]
  await addSightings(
    database,
    month,
    cases.map(([number, { finding, named }]) => ({ number, finding, named })),
  )
  const drafts = cases.map(([number, { report }]) => ({ number, month, content: { kind: 'opened' as const, report } }))
  await addSteps(database, drafts, now)
  return cases.map(([number]) => number)
}

async function keysByIdNumber(
  database: Database,
  reported: readonly ReportedCase[],
  month: Month,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(reported.flatMap(({ named }) => named.idNumber ?? []))
  if (wanted.size === 0) return new Map()
  const past = await previousMonth(database, addMonths(month, 1))
  const keys = new Map<string, Set<string>>()
  for (const { idNumber, personKey } of past?.records ?? []) {
    const value = idNumber?.value ?? null
    if (value === null || !wanted.has(value)) continue
    keys.set(value, (keys.get(value) ?? new Set()).add(personKey))
  }
  return new Map([...keys].flatMap(([value, found]) => (found.size === 1 ? [[value, [...found][0] as string]] : [])))
}
