import { addMonths, type Month } from '../domain/month.js'
import { isSupport, type Programme } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { speaksOf } from './departures.js'
import type { ProgrammeCounts } from './safety.js'
import { inProgramme, recordsOf } from './standing.js'
import { townshipIn } from './turns.js'

/**
 * How many of those who left a roster since last month the lists tell of, by programme and the township they stood in: by their exact number, in a
 * death row, or in a departure row of this month or the last that speaks of that programme. A list explains nobody whom it does not name.
 */
export function explainedLosses(persons: readonly Person[], month: Month): ProgrammeCounts {
  const counts: Partial<Record<Programme, Record<string, number>>> = {}
  for (const person of persons) {
    if (person.past.length === 0 || !inProgramme(person, tellingLists)) continue
    const died = inProgramme(person, ['death'])
    const departures = recordsOf(person, 'departures').filter(({ stopMonth }) => isOfThisMonth(stopMonth, month))
    if (!died && departures.length === 0) continue
    for (const programme of new Set(person.past.flatMap(({ programmes }) => programmes))) {
      if (person.rosters.has(programme) || !isSupport(programme)) continue
      if (!died && !departures.some((row) => row.reason === '死亡' || speaksOf(row, programme))) continue
      const township = townshipIn(person.past.filter(({ programmes }) => programmes.includes(programme)))
      if (township === null) continue
      const known = counts[programme] ?? {}
      counts[programme] = known
      known[township] = (known[township] ?? 0) + 1
    }
  }
  return counts
}

const tellingLists = ['death', 'departure'] as const

// Offices enter the last month that was paid, or the first that was not. The list goes on over years, and a row without a month may be old.
function isOfThisMonth(stopMonth: Month | null, month: Month): boolean {
  return stopMonth !== null && stopMonth >= addMonths(month, -1) && stopMonth <= month
}
