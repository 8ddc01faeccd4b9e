import type { Person } from '../match/person.js'
import type { ChangeContext } from './change.js'
import { deathMonthOf } from './death.js'
import { recentDeparture } from './departures.js'

/**
 * How the lists tell the person's death, in Chinese; null when none does. A death row that only probably is the person's counts and says so:
 * monthly lists of deaths have the head's number only.
 */
export function deathWords(person: Person, context: ChangeContext): string | null {
  const death = deathMonthOf(person)
  if (death) return `${death.by} ${death.record.diedOn ?? death.record.crematedOn}`
  const departure = recentDeparture(person, context, ({ reason }) => reason === '死亡')
  if (departure?.own)
    return `停保及自然减员汇总：死亡${departure.record.stopMonth ? `，${departure.record.stopMonth}` : ''}`
  const probable = person.links.some(
    ({ grade, record }) => grade !== 'exact' && grade !== 'conflict' && record.programmes.includes('death'),
  )
  return probable ? '殡葬名册有疑似同一人的死亡记录，请核实' : null
}
