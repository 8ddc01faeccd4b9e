import { compareText } from '../domain/compare-text.js'
import { disabilitySubsidies, type Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import { paidMonthOf, paysUnnamedMonth } from './paid-month.js'
import { rosterMonth } from './roster-month.js'
import type { Context } from './rule.js'
import { field, recordsIn } from './standing.js'

/** One subsidy that a month's rosters pay somebody more than once. */
export interface Repeated {
  readonly programme: Programme
  readonly month: string
  readonly rows: readonly PersonRecord[]
}

/** The person's repeated payments. Rows for different months are back payments and not the same payment twice; a row that says 停发 pays nothing. */
export function repeatedPayments(person: Person, context: Context): readonly Repeated[] {
  return disabilitySubsidies.flatMap((programme) => repeatedIn(person, programme, context))
}

function repeatedIn(person: Person, programme: Programme, context: Context): readonly Repeated[] {
  const records = recordsIn(person, [programme])
  if (records.length < 2) return []
  const byMonth = new Map<string, PersonRecord[]>()
  for (const record of records) {
    // Of a 补发 without its month nobody can say what it repeats.
    if (field(record, 'supportState') === '已停' || paysUnnamedMonth(record)) continue
    const month = paidMonthOf(record) ?? rosterMonth(record, context)
    byMonth.set(month, [...(byMonth.get(month) ?? []), record])
  }
  return [...byMonth]
    .filter(([, rows]) => rows.length > 1)
    .sort(([a], [b]) => compareText(a, b))
    .map(([month, rows]) => ({ programme, month, rows }))
}
