import { addMonths, type Month } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { coversHousehold, type Departure } from '../departures.js'
import type { Context, Exception } from '../rule.js'
import { recordsOf } from '../standing.js'

/** 有停保或减员记录: the person's own, or the head's where the list names only the head of a household that was stopped as a whole. */
export const departureRecorded: Exception<Person> = {
  id: 'departure-recorded',
  title: '有停保或减员记录',
  consults: ['departure'],
  test: (person, context) => {
    const own = recordsOf(person, 'departures').find((record) => isRecent(record.stopMonth, context))
    const head = own ?? headsDeparture(person, context)
    if (!head) return { state: 'does-not-apply', reason: '停保及自然减员汇总查无记录' }
    const when = head.stopMonth ?? '停保月份未填'
    return { state: 'applies', reason: `${own ? '' : '户主'}停保记录：${head.reason ?? '原因未填'}，${when}` }
  },
}

function headsDeparture(person: Person, context: Context): Departure | undefined {
  const household = context.pastHouseholdOf(person)
  const head = household?.members.find((each) => each.idNumber !== null && each.idNumber === household.headIdNumber)
  if (!head || head === person) return undefined
  return recordsOf(head, 'departures').find((record) => isRecent(record.stopMonth, context) && coversHousehold(record))
}

// The list goes on over months: a stop long before the person stood in last month's roster says nothing of this month.
function isRecent(stopMonth: Month | null, context: Context): boolean {
  return stopMonth === null || stopMonth >= addMonths(context.previousMonth ?? context.month, -1)
}
