import type { Person } from '../match/person.js'
import type { ChangeContext, Turn } from './change.js'
import { sharesHousehold } from './exceptions/number-corrected.js'
import { possibleRecordsIn } from './standing.js'

/**
 * Someone who may be the person and who `did` the opposite in the same programme: a candidate of matching, or one of the same name and birth
 * date in the same household. Null when there is none.
 */
export function underOtherNumber(
  { person, programme, before, now }: Turn,
  context: ChangeContext,
  did: 'joined' | 'left',
): Person | null {
  const turnedRound = (other: Person): boolean => {
    const stood = other.past.some(({ programmes }) => programmes.includes(programme))
    const stands = possibleRecordsIn(other, [programme]).length > 0
    return did === 'joined' ? stands && !stood : stood && !stands
  }
  const possible = person.candidates.map((candidate) => candidate.person).find(turnedRound)
  if (possible) return possible
  const own = [...before, ...now]
  const rowsOf = (other: Person) => (did === 'joined' ? possibleRecordsIn(other, [programme]) : other.past)
  return (
    context
      .namesakes(person)
      .filter(turnedRound)
      .find((other) => rowsOf(other).some((row) => own.some((mine) => sharesHousehold(mine, row)))) ?? null
  )
}
