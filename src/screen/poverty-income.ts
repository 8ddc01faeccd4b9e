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
  const own = statedIn(recordsOf(person, 'monitored-households')) ?? statedIn(recordsOf(person, 'registered-poor'))
  if (own !== null) return own
  const household = householdIn(person, povertyRosters)
  if (household === null) return null
  return statedIn(rowsOf(household, 'monitored-households')) ?? statedIn(rowsOf(household, 'registered-poor'))
}

function statedIn(rows: readonly { readonly incomePerCapitaFen: number | null }[]): number | null {
  for (const { incomePerCapitaFen } of rows) if (incomePerCapitaFen !== null) return incomePerCapitaFen
  return null
}

/** The line of 低保边缘, a head a year: the 低保 standard times the multiplier. */
export function marginalLineFen(allowance: Standard, multiplier: Standard): number {
  return Math.round(yearlyFen(allowance) * multiplier.value)
}
