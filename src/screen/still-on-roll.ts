import { rowWords } from '../domain/issue.js'
import { addMonths, type Month } from '../domain/month.js'
import { disabilitySubsidies, nearSupport, type Programme, programmeNames } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { recordsIn } from './standing.js'
import { supportOfLiving } from './support-of-living.js'

const payments: readonly Programme[] = [
  ...new Set<Programme>([...supportOfLiving, ...disabilitySubsidies, ...nearSupport]),
]

/**
 * Where persons are still enrolled in `month` although they should be gone since `gone`: programme, file and row of each, or null when nothing
 * is, or when the month still lies within the lag. `any` and `support` mean everything that pays or supports; a list limits it to programmes
 * of the case that do so.
 */
export function stillOnRoll(
  persons: readonly Person[],
  programmes: readonly Programme[] | 'any' | 'support',
  gone: Month,
  month: Month,
  lagMonths: number,
): string | null {
  if (month <= addMonths(gone, lagMonths)) return null
  const wanted = typeof programmes === 'string' ? payments : payments.filter((one) => programmes.includes(one))
  const rows = persons.flatMap((person) => recordsIn(person, wanted))
  if (rows.length === 0) return null
  return rows
    .slice(0, 3)
    .map(({ programmes: stood, origin }) => `${programmeNames(stood)}（${rowWords(origin)}）`)
    .join('、')
}
