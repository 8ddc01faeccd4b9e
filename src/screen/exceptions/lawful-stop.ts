import type { Household, Person } from '../../match/person.js'
import { hasDied } from '../death.js'
import { coversHousehold, type Departure, endsLesserSupportOnly, supportStops } from '../departures.js'
import { incomeStopsOf, latestStops } from '../income-stop.js'
import type { Exception } from '../rule.js'
import { recordsOf } from '../standing.js'

// Other rows or remarks of the same stop that give a reason for which no 渐退期 is due (domain T02).

/**
 * 死亡、迁出、服刑: the stop's own row says so, the whole household moved, or everybody who was stopped has died, moved or gone to prison. One of them who
 * has leaves the others their 渐退期 (domain T02, T05).
 */
export const leftOrDied: Exception<Household> = {
  id: 'left-or-died',
  title: '死亡、迁出或服刑',
  consults: ['departure'],
  test: (household) => {
    const rows = rowsSince(household)
    const told = rows.find(({ row, member }) => saysGone(row) || movedWithAll(row, member, household))
    if (told) return { state: 'applies', reason: told.words }
    const affected = stoppedIn(household)
    const left = affected.filter(
      (each) => !hasDied(each) && !rows.some((one) => one.member === each && isGone(one.row)),
    )
    if (left.length > 0 || affected.length === 0)
      return {
        state: 'does-not-apply',
        reason: rows.some(({ row }) => isGone(row)) ? '只有部分人死亡、迁出或服刑' : '停保汇总没有写明',
      }
    const [own] = rows.filter(({ row }) => isGone(row))
    return { state: 'applies', reason: own?.words ?? '被停保的人已死亡' }
  },
}

// 汽车站 is where somebody works; a 三轮车 or a house of one's own is none too much.
const means =
  '财产|车辆|机动车|轿车|汽车(?![站厂修维])|购买?[车房]|买了?[车房]|名下有[车房]|商品房|门面|房产|工商|隐瞒|瞒报'

/** 财产超标或隐瞒收入查实. */
export const propertyFound: Exception<Household> = {
  id: 'property-found',
  title: '财产超标或隐瞒收入查实',
  consults: ['departure'],
  test: (household) => reasonGiven(rowsSince(household), ['财产超标'], new RegExp(means)),
}

/** 主动申请退出: ends at once, with one to three months of 低保金 as a bonus. One who leaves alone does not speak for the others. */
export const voluntaryExit: Exception<Household> = {
  id: 'voluntary-exit',
  title: '主动申请退出',
  consults: ['departure'],
  test: (household) => {
    const stopped = household.members.filter((member) => supportStops(member).length > 0)
    const rows = rowsSince(household).filter(
      ({ row, member }) => coversHousehold(row) || stopped.every((each) => each === member),
    )
    return reasonGiven(rows, ['主动退出'], /主动|自愿|申请退出/)
  },
}

interface StopRow {
  readonly row: Departure
  readonly member: Person
  /** For the reason of the answer. */
  readonly words: string
}

// The list goes on over years: what was said of an earlier stop does not answer the last one. Nor does what a subsidy ended for.
function rowsSince({ members }: Household): readonly StopRow[] {
  const since = members
    .flatMap((member) => supportStops(member))
    .map(({ stopMonth }) => stopMonth ?? '')
    .sort()
    .at(-1)
  return members
    .flatMap((member) => recordsOf(member, 'departures').map((row) => ({ row, member })))
    .filter(({ row }) => row.stopMonth === null || since === undefined || row.stopMonth >= since)
    .filter(({ row }) => !endsLesserSupportOnly(row))
    .map(({ row, member }) => ({ row, member, words: `停保汇总：${row.remark ?? row.reason ?? ''}` }))
}

function reasonGiven(
  rows: readonly StopRow[],
  reasons: readonly string[],
  remarks: RegExp,
): ReturnType<Exception<Household>['test']> {
  const found = rows.find(({ row }) => gives(row, reasons, remarks))
  return found ? { state: 'applies', reason: found.words } : { state: 'does-not-apply', reason: '停保汇总没有写明' }
}

// What the row that stops for income remarks of itself.
function saysGone(row: Departure): boolean {
  return row.reason === '收入超标' && gives(row, [], gone)
}

function isGone(row: Departure): boolean {
  return gives(row, ['死亡', '户籍迁移', '服刑'], gone)
}

const gone = /死亡|迁出|迁往|服刑(?!.{0,2}[兵服]役)/

// A row that does not say whom it covers speaks for the household only where it names the head: a daughter who marries leaves the rest behind.
function movedWithAll(row: Departure, member: Person, { head }: Household): boolean {
  return row.reason === '户籍迁移' && coversHousehold(row) && (row.wholeHousehold !== null || member === head)
}

// Whom the last stop for income took support from: the head's row stands for the household when the list names only the head.
function stoppedIn({ members, head }: Household): readonly Person[] {
  const stops = latestStops(members.flatMap(incomeStopsOf))
  const isWhole = stops.some(
    ({ member, record }) => coversHousehold(record) && (record.wholeHousehold !== null || member === head),
  )
  return isWhole ? members : [...new Set(stops.map(({ member }) => member))]
}

function gives({ reason, remark }: Departure, reasons: readonly string[], remarks: RegExp): boolean {
  return (reason !== null && reasons.includes(reason)) || (remark !== null && remarks.test(remark.replace(denials, '')))
}

// 财产未超标 and 未发现车辆 say that it was looked for and is not there.
const denials = new RegExp(
  [
    '[^，,、。；;]*[未不没]有?超[^，,。；;]*',
    `(未|未发现|未见|没有|不存在|无)[^，,、。；;]{0,4}(${means})[^，,。；;]*`,
    '(不是|非)[^，,、。；;]{0,4}(主动|自愿|申请|财产)[^，,。；;]*',
  ].join('|'),
  'g',
)
