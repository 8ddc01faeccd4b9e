import { accountDigits } from '../domain/written-number.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import { rosterRows } from './standing.js'
import { supportOfLiving } from './support-of-living.js'

/** Somebody whom a roster pays into an account. */
export interface Payee {
  readonly person: Person
  readonly record: PersonRecord
}

/**
 * Who is paid into which account, over the programmes that pay month by month, by the order of the rows. Only accounts into which more than one row
 * pays: nearly all have one, and no list is made for those.
 */
export function sharedAccounts(persons: readonly Person[]): ReadonlyMap<string, readonly Payee[]> {
  const first = new Map<string, Payee>()
  const shared = new Map<string, Payee[]>()
  for (const person of persons)
    for (const record of rosterRows(person, supportOfLiving)) {
      const account = accountDigits(record.bankAccount)
      if (account === null) continue
      const payee = { person, record }
      const known = first.get(account)
      const list = shared.get(account)
      if (list) list.push(payee)
      else if (known) shared.set(account, [known, payee])
      else first.set(account, payee)
    }
  for (const list of shared.values()) list.sort((a, b) => a.record.index - b.record.index)
  return shared
}
