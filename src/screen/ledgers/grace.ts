import { compareText } from '../../domain/compare-text.js'
import { addMonths, type Month, monthsBetween } from '../../domain/month.js'
import { allowance } from '../../domain/programme.js'
import { monthlyFen } from '../../domain/standards.js'
import type { Household, Person } from '../../match/person.js'
import type { ScreeningInput } from '../context.js'
import { type Grace, graceOf } from '../grace.js'
import { graceFactsOf, incomeStopsOf } from '../income-stop.js'
import { type Ledger, missingColumn, missingRoster } from '../ledger.js'
import type { Context } from '../rule.js'
import { field, inProgramme, pastRecordsIn, statedBy } from '../standing.js'

/** How a 渐退期 stands in the month. */
type GraceState = '期满仍在保' | '期内停保' | '即将到期' | '渐退中' | '未开始'

/** One household of the 渐退期台账 (domain D.3.7). */
export interface GraceEntry {
  /** The head, or the first supported member. */
  readonly person: Person
  readonly township: string | null
  readonly headName: string | null
  readonly householdNumber: string | null
  readonly size: number | null
  readonly grace: Grace
  /** 超标认定月: the month before a recorded start; null where the start is reckoned. */
  readonly found: Month | null
  /** Months of support still due, this one included; 0 or less when the period is over. */
  readonly monthsLeft: number
  /** Months of the period in which support was given, this one included. */
  readonly monthsPaid: number
  /** 家庭人均年收入 in fen as the roster has it. */
  readonly incomeFen: number | null
  readonly state: GraceState
  /** 到期拟处理. */
  readonly action: string
}

/** The county's 渐退期台账: households in their period, and those stopped before its end. Due ones first. */
export function graceLedger(input: ScreeningInput, context: Context): Ledger<GraceEntry> {
  const open =
    context.standardFaults(['grace.months']) ||
    (missingRoster([...allowance], context) ?? missingColumn('graceStart', '渐退起始月', [...allowance], context))
  const standard = context.standardIfAny('grace.months')
  if (standard === null) return { entries: [], open }
  const months = standard.value
  const entries = [
    ...input.households.flatMap((household) => entryOf(household, months, context)),
    ...stoppedEntries(input.persons, months, context),
  ]
  return { entries: entries.sort(byUrgency), open }
}

function entryOf(household: Household, months: number, context: Context): GraceEntry[] {
  if (!(allowance as readonly string[]).includes(household.system)) return []
  const graceStart = statedBy(household, 'graceStart')
  const [first] = graceStart === null ? [] : household.members.filter((each) => inProgramme(each, [household.system]))
  if (graceStart === null || first === undefined) return []
  const counted = context.setting('grace.counts-from-first-support')
  const grace = graceOf({ graceStart, firstSupported: statedBy(household, 'startMonth') }, months, counted)
  if (grace === null) return []
  const incomeFen = statedBy(household, 'incomePerCapitaFen')
  const left = monthsBetween(context.month, grace.end)
  const state = stateOf(grace, left, context)
  return [
    {
      person: household.head ?? first,
      township: household.place.township,
      headName: household.head?.name ?? statedBy(household, 'headName') ?? first.name,
      householdNumber: household.number,
      size: statedBy(household, 'householdSize') ?? household.members.length,
      grace,
      found: addMonths(graceStart, -1),
      monthsLeft: left,
      monthsPaid: Math.max(0, Math.min(months, monthsBetween(grace.start, context.month) + 1)),
      incomeFen,
      state,
      action: actionOf(state, incomeFen, lineOf(household, context)),
    },
  ]
}

function stateOf(grace: Grace, left: number, context: Context): GraceState {
  if (left <= 0) return '期满仍在保'
  if (grace.start > context.month) return '未开始'
  return left <= context.setting('grace.warning-months') ? '即将到期' : '渐退中'
}

function lineOf(household: Household, context: Context): number | null {
  const standard = context.standardIfAny(
    household.system === 'urban-allowance' ? 'subsistence.urban' : 'subsistence.rural',
  )
  return standard && monthlyFen(standard) * 12
}

function actionOf(state: GraceState, incomeFen: number | null, lineFen: number | null): string {
  if (state === '渐退中' || state === '未开始') return ''
  if (state === '期内停保') return '核实停保依据：无主动退出、财产超标等情形的，恢复保障或补足渐退期'
  if (incomeFen === null || lineFen === null) return '入户复核收入后定：仍超标的按程序退出，不超标的恢复正常保障'
  const over = incomeFen > lineFen ? '仍高于低保标准' : '已不高于低保标准'
  const then = incomeFen > lineFen ? '按程序退出' : '恢复正常保障并结束渐退'
  return `名册收入${over}，复核属实的${then}`
}

function stoppedEntries(persons: readonly Person[], months: number, context: Context): GraceEntry[] {
  const entries = new Map<string, GraceEntry>()
  const counted = context.setting('grace.counts-from-first-support')
  for (const person of persons) {
    const [stop] = inProgramme(person, ['departure']) ? incomeStopsOf(person) : []
    if (!stop || stop.month === null || inProgramme(person, allowance)) continue
    const facts = graceFactsOf([stop])
    const grace = graceOf(facts, months, counted)
    if (grace === null || stop.month >= grace.end || context.month >= grace.end) continue
    const past = pastRecordsIn(person, allowance)[0] ?? null
    const key = stop.record.householdNumber ?? stop.record.headIdNumber?.value ?? person.key
    // One line a household, of the same person in whatever order they come.
    const known = entries.get(key)
    if (known && known.person.key < person.key) continue
    entries.set(key, {
      person,
      township: person.place.township,
      headName: stop.record.headName ?? past?.headName ?? person.name,
      householdNumber: stop.record.householdNumber ?? past?.householdNumber ?? null,
      size: stop.record.householdSize ?? (past && field(past, 'householdSize')),
      grace,
      found: grace.startRecorded ? addMonths(grace.start, -1) : null,
      monthsLeft: monthsBetween(context.month, grace.end),
      monthsPaid: Math.max(0, monthsBetween(grace.start, stop.month)),
      incomeFen: past && field(past, 'incomePerCapitaFen'),
      state: '期内停保',
      action: actionOf('期内停保', null, null),
    })
  }
  return [...entries.values()]
}

const urgency: readonly GraceState[] = ['期满仍在保', '期内停保', '即将到期', '渐退中', '未开始']

function byUrgency(a: GraceEntry, b: GraceEntry): number {
  return (
    urgency.indexOf(a.state) - urgency.indexOf(b.state) ||
    a.monthsLeft - b.monthsLeft ||
    ((a.township ?? '\uFFFF') < (b.township ?? '\uFFFF') ? -1 : a.township === b.township ? 0 : 1) ||
    compareText(a.person.key, b.person.key)
  )
}
