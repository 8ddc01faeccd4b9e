import type { Month } from '../domain/month.js'
import type { PersonRecord } from '../ingest/source.js'
import { field } from './standing.js'

/** The month that a row says it pays for, in its own column or as 补发 in the remark (the last of several); null where it names none. */
export function paidMonthOf(record: PersonRecord): Month | null {
  const remarked = field(record, 'backPaid')
  return field(record, 'dataMonth') ?? (remarked === '补发' ? null : remarked)
}

/** Whether a row says that it is 补发 without saying for which month. */
export function paysUnnamedMonth(record: PersonRecord): boolean {
  return field(record, 'backPaid') === '补发' && field(record, 'dataMonth') === null
}
