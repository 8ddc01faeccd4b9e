import type { Finding } from '../domain/finding.js'
import type { Month } from '../domain/month.js'

/** A finding with its memory (线索). */
export interface Case {
  /** `YYYYMM-RULE-NNNN` of the first month; never used again for another subject. */
  readonly number: string
  readonly finding: Finding
  readonly firstMonth: Month
  /** Runs (months) in which it was found, this one included. */
  readonly timesSeen: number
  readonly status: '待核'
}
