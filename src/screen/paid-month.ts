import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import { field, recordsIn } from './standing.js'

/** The month that a row says it pays for, in its own column or as 补发 in the remark (the last of several); null where it names none. */
export function paidMonthOf(record: PersonRecord): Month | null {
  const remarked = field(record, 'backPaid')
  return field(record, 'dataMonth') ?? (remarked === '补发' ? null : remarked)
}

/** Whether a row says that it is 补发 without saying for which month. */
export function paysUnnamedMonth(record: PersonRecord): boolean {
  return field(record, 'backPaid') === '补发' && field(record, 'dataMonth') === null
}

/** The programmes of `list` in which some row of the person does not say that it pays for a month up to `month` only. */
export function paidAfter(person: Person, list: readonly Programme[], month: Month): Programme[] {
  return list.filter((programme) => {
    const months = recordsIn(person, [programme]).map(paidMonthOf)
    return months.length === 0 || months.some((paid) => paid === null || paid > month)
  })
}
