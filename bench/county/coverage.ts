import type { MonthTruth } from '../../fixtures/truth.js'
import { unplantable } from '../../fixtures/unplantable.js'
import { byCatalogue } from '../../src/domain/finding.js'
import type { Rule } from '../../src/screen/rule.js'

/** Which rules and exceptions the planted truth stands for. */
export interface Coverage {
  readonly rules: number
  /** Ids of rules that must find nobody in any month and that `unplantable` does not explain. */
  readonly unplantedRules: readonly string[]
  /** Pairs of a rule and one of its exceptions that a roster can answer. */
  readonly exceptions: number
  /** Those of them under which nobody is planted and that `unplantable` does not explain, as `C01 death-in-roster-month`. */
  readonly unplantedExceptions: readonly string[]
  /** Rules and exceptions without a plant that `unplantable` explains. */
  readonly explained: readonly string[]
  /** Exceptions named in the truth that the rule does not have. */
  readonly unknown: readonly string[]
}

/** What the truth of all months covers of `rules`. */
export function coverageOf(truths: readonly MonthTruth[], rules: readonly Rule[]): Coverage {
  const found = new Set(truths.flatMap(({ mustFind }) => mustFind.map(({ rule }) => rule)))
  const excused = new Set(
    truths.flatMap(({ mustNot }) => mustNot.flatMap((one) => (one.exception ? [`${one.rule} ${one.exception}`] : []))),
  )
  const pairs = rules.flatMap((rule) => rule.exceptions.map((each) => ({ name: `${rule.id} ${each.id}`, each })))
  const answerable = pairs.filter(({ each }) => !each.unanswerable).map(({ name }) => name)
  const silent = rules.map(({ id }) => id).filter((id) => !found.has(id))
  const missing = answerable.filter((name) => !excused.has(name)).sort()
  return {
    rules: rules.length,
    unplantedRules: silent.filter((id) => !(id in unplantable)).sort(byCatalogue),
    exceptions: answerable.length,
    unplantedExceptions: missing.filter((name) => !(name in unplantable)),
    explained: [...silent, ...missing].filter((name) => name in unplantable).sort(),
    unknown: [...excused].filter((name) => !pairs.some((pair) => pair.name === name)).sort(),
  }
}
