import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/match/person.js'
import type { ScreeningInput } from '../../src/screen/context.js'
import { explainRule } from '../../src/screen/explain.js'
import type { Rule } from '../../src/screen/rule.js'
import { allRules } from '../../src/screen/rules/all.js'
import { screen } from '../../src/screen/screen.js'
import { asCandidates, month2026, person } from './county.js'

const rule = (id: string) => allRules.find((one) => one.id === id) as Rule
const explain = (asked: Rule, one: Person, input: ScreeningInput) => explainRule(asked, one, input, allRules)
const severe = () => person({ 'disability-certificates': { level: '1', issuedOn: '2020-01-01' } })

describe('explainRule', () => {
  it('says who was found, as screen does', () => {
    const one = severe()
    const input = month2026([one])
    const [finding] = screen(input).findings.filter((each) => each.rule === 'P02')
    expect(explain(rule('P02'), one, input).answers).toEqual([{ household: null, answer: { state: 'found', finding } }])
  })

  it('leaves to another rule what that one asks, as screen does', () => {
    const one = person({ 'living-subsidies': {}, deaths: { diedOn: '2026-05-01' } })
    const settings = (off: string[]) => ({ settings: { rules: { on: ['P08'], off, settings: {} } } })
    const answer = (off: string[]) =>
      explain(rule('P08'), one, month2026([one], settings(off))).answers[0]?.answer.state
    expect([answer([]), answer(['C01'])]).toEqual(['clear', 'found'])
  })

  it('says that the condition does not hold', () => {
    const one = person({ 'disability-certificates': { level: '4', issuedOn: '2020-01-01' } })
    expect(explain(rule('P02'), one, month2026([one])).answers[0]?.answer).toEqual({ state: 'clear' })
  })

  it('says which roster somebody is missing from', () => {
    const one = severe()
    const explained = explain(rule('C04'), one, month2026([one]))
    expect(explained.answers[0]?.answer).toEqual({ state: 'not-concerned', missing: ['destitute'] })
    expect(explained.rosters.find(({ programme }) => programme === 'destitute')).toMatchObject({ standing: 'absent' })
  })

  it('says who may be hiding in the roster', () => {
    const one = severe()
    const other = person({ 'care-subsidies': {} }, { idNumber: null })
    asCandidates(one, other)
    const answer = explain(rule('P02'), one, month2026([one, other])).answers[0]?.answer
    expect(answer).toEqual({ state: 'withheld', members: [one] })
  })

  it('names the short roster that the person stands in, and no other', () => {
    const one = person({ 'destitute-persons': {}, 'rural-allowance-members': {} })
    const stop = (township: string) => ({ programme: 'destitute' as const, township, rowsBefore: 40, rowsNow: 10 })
    const input = month2026([one], { stops: [stop('庄墓镇'), stop('水湖镇')] })
    const answers = explain(rule('C03'), one, input).answers
    expect(answers.map(({ answer }) => answer)).toEqual([
      { state: 'stopped', reason: '特困供养（水湖镇）记录数由上月 40 降为 10' },
    ])
    const elsewhere = month2026([one], { stops: [stop('庄墓镇')] })
    expect(explain(rule('C03'), one, elsewhere).answers[0]?.answer.state).not.toBe('stopped')
  })

  it('says why a rule is not judged at all: switched off, or something missing', () => {
    const one = severe()
    const off = month2026([one], { settings: { notHeld: [], rules: { on: [], off: ['P02'], settings: {} } } })
    expect(explain(rule('P02'), one, off)).toMatchObject({ blocked: { switchedOff: true }, answers: [] })
    const missing = month2026([one], { deliveries: [] })
    expect(explain(rule('P02'), one, missing).blocked?.switchedOff).toBe(false)
  })
})
