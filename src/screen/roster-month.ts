import type { Month } from '../domain/month.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Context } from './rule.js'

/** The month a roster speaks of: that of its delivery, but never later than the judged one. */
export function rosterMonth(record: PersonRecord, context: Context): Month {
  const stated = context.deliveryOf(record)?.dataMonth ?? null
  return stated === null || stated > context.month ? context.month : stated
}
