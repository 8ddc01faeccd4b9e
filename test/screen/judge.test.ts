import { describe, expect, it } from 'vitest'
import type { Household, Person } from '../../src/match/person.js'
import { contextOf } from '../../src/screen/context.js'
import { accuses, judgeBy } from '../../src/screen/judge.js'
import { defineRule, type HouseholdRule, type Outcome, type PersonRule } from '../../src/screen/rule.js'
import { household, month2026, type Particulars, person, type Rosters } from './county.js'

const common = { id: 'X01', title: '测试', severity: 'medium', basis: [], action: '', messages: {} } as const
const hit = { message: 'hit', facts: {}, evidence: [] }
const personRule = (changes: Partial<PersonRule>) =>
  defineRule({ ...common, kind: '错保', unit: 'person', check: () => hit, ...changes })
const householdRule = (changes: Partial<HouseholdRule>) =>
  defineRule({ ...common, kind: '漏保', unit: 'household', systems: ['registered-poor'], check: () => hit, ...changes })
const input = month2026([])
const verdictOn = (rule: PersonRule | HouseholdRule, subject: Person | Household) =>
  judgeBy(rule, contextOf(input), input.settings)(subject)
const verdict = (changes: Partial<PersonRule>, rosters: Rosters = {}, about: Particulars = {}) =>
  verdictOn(personRule(changes) as PersonRule, person(rosters, about))?.verdict ?? null
const home = (...members: readonly Person[]) => {
  const [made] = household('registered-poor', members, 'H')[0]?.households ?? []
  if (!made) throw new Error('no household')
  return made
}
const homeVerdict = (changes: Partial<HouseholdRule>, ...members: readonly Person[]) =>
  verdictOn(householdRule(changes) as HouseholdRule, home(...members))
/** Somebody without a number who stands in the roster and may be the person. */
const maybe = (roster: Rosters) => ({ candidates: [person(roster, { idNumber: null })] })

describe('judgeBy', () => {
  it('clears, hits, or says why it cannot say', () => {
    expect(verdict({ check: () => null })).toBeNull()
    expect(verdict({})).toBe('hit')
    const judged = verdictOn(personRule({ check: (): Outcome => ({ withheld: '没有金额' }) }) as PersonRule, person({}))
    expect(judged).toMatchObject({ verdict: 'not-judged', reason: '没有金额' })
  })

  it('does not judge a household of which nobody knows who belongs to it', () => {
    const rule = householdRule({}) as HouseholdRule
    const alone = home(person({}))
    expect(verdictOn(rule, alone)?.verdict).toBe('hit')
    expect(verdictOn(rule, { ...alone, untold: true })).toMatchObject({
      verdict: 'not-judged',
      reason: expect.stringContaining('同户'),
    })
    expect(verdictOn({ ...rule, check: () => null }, { ...alone, untold: true })).toBeNull()
  })

  it('says where a roster lists somebody as stopped whom the hit calls absent', () => {
    const absent: Partial<PersonRule> = { kind: '漏保', check: () => ({ ...hit, absentFrom: ['rural-allowance'] }) }
    const judged = verdictOn(
      personRule(absent) as PersonRule,
      person({ 'rural-allowance-members': { supportState: '已停' } }),
    )
    expect(judged).toMatchObject({ verdict: 'hit', hit: { evidence: [{ fact: '农村低保：名册注明已停' }] } })
    expect(verdict(absent, { 'rural-allowance-members': { supportState: '暂停' } })).toBeNull()
  })

  it('weighs the hit and tests the exceptions', () => {
    const exception = {
      id: 'x',
      title: '某情形',
      consults: [],
      test: () => ({ state: 'applies' as const, reason: '如此' }),
    }
    expect(verdictOn(personRule({ exceptions: [exception] }) as PersonRule, person({}))).toMatchObject({
      verdict: 'hit',
      excuses: { applies: true },
    })
  })
})

