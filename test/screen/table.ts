import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/domain/issue.js'
import { addMonths } from '../../src/domain/month.js'
import type { Person } from '../../src/match/person.js'
import type { ScreeningInput } from '../../src/screen/context.js'
import type { Rule } from '../../src/screen/rule.js'
import { screen } from '../../src/screen/screen.js'
import type { Screening } from '../../src/screen/screening.js'
import { changesIn } from '../../src/track/fact-words.js'
import { type Changes, month2026 } from './county.js'

/** What became of the case: a finding, a hit that an exception answered, nothing, 未判定, or a question for the identity list. */
type Fate = 'finding' | 'excused' | 'clear' | 'not-judged' | 'withheld'

/** One row of a rule's table. */
export interface Case {
  /** In Chinese, for a policy clerk. */
  readonly title: string
  readonly people: () => readonly Person[]
  readonly expect: Fate
  /** The exception that answers the hit. */
  readonly excusedBy?: string
  /** The exception that could not be checked. */
  readonly unchecked?: string
  /** Words that the reason of one of these two must hold. */
  readonly because?: string
  readonly severity?: 'high' | 'medium' | 'low' | 'note'
  readonly amountFen?: number | null
  /** Words that the explanation, or the reason of 未判定, must hold. */
  readonly says?: string
  /** What the evidence says, row by row. */
  readonly evidence?: readonly string[]
  /** What is remembered of an answered question: a change of it asks anew. */
  readonly facts?: Facts
  readonly unit?: 'person' | 'household' | 'delivery'
  readonly members?: number
  /** How many findings there are: where several people stand for one question. */
  readonly findings?: number
  readonly changes?: Changes
}

/** Runs a rule's table. */
export function table(rule: Rule, cases: readonly Case[]): void {
  describe(`${rule.id} ${rule.title}`, () => {
    for (const each of cases) it(`${fateWords[each.expect]}：${each.title}`, () => check(rule, each))
  })
}

const fateWords: Record<Fate, string> = {
  finding: '疑点',
  excused: '豁免',
  clear: '无问题',
  'not-judged': '未判定',
  withheld: '号码待核',
}

function check(rule: Rule, each: Case): void {
  const input = month2026(each.people(), each.changes)
  const screening = screen(input, [{ ...rule, on: true }])
  expect(fateOf(screening)).toBe(each.expect)
  const [finding] = each.expect === 'excused' ? screening.suppressed : screening.findings
  if (each.excusedBy)
    expect(finding?.exceptions.find((result) => result.exception === each.excusedBy)?.state).toBe('applies')
  if (each.unchecked)
    expect(finding?.exceptions.find((result) => result.exception === each.unchecked)?.state).toBe('unchecked')
  if (each.because)
    expect(
      finding?.exceptions.find((result) => result.exception === (each.excusedBy ?? each.unchecked))?.reason,
    ).toContain(each.because)
  if (each.severity) expect(finding?.severity).toBe(each.severity)
  if (each.amountFen !== undefined) expect(finding?.amountFen).toBe(each.amountFen)
  if (each.unit) expect(finding?.unit).toBe(each.unit)
  if (each.members !== undefined) expect(finding?.memberKeys).toHaveLength(each.members)
  if (each.findings !== undefined) expect(screening.findings).toHaveLength(each.findings)
  const words = finding?.explanation ?? screening.notJudged[0]?.reason ?? ''
  if (each.says) expect(words).toContain(each.says)
  if (each.evidence) expect(finding?.evidence.map(({ fact }) => fact)).toEqual(each.evidence)
  if (each.facts) expect(finding?.facts).toEqual(each.facts)
  for (const sent of [...screening.findings, ...screening.suppressed]) expectPrintable(rule, sent)
  expectLasting(rule, input, screening)
}

function fateOf(screening: Screening): Fate {
  if (screening.findings.length > 0) return 'finding'
  if (screening.suppressed.length > 0) return 'excused'
  if (screening.withheld.length > 0) return 'withheld'
  return screening.notJudged.length > 0 ? 'not-judged' : 'clear'
}

// An answered question is asked anew when its facts change; time alone changes none, nor does a birthday.
function expectLasting(rule: Rule, input: ScreeningInput, { findings }: Screening): void {
  // A visit grows too old meanwhile.
  for (const months of rule.id === 'S08' ? [1] : [1, 13]) {
    const later = { ...input, month: addMonths(input.month, months) }
    for (const { subject, facts } of screen(later, [{ ...rule, on: true }]).findings) {
      const now = findings.find((one) => one.subject === subject)
      if (now) expect(facts, `${months}`).toEqual(now.facts)
    }
  }
}

// Whatever a rule prints has all its blanks filled, no mark or space after another where something was left out, and no whole id in it.
function expectPrintable(rule: Rule, finding: Screening['findings'][number]): void {
  const reasons = finding.exceptions.map((result) => result.reason)
  const printed = [finding.explanation, ...finding.evidence.map((each) => each.fact), ...reasons].join('\n')
  expect(printed, rule.id).not.toMatch(/\{\w+\}|undefined|null|\d{17}[\dX]|[，、；。：][，、；。]| {2}/)
  expect(finding.exceptions).toHaveLength(rule.exceptions.length)
  // A township is told which fact has changed, in Chinese.
  for (const [name, value] of Object.entries(finding.facts))
    expect(changesIn({}, { [name]: value }), name).toMatch(/^[^A-Za-z：]+：无→[^A-Za-z]+$/)
}
