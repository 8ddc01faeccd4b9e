import { addMonths, type Month } from '../domain/month.js'
import { isSupport, type Programme } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { speaksOf } from './departures.js'
import type { ProgrammeCounts } from './safety.js'
import { inProgramme, recordsOf } from './standing.js'
import { statedStop } from './stated-stop.js'
import { townshipIn } from './turns.js'

/**
 * How many of those who left a roster since last month the lists tell of, by programme and the township they stood in: by their exact number, in a
 * death row, in a departure row of this month or the last that speaks of that programme, or in the roster itself as stopped. A list explains nobody whom
 * it does not name.
 */
export function explainedLosses(persons: readonly Person[], month: Month): ProgrammeCounts {
  const counts: Partial<Record<Programme, Record<string, number>>> = {}
  for (const person of persons) {
    const left = leftBy(person)
    if (left.length === 0) continue
    const died = inProgramme(person, ['death'])
    const departures = recordsOf(person, 'departures').filter(({ stopMonth }) => isOfThisMonth(stopMonth, month))
    for (const programme of left) {
      const isTold =
        died ||
        departures.some((row) => row.reason === '死亡' || speaksOf(row, programme)) ||
        statedStop(person, [programme]) !== null
      if (!isTold) continue
      const township = townshipIn(person.past.filter(({ programmes }) => programmes.includes(programme)))
      if (township === null) continue
      const known = counts[programme] ?? {}
      counts[programme] = known
      known[township] = (known[township] ?? 0) + 1
    }
  }
  return counts
}

// The programmes of support that named the person last month and do not now.
function leftBy({ past, rosters }: Person): readonly Programme[] {
  const left: Programme[] = []
  for (const { programmes } of past)
    for (const programme of programmes)
      if (!rosters.has(programme) && isSupport(programme) && !left.includes(programme)) left.push(programme)
  return left
}

// Offices enter the last month that was paid, or the first that was not. The list goes on over years, and a row without a month may be old.
function isOfThisMonth(stopMonth: Month | null, month: Month): boolean {
  return stopMonth !== null && stopMonth >= addMonths(month, -1) && stopMonth <= month
}
