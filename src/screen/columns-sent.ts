import type { PersonRecord } from '../ingest/source.js'
import type { Context } from './rule.js'

/** Whether the sheet that a record came in has a column for the field: a blank cell says something, a missing column does not. */
export function hasColumn(record: PersonRecord, field: string, context: Context): boolean {
  const columns = context.deliveryOf(record)?.columns
  return columns === undefined || field in columns
}
