import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import { rosterRows } from './standing.js'
import { supportOfLiving } from './support-of-living.js'

/** Somebody whom a roster pays into an account. */
export interface Payee {
  readonly person: Person
  readonly record: PersonRecord
}

/** The digits of an account that a row names; null where there are too few to be one, or some are hidden. */
export function accountOf({ bankAccount }: PersonRecord): string | null {
  if (bankAccount === null || isAccount.test(bankAccount)) return bankAccount
  const digits = bankAccount.replace(/[\s-]/g, '')
  return isAccount.test(digits) ? digits : null
}

const isAccount = /^\d{8,30}$/

/** Who is paid into which account, over the programmes that pay month by month, by the order of the rows. */
export function payeesByAccount(persons: readonly Person[]): ReadonlyMap<string, readonly Payee[]> {
  const payees = new Map<string, Payee[]>()
  for (const person of persons)
    for (const record of rosterRows(person, supportOfLiving)) {
      const account = accountOf(record)
      if (account === null) continue
      const list = payees.get(account)
      if (list) list.push({ person, record })
      else payees.set(account, [{ person, record }])
    }
  for (const list of payees.values()) if (list.length > 1) list.sort((a, b) => a.record.index - b.record.index)
  return payees
}