describe('an id with two names', () => {
  const conflict = { grade: 'conflict' } as const

  it('is not judged where it stands in the rosters concerned or would be hit, but by the data rules', () => {
    expect(verdict({}, {}, conflict)).toBe('not-judged')
    expect(verdict({ kind: '漏保' }, {}, conflict)).toBe('not-judged')
    expect(verdict({ kind: '数据' }, {}, conflict)).toBe('hit')
    expect(verdict({ check: () => null }, {}, conflict)).toBeNull()
    expect(verdict({ check: () => null, needs: [['destitute']] }, {}, conflict)).toBe('not-judged')
  })

  it('keeps a household from being accused, and not from being missed', () => {
    const members = () => [person({}), person({}, conflict)]
    expect(homeVerdict({ kind: '错保' }, ...members())?.verdict).toBe('not-judged')
    expect(homeVerdict({ kind: '脱保' }, ...members())?.verdict).toBe('not-judged')
    expect(homeVerdict({ kind: '补贴', accuses: true }, ...members())?.verdict).toBe('not-judged')
    expect(homeVerdict({ kind: '补贴' }, ...members())?.verdict).toBe('hit')
    expect(homeVerdict({ kind: '漏保' }, ...members())?.verdict).toBe('hit')
  })

  it('counts only among those whom the hit covers', () => {
    const [sound, doubtful] = [person({}), person({}, conflict)]
    const check = () => ({ ...hit, members: [sound] })
    expect(homeVerdict({ kind: '错保', check }, sound, doubtful)?.verdict).toBe('hit')
  })
})

const excusing = {
  id: 'x',
  title: '某情形',
  consults: ['death'] as const,
  test: () => ({ state: 'does-not-apply' as const, reason: '查无' }),
}

describe('a claimed absence', () => {
  const check = (): Outcome => ({ ...hit, absentFrom: ['destitute', 'marginal'] })

  it('is void where somebody covered stands there, and holds where nobody does', () => {
    expect(verdict({ kind: '漏保', check }, { 'marginal-members': {} })).toBeNull()
    expect(verdict({ kind: '漏保', check }, { 'temporary-aid': {} })).toBe('hit')
    expect(homeVerdict({ check }, person({}), person({ 'destitute-persons': {} }))).toBeNull()
  })

  it('waits while somebody there may be one of those covered, and names them', () => {
    expect(verdict({ kind: '漏保', check }, {}, maybe({ 'destitute-persons': {} }))).toBe('withheld')
    expect(verdict({ kind: '漏保', check }, {}, maybe({ 'temporary-aid': {} }))).toBe('hit')
    const doubtful = person({}, maybe({ 'marginal-members': {} }))
    expect(homeVerdict({ check }, person({}), doubtful)).toMatchObject({ verdict: 'withheld', members: [doubtful] })
  })

  it('waits while a roster of support that would excuse it may hold the person, and for no list of the dead or gone', () => {
    const exceptions = [{ ...excusing, consults: ['destitute', 'death'] as const }]
    const inSupport = maybe({ 'destitute-persons': {} })
    for (const kind of ['漏保', '补贴', '留守'] as const) {
      expect(verdict({ kind, exceptions }, {}, inSupport)).toBe('withheld')
      expect(verdict({ kind, exceptions }, {}, maybe({ deaths: {} }))).toBe('hit')
    }
    expect(verdict({ kind: '数据', exceptions }, {}, inSupport)).toBe('hit')
  })

  it('does not wait for who is not covered', () => {
    const [covered, other] = [person({}), person({}, maybe({ 'destitute-persons': {} }))]
    const ofOne = (): Outcome => ({ ...hit, absentFrom: ['destitute'], members: [covered] })
    expect(homeVerdict({ check: ofOne }, covered, other)?.verdict).toBe('hit')
  })
})

describe('an accusation', () => {
  const exceptions = [excusing]

  it('waits while somebody in a roster that could excuse it may be the person', () => {
    expect(verdict({ exceptions }, {}, maybe({ deaths: {} }))).toBe('withheld')
    expect(verdict({ exceptions }, {}, maybe({ 'temporary-aid': {} }))).toBe('hit')
    expect(verdict({ kind: '漏保', exceptions }, {}, maybe({ deaths: {} }))).toBe('hit')
  })

  it('waits for the whole household, whomever it covers', () => {
    const [covered, other] = [person({}), person({}, maybe({ deaths: {} }))]
    const check = () => ({ ...hit, members: [covered] })
    const changes = { kind: '错保', exceptions, check } as const
    expect(homeVerdict(changes, covered, other)).toMatchObject({ verdict: 'withheld', members: [other] })
  })

  it('is what 错保 and 脱保 make, and a 补贴 rule that may stop money', () => {
    const kinds = ['错保', '脱保', '漏保', '补贴', '留守', '数据'] as const
    expect(kinds.filter((kind) => accuses(personRule({ kind })))).toEqual(['错保', '脱保'])
    expect(accuses(personRule({ kind: '补贴', accuses: true }))).toBe(true)
  })
})
