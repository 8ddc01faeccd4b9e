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

/**
 * The accounts into which several people are paid, over the programmes that pay month by month, with all of them by the order of the rows. Nearly
 * every account is one person's: whose rows name it is found out first, and lists are made for the others only.
 */
export function sharedAccounts(persons: readonly Person[]): ReadonlyMap<string, readonly Payee[]> {
  const shared = new Map<string, Payee[]>()
  const owners = new Map<string, Person>()
  for (const person of persons)
    for (const { record } of person.links) {
      const account = accountOf(record)
      if (account === null) continue
      const owner = owners.get(account)
      if (owner === undefined) owners.set(account, person)
      else if (owner !== person) shared.set(account, [])
    }
  if (shared.size === 0) return shared
  for (const person of persons) enterPayments(person, shared)
  for (const [account, payees] of shared) {
    payees.sort((a, b) => a.record.index - b.record.index)
    if (payees.every((payee) => payee.person === payees[0]?.person)) shared.delete(account)
  }
  return shared
}

function enterPayments(person: Person, shared: ReadonlyMap<string, Payee[]>): void {
  const listOf = (record: PersonRecord) => shared.get(accountOf(record) ?? '')
  if (!person.links.some(({ record }) => listOf(record) !== undefined)) return
  for (const record of rosterRows(person, supportOfLiving)) listOf(record)?.push({ person, record })
}
