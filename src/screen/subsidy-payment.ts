import { disabilitySubsidies, type Programme, programmes } from '../domain/programme.js'
import { isMonthOf, monthlyFen, type Standard } from '../domain/standards.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import { certificateInForce } from './certificate.js'
import { ownAmount } from './monthly-amount.js'
import { paidMonthOf } from './paid-month.js'
import { rosterMonth } from './roster-month.js'
import type { Context } from './rule.js'
import { field, recordsIn } from './standing.js'

/** What a row of a subsidy roster pays, beside what the standard of the judged month would. */
export interface SubsidyPayment {
  readonly record: PersonRecord
  readonly programme: Programme
  readonly name: string
  /** By the federation's list, else by the row itself; null where neither says. */
  readonly level: number | null
  /** As the row states it; null when blank. */
  readonly paidFen: number | null
  /** null where the level decides and is not known. */
  readonly due: { readonly fen: number; readonly standard: Standard } | null
}

/** Every subsidy row of the person. Asks for the standards of both subsidies. */
export function subsidyPayments(person: Person, context: Context): readonly SubsidyPayment[] {
  const known = certificateInForce(person, context.month)?.level ?? null
  return disabilitySubsidies.flatMap((programme) =>
    recordsIn(person, [programme]).map((record): SubsidyPayment => {
      const level = known ?? Number(field(record, 'level') ?? Number.NaN)
      const graded = Number.isNaN(level) ? null : level
      const standard = standardFor(programme, graded, context)
      return {
        record,
        programme,
        name: programmes[programme],
        level: graded,
        paidFen: ownAmount(record, programme),
        due: standard && { fen: monthlyFen(standard), standard },
      }
    }),
  )
}

/**
 * The rows that pay something else than the standard, alone and together with the person's other rows of the same subsidy for the same month:
 * one payment is at times listed on two rows.
 */
export function differingPayments(person: Person, context: Context): readonly SubsidyPayment[] {
  const payments = subsidyPayments(person, context)
  if (!payments.some(differs)) return []
  const sums = new Map<string, number>()
  for (const payment of payments) {
    const key = paymentKey(payment, context)
    sums.set(key, (sums.get(key) ?? 0) + (payment.paidFen ?? 0))
  }
  return payments.filter((payment) => {
    const sum = sums.get(paymentKey(payment, context)) ?? 0
    return differs(payment) && !(payment.due && isMonthOf(payment.due.standard, sum))
  })
}

/**
 * Whether some of the person's money may stand in rows that are not surely theirs: a payment listed on two rows looks too small where one of the two has a
 * damaged number.
 */
export function mayHaveOtherRows({ links, candidates }: Person, programme: Programme): boolean {
  return (
    links.some(({ grade, record }) => grade !== 'exact' && record.programmes.includes(programme)) ||
    candidates.some(({ person }) => person.rosters.has(programme))
  )
}

function differs({ paidFen, due }: SubsidyPayment): boolean {
  return paidFen !== null && due !== null && !isMonthOf(due.standard, paidFen)
}

function paymentKey({ programme, record }: SubsidyPayment, context: Context): string {
  return `${programme} ${paidMonthOf(record) ?? rosterMonth(record, context)}`
}

function standardFor(programme: Programme, level: number | null, context: Context): Standard | null {
  if (programme === 'care-subsidy') return context.standard('subsidy.care')
  if (level === null) return null
  return context.standard(level <= 2 ? 'subsidy.living.1-2' : 'subsidy.living.3-4')
}
