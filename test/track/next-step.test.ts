import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer.js'
import type { Facts } from '../../src/domain/issue.js'
import { type CaseLife, lifeOf } from '../../src/track/case-life.js'
import { linkedStep, type StepContent } from '../../src/track/case-step.js'
import { type AnswerTerms, nextStep, type RunView, reportedStep } from '../../src/track/next-step.js'

const terms: AnswerTerms = { dismissedMonths: 12, unsettledMonths: 3, progressMonths: 2, lagMonths: 1 }
const facts: Facts = { income: 3000, programme: 'rural-allowance' }

function answered(code: string, values: Answer['values'] = {}, bookMonth = '2026-03'): StepContent {
  const answer = { code, values, who: '张三', file: 'a.xlsx', sheet: '漏保', row: 5, bookMonth, readOn: '2026-04-02' }
  return { kind: 'answered', answer, facts }
}

/** The life of a case that was opened in March and then went through `contents`, one a month. */
function lived(...contents: readonly StepContent[]): CaseLife {
  let last = null
  const steps = []
  for (const [at, content] of [{ kind: 'opened' } as const, ...contents].entries()) {
    last = linkedStep({ number: 'N', month: `2026-0${3 + at}`, content }, last, '2026-04-02T00:00:00.000Z')
    steps.push(last)
  }
  return lifeOf(steps) as CaseLife
}

function view(month: string, more: Partial<RunView> = {}): RunView {
  return { month, found: facts, judged: true, excuse: '', contradiction: null, ...more }
}

const kindOf = (life: CaseLife, seen: RunView) => nextStep(life, seen, terms)?.kind ?? null

describe('a case without an answer', () => {
  test.each<[string, Partial<RunView>, string | null]>([
    ['found again: the question stands', {}, null],
    ['gone from the rosters: cleared', { found: null }, 'cleared'],
    ['not judged this month: nothing is known', { found: null, judged: false }, null],
  ])('%s', (_, more, kind) => expect(kindOf(lived(), view('2026-04', more))).toBe(kind))

  test('an exception that came to light is the reason given', () => {
    const step = nextStep(lived(), view('2026-04', { found: null, excuse: '渐退期内' }), terms)
    expect(step).toEqual({ kind: 'cleared', reason: '2026-04 查明属于“渐退期内”' })
  })
})

describe('a case answered 不属实', () => {
  const dismissed = lived(answered('C1'))

  test.each<[string, RunView, string | null]>([
    ['the same facts: quiet', view('2026-04'), null],
    ['the same facts in the last month of the term: quiet', view('2027-03'), null],
    ['the same facts after the term: asked again', view('2027-04'), 'reopened'],
    ['other facts: asked again', view('2026-04', { found: { ...facts, income: 5200 } }), 'reopened'],
    ['no longer found: stays closed', view('2026-04', { found: null }), null],
  ])('%s', (_, seen, kind) => expect(kindOf(dismissed, seen)).toBe(kind))
})

describe('a case answered 属实', () => {
  test.each<[string, StepContent, RunView, string | null]>([
    ['enrolled, and gone: confirmed', answered('A1'), view('2026-04', { found: null }), 'confirmed'],
    ['enrolled, still found within the lag: waits', answered('A1'), view('2026-04'), null],
    ['enrolled, still found after the lag: contradicted', answered('A1'), view('2026-05'), 'contradicted'],
    ['stopped from June, still found in July: waits', answered('A7', { stopMonth: '2026-06' }), view('2026-07'), null],
    [
      'stopped from June, still found in August',
      answered('A7', { stopMonth: '2026-06' }),
      view('2026-08'),
      'contradicted',
    ],
    ['under way, still found: waits', answered('B1'), view('2026-07'), null],
    ['under way, and gone: cleared', answered('B1'), view('2026-07', { found: null }), 'cleared'],
    ['dead, still found: quiet for the short term', answered('D1'), view('2026-06'), null],
    ['dead, still found after it: asked again', answered('D1'), view('2026-07'), 'reopened'],
    ['dead, and a roster says otherwise', answered('D1'), view('2026-05', { contradiction: '仍在册' }), 'contradicted'],
    ['not judged: waits', answered('A1'), view('2026-06', { found: null, judged: false }), null],
  ])('%s', (_, content, seen, kind) => expect(kindOf(lived(content), seen)).toBe(kind))

  test('the same answer after a contradiction is not contradicted again, and holds like a waiver', () => {
    const insisted = lived(answered('D1'), { kind: 'contradicted', reason: '仍在册' }, answered('D1', {}, '2026-05'))
    expect(insisted.insisted).toBe(true)
    expect(kindOf(insisted, view('2026-09', { contradiction: '仍在册' }))).toBe(null)
    expect(kindOf(insisted, view('2027-06'))).toBe('reopened')
  })

  test('another answer after a contradiction is tested anew', () => {
    const changed = lived(answered('A7'), { kind: 'contradicted', reason: '仍在册' }, answered('D1', {}, '2026-05'))
    expect(kindOf(changed, view('2026-07', { contradiction: '仍在册' }))).toBe('contradicted')
  })
})

test('what was cleared or confirmed and comes back is opened again', () => {
  const cleared = lived({ kind: 'cleared', reason: '' })
  expect(nextStep(cleared, view('2026-06'), terms)).toEqual({
    kind: 'reopened',
    reason: '2026-04 已消除，2026-06 再次出现',
  })
  expect(kindOf(cleared, view('2026-06', { found: null }))).toBe(null)
})

test('every asking anew has its own round', () => {
  expect(lived().round).toBe(1)
  expect(lived({ kind: 'returned', reasons: ['缺说明'], rows: [] }).round).toBe(2)
  expect(lived(answered('A1'), { kind: 'contradicted', reason: '仍在册' }).round).toBe(2)
})

test('a reported case waits for its answer; the rosters contradict it, or have had time to and do not', () => {
  const kind = (life: CaseLife, month: string, contradiction: string | null = null) =>
    reportedStep(life, month, contradiction, terms)?.kind ?? null
  expect(kind(lived(), '2026-09')).toBe(null)
  expect(kind(lived(answered('C1')), '2026-09')).toBe(null)
  expect(kind(lived(answered('A1')), '2026-04')).toBe(null)
  expect(kind(lived(answered('A1')), '2026-05')).toBe('confirmed')
  expect(kind(lived(answered('A1')), '2026-04', '名册里没有')).toBe('contradicted')
})
