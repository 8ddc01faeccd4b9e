import { isForTownships } from '../domain/finding.js'
import type { Case } from './case.js'

/** How many cases of a month go to the townships, and where the others stay. */
export interface Sending {
  /** Stand in a township's check sheets; the next three are among them. */
  readonly sent: number
  readonly rechecks: number
  /** Sent before and not found anew. */
  readonly carriedOver: number
  readonly sentBack: number
  /** Beyond the month's limit. */
  readonly keptBack: number
  /** To be asked, but of no township of towns.csv. */
  readonly unplaced: number
  /** Found again, and answered while the facts were the same. */
  readonly settled: number
}

/** Counts what a month sends, of the cases that it found and those carried over. `townships`: those of towns.csv. */
export function sendingOf(cases: readonly Case[], carried: readonly Case[], townships: readonly string[]): Sending {
  const all = [...cases, ...carried]
  const asked = all.filter((one) => one.asked)
  const sent = asked.filter(({ finding }) => townships.includes(finding.township ?? ''))
  return {
    sent: sent.length,
    rechecks: sent.filter(({ recheck }) => recheck).length,
    carriedOver: sent.filter(({ found }) => !found).length,
    sentBack: sent.filter(({ status }) => status === '退回补核').length,
    keptBack: all.filter((one) => one.keptBack).length,
    unplaced: asked.length - sent.length,
    settled: cases.filter(isSettled).length,
  }
}

// What is kept back has not been answered, and what only a department or the county settles was never sent.
function isSettled({ asked, keptBack, finding }: Case): boolean {
  return !asked && !keptBack && isForTownships(finding)
}
