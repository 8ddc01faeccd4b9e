import { compareText } from '../domain/compare-text.js'
import { addMonths, type Month, monthsBetween } from '../domain/month.js'
import { basicSupport, type Programme } from '../domain/programme.js'
import type { RecordOf } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import type { Context } from './rule.js'
import { inProgramme, recordsOf } from './standing.js'

/** A row of 停保及自然减员汇总. */
export type Departure = RecordOf<'departures'>

/** Reasons of who is gone from the family for a time: in prison, in the army, or either where the list has one word for both. */
export const sentAway = ['服刑', '服役', '服刑或服役'] as const satisfies readonly Departure['reason'][]

/** Whether a departure list shows somebody in prison (or away) now: 'surely', or 'perhaps' where its row is old, undated or has one word for both. */
export interface Absence {
  readonly state: 'surely' | 'perhaps'
  /** The row in Chinese: `停保汇总：服刑（2026-04）`. */
  readonly words: string
}

/**
 * What the departure rows say of somebody's absence for one of `reasons`; null when they say nothing. The list goes on over years and nobody writes
 * down who came back: a row older than the county's `away.months` is a doubt and no proof, and so is `服刑或服役` to who asks for one of the two.
 */
export function absenceOf(person: Person, reasons: readonly Departure['reason'][], context: Context): Absence | null {
  let found: Absence | null = null
  for (const { reason, stopMonth } of recordsOf(person, 'departures')) {
    const sure = reasons.includes(reason)
    if (!sure && reason !== '服刑或服役') continue
    const recent = stopMonth !== null && monthsBetween(stopMonth, context.month) < context.setting('away.months')
    const words = `停保汇总：${reason}（${stopMonth ?? '停保月份未填'}）`
    if (sure && recent) return { state: 'surely', words }
    found ??= { state: 'perhaps', words }
  }
  return found
}

/**
 * The person's rows of 低保 or 特困 that ended (since `since`, where it is given) for a reason after which life may still be hard, the latest first: not a death, a move, a
 * sentence, or going over to another programme. Rows without a month are left out.
 */
export function supportStops(person: Person, since?: Month): readonly Departure[] {
  const stops = recordsOf(person, 'departures').filter((row) => {
    const { reason, stopMonth } = row
    if (stopMonth === null || (since !== undefined && stopMonth < since)) return false
    return mayEndSupport(row) && (reason === null || !settled.includes(reason))
  })
  return latestFirst(stops)
}

/** The rows by 停保月份, the latest first and those without a month last; rows of one month by what they say, in whatever order the files came. */
export function latestFirst(rows: readonly Departure[]): readonly Departure[] {
  return [...rows].sort(
    (a, b) => compareText(b.stopMonth ?? '', a.stopMonth ?? '') || compareText(contentOf(a), contentOf(b)),
  )
}

function contentOf({ reason, programmeName, graceStart, idNumber, name }: Departure): string {
  return [reason, programmeName, graceStart, idNumber?.value, name].map((each) => each ?? '').join('\n')
}

const settled: readonly string[] = ['死亡', '户籍迁移', ...sentAway, '转特困', '转低保', '转孤儿', '转边缘']

/** True when the row stops a whole household, though it names only the head. The head's death or imprisonment stops only the head (domain T05). */
export function coversHousehold({ reason, wholeHousehold }: Departure): boolean {
  if (wholeHousehold !== null) return /整户|全户|全家/.test(wholeHousehold)
  return reason !== '死亡' && !sentAway.some((each) => each === reason)
}

/** True when the row stops a subsidy, old-age allowance or 低保边缘 only: it says neither that the person is gone nor that 低保 or 特困 ended. */
export function endsLesserSupportOnly(row: Departure): boolean {
  return (namesSubsidy(row) || namesNearSupport(row)) && !tellsGone(row)
}

/** True when the row names a subsidy or old-age allowance as what it stops. */
export function namesSubsidy({ programmeName }: Departure): boolean {
  return /补贴|津贴/.test(programmeName ?? '')
}

/** True when what the row stops may be 低保: it names no other programme. Most lists name none at all. */
export function mayEndAllowance(row: Departure): boolean {
  return mayEndSupport(row) && !destitution.test(row.programmeName ?? '')
}

