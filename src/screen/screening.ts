import type { Finding, NotJudged } from '../domain/finding.js'

/** How one rule fared this month, for the run-state sheet and rules.csv. */
export interface RuleState {
  readonly rule: string
  readonly title: string
  readonly kind: string
  /** partly: some townships or subjects could not be judged. off: switched off, which is no gap. */
  readonly state: 'judged' | 'not-judged' | 'partly' | 'off'
  /** Chinese; '' when judged. */
  readonly reason: string
  readonly hits: number
  /** Hits that an exception answered. */
  readonly suppressed: number
  /** Titles of exceptions that could not be checked for want of a roster. */
  readonly uncheckedExceptions: readonly string[]
}

/** What screening gives. Findings by rule id, then township, household, subject. */
export interface Screening {
  readonly findings: readonly Finding[]
  /** Hits that an exception answered: kept for `explain` and the counts, never sent out. */
  readonly suppressed: readonly Finding[]
  readonly notJudged: readonly NotJudged[]
  readonly rules: readonly RuleState[]
  /** Subjects of 漏保 findings withheld because a covering roster holds a possible match: rule id and household or person key. */
  readonly withheld: readonly {
    readonly rule: string
    readonly subject: string
    readonly memberKeys: readonly string[]
  }[]
}
