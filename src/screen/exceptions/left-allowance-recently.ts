import { addMonths } from '../../domain/month.js'
import { allowance } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import { endsLesserSupportOnly } from '../departures.js'
import type { Exception } from '../rule.js'
import { pastRecordsIn, recordsOf } from '../standing.js'

/** 刚退出低保: the subsidy follows within `lag.months` months. */
export const leftAllowanceRecently: Exception<Person> = {
  id: 'left-allowance-recently',
  title: '刚退出低保',
  consults: ['departure'],
  test: (person, context) => {
    const earliest = addMonths(context.month, -context.setting('lag.months'))
    const stop = recordsOf(person, 'departures').find(
      (row) => row.stopMonth !== null && row.stopMonth >= earliest && !endsLesserSupportOnly(row),
    )
    if (stop) return { state: 'applies', reason: `${stop.stopMonth} 停保` }
    const last = pastRecordsIn(person, allowance).find((record) => record.month >= earliest)
    return last
      ? { state: 'applies', reason: `${last.month} 尚在低保名册` }
      : { state: 'does-not-apply', reason: '近期没有退出低保的记录' }
  },
}
