import type { Person } from '../../match/person.js'
import { certificateInForce, isSevere } from '../certificate.js'
import { familyOf, familyRosters, holderOf, otherPayees } from '../other-payees.js'
import type { Context, Exception } from '../rule.js'
import { ageOf, field, rosterRows } from '../standing.js'
import { supportOfLiving } from '../support-of-living.js'

// Why an account may stand for several people, or for another name than the recipient's (domain C16).

/** 一卡通统一户: all who share the account are one family, in whatever roster lists them together. */
export const oneFamily: Exception<Person> = {
  id: 'one-family',
  title: '同一家庭统一发放',
  consults: familyRosters,
  test: (person, context) => {
    const others = sharers(person, context)
    const family = new Set(familyOf(person))
    return others.length > 0 && others.every((other) => family.has(other))
      ? { state: 'applies', reason: '其他名册列为同户' }
      : { state: 'does-not-apply', reason: '没有名册把他们列为同户' }
  },
}

/** 监护人代领: a minor or severely disabled person is paid into somebody else's account. */
export const guardianCollects: Exception<Person> = {
  id: 'guardian-collects',
  title: '未成年或重残由监护人代领',
  consults: ['disability-certificate'],
  test: (person, context) => {
    if (rosterRows(person, supportOfLiving).some((record) => holderOf(person, record) === 'dead'))
      return { state: 'does-not-apply', reason: '户名的家人已死亡，不能代领' }
    const others = sharers(person, context)
    const cared =
      needsGuardian(person, context) || (others.length > 0 && others.every((each) => needsGuardian(each, context)))
    if (cared) return { state: 'applies', reason: '领取人未成年或重度残疾' }
    return holderIsGuardian(person)
      ? { state: 'applies', reason: '户名为名册登记的监护人或照料人' }
      : { state: 'does-not-apply', reason: '领取人已成年且无重度残疾' }
  },
}

function sharers(person: Person, context: Context): readonly Person[] {
  return rosterRows(person, supportOfLiving).flatMap((record) =>
    otherPayees(person, record, context).map((payee) => payee.person),
  )
}

function needsGuardian(person: Person, { month }: Context): boolean {
  const age = ageOf(person, month)
  const certificate = certificateInForce(person, month)
  return (age !== null && age < 18) || (certificate !== null && isSevere(certificate))
}

function holderIsGuardian(person: Person): boolean {
  return rosterRows(person, supportOfLiving).some((record) => {
    const holder = field(record, 'accountHolder')
    return holder !== null && (holder === field(record, 'guardian') || holder === field(record, 'carer'))
  })
}
