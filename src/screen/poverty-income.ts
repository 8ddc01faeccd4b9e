import { povertyRosters } from '../domain/programme.js'
import { type Standard, yearlyFen } from '../domain/standards.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import { householdIn, recordsOf, rowsOf } from './standing.js'

/** What the poverty system says that the household of somebody poor or at risk lives on. */
export interface PovertyIncome {
  /** The row that makes the person one of a monitored household whose risk is open, or else of a poor one. */
  readonly row: PersonRecord
  /** A head a year; null where neither the person's rows nor the household's give it. */
  readonly fen: number | null
}

/** The yearly income per head of the person's monitored or poor household, which may stand in the head's row only; null for who is in neither. */
export function povertyIncomeOf(person: Person): PovertyIncome | null {
  const monitored = recordsOf(person, 'monitored-households').filter((row) => row.riskCleared === '未消除')
  const [row] = [...monitored, ...recordsOf(person, 'registered-poor')]
  return row ? { row, fen: incomeOf(person) } : null
}

function incomeOf(person: Person): number | null {
  const own = [...recordsOf(person, 'monitored-households'), ...recordsOf(person, 'registered-poor')]
  const household = householdIn(person, povertyRosters)
  const rows = household ? [...rowsOf(household, 'monitored-households'), ...rowsOf(household, 'registered-poor')] : []
  return [...own, ...rows].map((row) => row.incomePerCapitaFen).find((income) => income !== null) ?? null
}

/** The line of 低保边缘, a head a year: the 低保 standard times the multiplier. */
export function marginalLineFen(allowance: Standard, multiplier: Standard): number {
  return Math.round(yearlyFen(allowance) * multiplier.value)
}
