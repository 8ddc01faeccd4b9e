import type { Answer } from '../domain/answer.js'
import type { CaseState } from '../domain/case-state.js'
import type { Finding } from '../domain/finding.js'
import type { Month } from '../domain/month.js'

/** Whom a case names, as ledgers show it without the month's rosters. Ids whole. */
export interface Named {
  readonly name: string | null
  readonly idNumber: string | null
  readonly headName: string | null
}

/** A finding with its memory (线索), as the books of one month show it. */
export interface Case {
  /** `YYYYMM-RULE-NNNN` of the first month; never used again for another subject. */
  readonly number: string
  /** This month's, or the last one seen where the case is carried over. */
  readonly finding: Finding
  /** False for a case that is carried over: still to be answered, though this month's run did not find it anew. */
  readonly found: boolean
  readonly named: Named
  readonly firstMonth: Month
  /** The latest month in which it was found. */
  readonly lastMonth: Month
  /** Runs (months) in which it was found, this one included. */
  readonly timesSeen: number
  readonly status: CaseState
  /** Which asking this is, from 1. */
  readonly round: number
  /** Whether this month's township book asks it: not what is answered, and nothing that only a department can mend. */
  readonly asked: boolean
  /** Kept with the county this month, since the township gets enough that is graver. */
  readonly keptBack: boolean
  /** Asked because the rosters contradict the answer, or its result is overdue: it goes to the recheck sheet. */
  readonly recheck: boolean
  /** Why it is asked again, or how it ended; '' at first. */
  readonly why: string
  /** The last answer taken, or null. */
  readonly answer: Answer | null
}
