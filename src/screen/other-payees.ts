import { allowance, type Programme, povertyRosters } from '../domain/programme.js'
import { accountDigits } from '../domain/written-number.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import type { Payee } from './bank-accounts.js'
import type { Context } from './rule.js'
import { field, inProgramme } from './standing.js'

/**
 * Those whom rosters pay into the same account as `record` pays `person`, one a household: people of other households of their own systems, by a
 * head's id or name that differs. The person's own rows and household are left out.
 */
export function otherPayees(person: Person, record: PersonRecord, context: Context): readonly Payee[] {
  const account = accountDigits(record.bankAccount)
  if (account === null) return []
  const payees = context.paidInto(account)
  if (payees.length === 0) return payees
  const seen = new Set([headOf({ person, record })])
  return payees.filter((payee) => {
    const head = headOf(payee)
    if (payee.person === person || isOfHousehold(payee.person, person, record) || seen.has(head)) return false
    seen.add(head)
    return true
  })
}

// Whose household the money goes to: the head's, or the person's own where the roster keeps no households.
function headOf({ person, record }: Payee): string {
  const home = person.households.find(({ system }) => system === record.system)
  return home?.head?.key ?? record.headIdNumber?.value ?? person.key
}

function isOfHousehold(other: Person, person: Person, { system }: PersonRecord): boolean {
  return person.households.some((home) => home.system === system && home.members.includes(other))
}

/** Rosters that show who is one family. */
export const familyRosters = [...allowance, ...povertyRosters] as const satisfies readonly Programme[]

/** Everybody whom one of those rosters lists in one household with the person, the person included. */
export function familyOf(person: Person): readonly Person[] {
  const homes = person.households.filter(({ system }) => (familyRosters as readonly Programme[]).includes(system))
  return [...new Set(homes.flatMap(({ members }) => members))]
}

/**
 * In whose name the account is that a row pays into: the person's own, of the living family, of a family member who has died, or of somebody else; null
 * when the row does not say. A name that somebody living of the family has too is theirs.
 */
export function holderOf(person: Person, record: PersonRecord): 'own' | 'family' | 'dead' | 'other' | null {
  const holder = field(record, 'accountHolder')
  if (holder === null) return null
  if (holder === person.name || holder === record.name) return 'own'
  const named = familyOf(person).filter((member) => member.name === holder)
  if (named.length === 0) return 'other'
  return named.every(isOnDeathList) ? 'dead' : 'family'
}

/** True when the death list holds the person. */
export function isOnDeathList(person: Person): boolean {
  return inProgramme(person, ['death'])
}
