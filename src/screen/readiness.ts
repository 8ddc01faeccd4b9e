import { type Programme, programmeNames, programmes } from '../domain/programme.js'
import type { ScreeningSettings } from './context.js'
import type { Context, Rule } from './rule.js'
import type { SafetyStop } from './safety.js'
import { isSwitchedOn } from './switches.js'

/** Why a whole rule is not judged. `wanted`: someone has to send or add something; otherwise it is switched off or out of force. */
export interface Blocked {
  readonly reason: string
  readonly wanted: boolean
  /** Switched off, by default or in doudi.yaml. */
  readonly off: boolean
}

/** The stops that a rule has to heed. */
export interface RuleStops {
  /** Townships in which nobody is judged. */
  readonly townships: ReadonlyMap<string, SafetyStop>
  /** Rosters whose own people (all, or of a township) are not judged, because the rule can do without the others. */
  readonly rosters: readonly SafetyStop[]
}

/** Why the rule cannot be judged at all this month, or null. In Chinese, naming what is missing. */
export function whyBlocked(rule: Rule, context: Context, settings: ScreeningSettings): Blocked | null {
  const { month } = context
  const idle = (reason: string): Blocked => ({ reason, wanted: false, off: false })
  if (!isSwitchedOn(rule, settings.rules))
    return { ...idle(rule.on ? '已在 doudi.yaml 中关闭' : '默认关闭，可在 doudi.yaml 的 rules.on 打开'), off: true }
  if (rule.from !== null && month < rule.from) return idle(`依据自 ${rule.from} 起施行，本月不适用`)
  if (rule.until !== null && month > rule.until) return idle(`依据至 ${rule.until} 止，本月不适用`)
  if (rule.unlistedIn !== undefined && settings.notHeld.includes(rule.unlistedIn))
    return idle(`本县没有${programmeNames([rule.unlistedIn])}名册（doudi.yaml 的 notHeld）`)
  const reason =
    missingRosters(rule, context) ??
    (rule.needsHistory && context.previousMonth === null ? '没有上月数据，无法逐月比较' : null) ??
    absentStandards(rule, context) ??
    shortRosters(rule, context.stops)
  return reason === null ? null : { reason, wanted: true, off: false }
}

/** The stops that keep a rule away from some of its subjects. */
export function stopsFor(rule: Rule, stops: readonly SafetyStop[]): RuleStops {
  const townships = new Map<string, SafetyStop>()
  for (const stop of stops)
    if (stop.township !== null && hardRosters(rule).includes(stop.programme) && !townships.has(stop.township))
      townships.set(stop.township, stop)
  return { townships, rosters: stops.filter((stop) => softRosters(rule).includes(stop.programme)) }
}

/** `农村低保记录数由上月 40 降为 12` for reasons. Of what is missing altogether the count may be an earlier month's: `soundCounts`. */
export function stopWords(stop: SafetyStop): string {
  const what = `${programmes[stop.programme]}${stop.township === null ? '' : `（${stop.township}）`}`
  if (stop.unread !== undefined) return `${what}本月没有记录，而像是这一名册的“${stop.unread}”没有读成`
  return stop.rowsNow === 0
    ? `${what}此前有 ${stop.rowsBefore} 条记录，本月缺失`
    : `${what}记录数由上月 ${stop.rowsBefore} 降为 ${stop.rowsNow}`
}

function missingRosters(rule: Rule, { delivered }: Context): string | null {
  const absent = rule.consults.filter((programme) => !delivered(programme))
  const group = rule.needs.find((anyOf) => !anyOf.some(delivered))
  const rest = absent.filter((programme) => !group?.includes(programme))
  const names = [...(group ? [programmeNames(group, '或')] : []), ...(rest.length > 0 ? [programmeNames(rest)] : [])]
  return names.length === 0 ? null : `本月没有收到${names.join('、')}名册，或名册为空`
}

function absentStandards(rule: Rule, context: Context): string | null {
  return context.standardFaults(rule.standards) || null
}

function shortRosters(rule: Rule, stops: readonly SafetyStop[]): string | null {
  const whole = stops.find((stop) => stop.township === null && hardRosters(rule).includes(stop.programme))
  return whole ? `${stopWords(whole)}，疑似导出不全` : null
}

// Rosters the rule cannot do without for anybody. 漏保 rests on the absence from a consulted roster only; data rules judge what is there.
function hardRosters(rule: Rule): readonly Programme[] {
  if (rule.kind === '数据') return []
  if (rule.kind === '漏保') return rule.consults
  return [...rule.consults, ...rule.needs.filter((anyOf) => anyOf.length === 1).flat()]
}

// One of several rosters in which a subject may stand: when it is short, only its own people are in doubt.
function softRosters(rule: Rule): readonly Programme[] {
  if (rule.kind === '数据' || rule.kind === '漏保') return []
  const hard = hardRosters(rule)
  return rule.needs.filter((anyOf) => anyOf.length > 1).flatMap((anyOf) => anyOf.filter((each) => !hard.includes(each)))
}
