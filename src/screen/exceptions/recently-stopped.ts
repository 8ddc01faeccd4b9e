import { type Month, monthsBetween } from '../../domain/month.js'
import type { Household } from '../../match/person.js'
import { coversHousehold, type Departure, endsLesserSupportOnly } from '../departures.js'
import { isMistyped } from '../lag.js'
import type { Exception } from '../rule.js'
import { mayHaveRow, recordsOf } from '../standing.js'

/** 刚停保: the poverty system may still say 低保 for `lag.months` months. */
export const recentlyStopped: Exception<Household> = {
  id: 'recently-stopped',
  title: '刚停保，扶贫数据滞后',
  consults: ['departure'],
  test: ({ members }, context) => {
    const stops = members.flatMap((member) =>
      recordsOf(member, 'departures')
        .filter(endsSupport)
        .map((record) => record.stopMonth),
    )
    const latest = stops
      .filter((month) => month !== null)
      .filter((month) => !isMistyped(month, context))
      .sort()
      .at(-1)
    const isRecent = (month: Month) => monthsBetween(month, context.month) <= context.setting('lag.months')
    if (latest !== undefined && isRecent(latest)) return { state: 'applies', reason: `${latest} 停保` }
    if (latest === undefined && stops.length > 0) return { state: 'unchecked', reason: '停保记录没有可用的停保月份' }
    const mayBeOne = (row: Departure) => endsSupport(row) && (row.stopMonth === null || isRecent(row.stopMonth))
    if (members.some((member) => mayHaveRow(member, 'departures', mayBeOne)))
      return { state: 'unchecked', reason: '停保汇总有停保记录疑似户内人员的，号码待核' }
    return { state: 'does-not-apply', reason: latest === undefined ? '没有停保记录' : `${latest} 已停保` }
  },
}

// Neither a subsidy that ended nor the death of one member takes the household off the roll.
function endsSupport(record: Departure): boolean {
  return coversHousehold(record) && !endsLesserSupportOnly(record)
}
