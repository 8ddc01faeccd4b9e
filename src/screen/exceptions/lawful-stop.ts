import type { Household } from '../../match/person.js'
import { type Departure, supportStops } from '../departures.js'
import type { Exception } from '../rule.js'
import { recordsOf } from '../standing.js'

// Other rows or remarks of the same stop that give a reason for which no 渐退期 is due (domain T02).

/** 死亡、迁出、服刑. */
export const leftOrDied: Exception<Household> = {
  id: 'left-or-died',
  title: '死亡、迁出或服刑',
  consults: ['departure'],
  test: (household) => reasonGiven(household, ['死亡', '户籍迁移', '服刑'], /死亡|迁出|迁往|服刑(?!.{0,2}[兵服]役)/),
}

/** 财产超标或隐瞒收入查实. */
export const propertyFound: Exception<Household> = {
  id: 'property-found',
  title: '财产超标或隐瞒收入查实',
  consults: ['departure'],
  test: (household) => reasonGiven(household, ['财产超标'], /财产|车辆|房产|工商|隐瞒|瞒报/),
}

/** 主动申请退出: ends at once, with one to three months of 低保金 as a bonus. */
export const voluntaryExit: Exception<Household> = {
  id: 'voluntary-exit',
  title: '主动申请退出',
  consults: ['departure'],
  test: (household) => reasonGiven(household, ['主动退出'], /主动|自愿|申请退出/),
}

function reasonGiven(
  household: Household,
  reasons: readonly string[],
  remarks: RegExp,
): ReturnType<Exception<Household>['test']> {
  const records = household.members.flatMap((member) => recordsOf(member, 'departures'))
  const since = household.members
    .flatMap((member) => supportStops(member))
    .map(({ stopMonth }) => stopMonth ?? '')
    .sort()
    .at(-1)
  // The list goes on over years: what was said of an earlier stop does not answer the last one.
  const found = records
    .filter(({ stopMonth }) => stopMonth === null || since === undefined || stopMonth >= since)
    .find((record) => gives(record, reasons, remarks))
  return found
    ? { state: 'applies', reason: `停保汇总：${found.remark ?? found.reason ?? ''}` }
    : { state: 'does-not-apply', reason: '停保汇总没有写明' }
}

function gives({ reason, remark }: Departure, reasons: readonly string[], remarks: RegExp): boolean {
  return (reason !== null && reasons.includes(reason)) || (remark !== null && remarks.test(remark.replace(denials, '')))
}

// 财产未超标 and 未发现车辆 say that it was looked for and is not there.
const denials = new RegExp(
  [
    '[^，,、。；;]*[未不没]有?超[^，,。；;]*',
    '(未发现|未见|没有|不存在|无)[^，,、。；;]{0,4}(财产|车辆|房产|工商|隐瞒|瞒报)[^，,。；;]*',
    '(不是|非)[^，,、。；;]{0,4}(主动|自愿|申请|财产)[^，,。；;]*',
  ].join('|'),
  'g',
)
