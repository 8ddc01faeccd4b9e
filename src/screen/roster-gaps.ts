import { type Programme, programmes } from '../domain/programme.js'
import type { Settings } from '../domain/settings.js'
import type { Delivery } from '../ingest/delivery.js'
import type { RosterGap } from './change.js'
import { stopWords } from './readiness.js'
import { countsByProgramme, type SafetyStop, safetyStops } from './safety.js'
import { comparedProgrammes } from './turns.js'

/**
 * Where this month's rosters cannot be compared with `previous`, last month's deliveries: short or missing now (nobody may be called gone), short
 * or missing last month (nobody may be called new), or late: the same file, or data of the same month, sent again.
 */
export function rosterGaps(
  deliveries: readonly Delivery[],
  previous: readonly Delivery[],
  stops: readonly SafetyStop[],
  settings: Pick<Settings, 'maxFallPercent' | 'notHeld'>,
): readonly RosterGap[] {
  const short = stops.map(
    (stop): RosterGap => ({ ...stop, turns: ['left'], reason: `${stopWords(stop)}，疑似本月导出不全` }),
  )
  const shortBefore = safetyStops(previous, countsByProgramme(deliveries), settings).map(
    (stop): RosterGap => ({ ...stop, turns: ['joined'], reason: `${growthWords(stop)}，疑似上月导出不全` }),
  )
  const late = comparedProgrammes.flatMap((programme): RosterGap[] => {
    const reason = lateReason(programme, deliveries, previous)
    return reason === null ? [] : [{ programme, township: null, turns: ['joined', 'left'], reason }]
  })
  return [...short, ...shortBefore, ...late]
    .map(({ programme, township, turns, reason }) => ({ programme, township, turns, reason }))
    .filter(({ programme }) => comparedProgrammes.includes(programme))
}

/** The gap that covers someone who joined or left the programme in the township, or null. */
export function gapFor(
  gaps: readonly RosterGap[],
  programme: Programme,
  township: string | null,
  turn: 'joined' | 'left',
): RosterGap | null {
  const covers = (gap: RosterGap) =>
    gap.programme === programme && gap.turns.includes(turn) && (gap.township === null || gap.township === township)
  return gaps.find(covers) ?? null
}

// `rowsBefore` of the comparison turned round are this month's.
function growthWords({ programme, township, rowsBefore: now, rowsNow: before }: SafetyStop): string {
  const what = `${programmes[programme]}${township === null ? '' : `（${township}）`}`
  return before === 0 ? `${what}上月没有名册` : `${what}记录数由上月 ${before} 增为 ${now}`
}

function lateReason(programme: Programme, now: readonly Delivery[], before: readonly Delivery[]): string | null {
  const current = now.filter((delivery) => delivery.programmes.includes(programme) && delivery.records > 0)
  if (current.length === 0) return null
  const reasons = current.map((delivery) => staleness(delivery, before))
  return reasons.every((reason) => reason !== null) ? `${programmes[programme]}${reasons[0]}` : null
}

function staleness({ source, sha256, dataMonth }: Delivery, before: readonly Delivery[]): string | null {
  const earlier = before.filter((delivery) => delivery.source === source)
  if (sha256 !== '' && earlier.some((delivery) => delivery.sha256 === sha256)) return '报来的与上月是同一个文件'
  const months = earlier.map((delivery) => delivery.dataMonth).filter((month) => month !== null)
  const newest = months.sort().at(-1)
  return dataMonth !== null && newest !== undefined && dataMonth <= newest ? `报来的仍是 ${dataMonth} 的数据` : null
}