/** True when the row stops 低保 or 特困 by name: of a subsidy, a child's support or an old-age allowance it says nothing, unless the person is gone. */
export function endsBasicSupportOnly(row: Departure): boolean {
  const name = row.programmeName ?? ''
  const isNamed = lowIncome.test(name) || destitution.test(name)
  return isNamed && mayEndSupport(row) && !tellsGone(row)
}

// 低保 or 特困, as far as the row names what it stops.
function mayEndSupport(row: Departure): boolean {
  return !namesSubsidy(row) && !namesNearSupport(row) && !/孤儿|儿童/.test(row.programmeName ?? '')
}

// 低保边缘家庭 are no 低保.
function namesNearSupport({ programmeName }: Departure): boolean {
  return /边缘|刚性/.test(programmeName ?? '')
}

const gone: readonly string[] = ['死亡', '户籍迁移', ...sentAway]

// Dead, moved away or sent away: whatever the row names as what it stops, all of it ended.
function tellsGone({ reason }: Departure): boolean {
  return reason !== null && gone.includes(reason)
}

/** True when the row speaks of the programme: it names it, or names none (A类 is none), and then it is of 低保 and 特困. */
export function speaksOf({ programmeName }: Departure, programme: Programme): boolean {
  const name = programmeName ?? ''
  if (!namesAny.test(name)) return (basicSupport as readonly Programme[]).includes(programme)
  return namesOf[programme]?.test(name) ?? false
}

// 其他 is something else than these; A类 or 一般户 says how much and not what.
const namesAny = /^其[他它]|低保|最低生活|特困|五保|供养|边缘|低收入|刚性|补贴|津贴|孤儿|儿童|事无/
const lowIncome = /^(?!.*边缘).*(低保|最低生活)/
const destitution = /特困|五保|供养/

// 残疾人补贴 and 两项补贴 are both subsidies, 护理补贴 is one.
const namesOf: Readonly<Partial<Record<Programme, RegExp>>> = {
  'rural-allowance': lowIncome,
  'urban-allowance': lowIncome,
  destitute: destitution,
  marginal: /边缘|低收入/,
  'rigid-expenditure': /刚性/,
  'living-subsidy': /^(?!.*护理).*补贴|生活.*补贴/,
  'care-subsidy': /^(?!.*生活).*补贴|护理.*补贴/,
  'old-age-allowance': /高龄|津贴/,
  orphan: /孤儿|儿童/,
  'unattended-child': /事实无人|事无|儿童/,
}

/** The first departure row of any of the people that gives one of the reasons, or undefined. */
export function departureFor(
  people: readonly Person[],
  reasons: readonly Departure['reason'][],
): Departure | undefined {
  for (const person of people)
    for (const row of recordsOf(person, 'departures')) if (reasons.includes(row.reason)) return row
  return undefined
}

/**
 * The departure row that tells why the person is gone since last month: the own one, or the head's who stands for the household; else null. The latest
 * of several. `tells`: which rows can say so, default all; `own` is false for a row of the head's.
 */
export function recentDeparture(
  person: Person,
  context: Context,
  tells: (record: Departure, own: boolean) => boolean = () => true,
): { readonly record: Departure; readonly own: boolean } | null {
  const [own] = rowsOf(person).filter((record) => isRecent(record.stopMonth, context) && tells(record, true))
  if (own) return { record: own, own: true }
  const household = context.pastHouseholdOf(person)
  const head = household?.members.find((each) => each.idNumber !== null && each.idNumber === household.headIdNumber)
  if (!head || head === person) return null
  const [heads] = rowsOf(head).filter(
    (record) =>
      isRecent(record.stopMonth, context) &&
      coversHousehold(record) &&
      !(movedAlone(record) && household?.members.some((each) => each !== head && inProgramme(each, basicSupport))) &&
      tells(record, false),
  )
  return heads ? { record: heads, own: false } : null
}

// 户籍迁移 that does not say of how many is the whole household's only while nobody of it stays on the roll.
function movedAlone({ reason, wholeHousehold }: Departure): boolean {
  return reason === '户籍迁移' && wholeHousehold === null
}

function rowsOf(person: Person): readonly Departure[] {
  const rows = recordsOf(person, 'departures')
  return rows.length < 2 ? rows : latestFirst(rows)
}

// The list goes on over months: a stop long before the person stood in last month's roster says nothing of this month.
function isRecent(stopMonth: Month | null, context: Context): boolean {
  return stopMonth === null || stopMonth >= addMonths(context.previousMonth ?? context.month, -1)
}
