import { addMonths } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { mayEndAllowance } from '../departures.js'
import type { Exception } from '../rule.js'
import { recordsOf } from '../standing.js'

/** 已停保，名册滞后: the departure list stops the person's 低保 in these months, so the roster only lags behind (青神's 低保×社保). */
export const stopRecorded: Exception<Person> = {
  id: 'stop-recorded',
  title: '同月已停保',
  consults: ['departure'],
  test: (person, context) => {
    const earliest = addMonths(context.month, -context.setting('lag.months'))
    const stop = recordsOf(person, 'departures').find(
      (row) => row.stopMonth !== null && row.stopMonth >= earliest && mayEndAllowance(row),
    )
    return stop
      ? { state: 'applies', reason: `停保汇总：${stop.stopMonth} 停保` }
      : { state: 'does-not-apply', reason: '停保汇总没有近期停保记录' }
  },
}
