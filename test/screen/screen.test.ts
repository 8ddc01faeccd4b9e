import { describe, expect, it } from 'vitest'
import type { Programme } from '../../src/domain/programme.js'
import type { PersonRule } from '../../src/screen/rule.js'
import { allRules } from '../../src/screen/rules/all.js'
import deceasedOnTheRoll from '../../src/screen/rules/improper/deceased-on-the-roll.js'
import destituteWithAllowance from '../../src/screen/rules/improper/destitute-with-allowance.js'
import priceSubsidyMissing from '../../src/screen/rules/missed/price-subsidy-missing.js'
import uncoveredPoorHousehold from '../../src/screen/rules/missed/uncovered-poor-household.js'
import careSubsidyMissing from '../../src/screen/rules/subsidy/care-subsidy-missing.js'
import { screen } from '../../src/screen/screen.js'
import { anyRule } from './any-rule.js'
import { household, month2026, person } from './county.js'

const severe = () => person({ 'disability-certificates': { level: '1', issuedOn: '2020-01-01' } })
const settings = (
  rules: { on?: string[]; off?: string[]; settings?: Record<string, boolean | number> },
  notHeld: Programme[] = [],
) => ({
  settings: { notHeld, rules: { on: rules.on ?? [], off: rules.off ?? [], settings: rules.settings ?? {} } },
})
const always = (changes: Partial<PersonRule>) => anyRule({ kind: '补贴', severity: 'high', ...changes })

describe('screen', () => {
  it('says how every rule fared', () => {
    const { rules } = screen(month2026([severe()]))
    const ids = rules.map((state) => state.rule)
    expect([...ids].sort()).toEqual(allRules.map((rule) => rule.id).sort())
    // In the order of the catalogue, not of the files.
    expect([...new Set(ids.map((id) => id[0]))].join('')).toBe('LTCPSD')
    expect(rules.find((state) => state.rule === 'P02')).toMatchObject({
      state: 'judged',
      reason: '',
      hits: 1,
      suppressed: 0,
    })
  })

  it('counts what an exception answered and keeps it apart', () => {
    const excused = person({ 'disability-certificates': { level: '1' }, 'destitute-persons': {} })
    const { findings, suppressed, rules } = screen(month2026([severe(), excused]), [careSubsidyMissing])
    expect([findings.length, suppressed.length]).toEqual([1, 1])
    expect(rules[0]).toMatchObject({ hits: 1, suppressed: 1 })
    expect(suppressed[0]?.personKey).toBe(excused.key)
  })

  it('asks nobody about a list that the county does not hold, and does not say that it did not arrive', () => {
    const poor = person({ 'rural-allowance-members': { insured: true, startMonth: '2025-01' } })
    const changes = { missing: ['price-subsidy'] as const, ...settings({ on: ['L14'] }, ['price-subsidy']) }
    const { rules, findings, notJudged } = screen(month2026([poor], changes), [priceSubsidyMissing])
    expect(rules[0]).toMatchObject({
      state: 'not-judged',
      reason: '本县没有价格临时补贴名册（doudi.yaml 的 notHeld）',
    })
    expect([...findings, ...notJudged]).toEqual([])
  })

  it('lists the exceptions that nothing delivered can answer', () => {
    const { rules } = screen(month2026([severe()], { missing: ['death'] }), [careSubsidyMissing])
    expect(rules[0]?.uncheckedExceptions).toContain('本人已死亡')
    expect(rules[0]?.uncheckedExceptions).toContain('服刑')
    expect(rules[0]?.uncheckedExceptions).not.toContain('新发残疾人证，次月起补')
  })

  it('orders findings by rule, township, household, subject, townships unknown last', () => {
    const at = (township: string | null, key: string) =>
      person({ 'disability-certificates': { level: '1' } }, { key, place: { township, village: null } })
    const people = [at(null, 'A'), at('水湖镇', 'C'), at('庄墓镇', 'D'), at('水湖镇', 'B')]
    const { findings } = screen(month2026(people), [careSubsidyMissing])
    expect(findings.map((finding) => finding.subject)).toEqual(['D', 'B', 'C', 'A'])
  })

  it('lowers a hit one step, once, for exceptions it could not check', () => {
    const people = [person({ 'disability-certificates': { level: '1' } })]
    const { findings } = screen(month2026(people, { missing: ['death'] }), [careSubsidyMissing])
    const unchecked = findings[0]?.exceptions
      .filter((result) => result.state === 'unchecked')
      .map((each) => each.exception)
    expect(unchecked).toEqual(expect.arrayContaining(['deceased', 'late-certificate']))
    expect(findings[0]?.severity).toBe('low')
  })

  it('does not lower hits for lists that nobody delivers or the county does not hold', () => {
    const { findings } = screen(month2026([severe()], { missing: ['death'], ...settings({}, ['death']) }), [
      careSubsidyMissing,
    ])
    const deceased = findings[0]?.exceptions.find((result) => result.exception === 'deceased')
    expect(deceased).toMatchObject({ state: 'unchecked', reason: '本县没有殡葬死亡名册' })
    expect(findings[0]?.severity).toBe('medium')
  })

  it('sorts the facts that reopen a case by name', () => {
    const rule = always({ check: () => ({ message: 'hit', facts: { b: 1, a: 2 }, evidence: [] }) })
    expect(Object.keys(screen(month2026([severe()]), [rule]).findings[0]?.facts ?? {})).toEqual(['a', 'b'])
  })
})

describe('rules that are not judged', () => {
  const stateOf = (changes: Parameters<typeof month2026>[1], rule = careSubsidyMissing) =>
    screen(month2026([severe()], changes), [rule])

  it('switched off: no findings and nothing missing', () => {
    for (const off of ['P02', '补贴']) {
      const { findings, notJudged, rules } = stateOf(settings({ off: [off] }))
      expect(findings).toEqual([])
      expect(notJudged).toEqual([])
      expect(rules[0]).toMatchObject({ state: 'off', reason: '已在 doudi.yaml 中关闭' })
    }
  })

  it('out of force: judged from its first to its last month', () => {
    const rule = always({ from: '2026-11', until: '2026-11' })
    expect(stateOf({}, rule).rules[0]?.state).toBe('judged')
    expect(stateOf({ month: '2026-10' }, rule).rules[0]?.reason).toContain('自 2026-11 起')
    expect(stateOf({ month: '2026-12' }, rule).rules[0]?.reason).toContain('至 2026-11 止')
  })

  it('two rows of one standard: not judged, with the row to strike out', () => {
    const grace = { key: 'grace.months', from: '2026-01', unit: '月', document: '测试' } as const
    const rule = always({ standards: ['grace.months'] })
    const { notJudged } = stateOf(
      {
        standards: [
          { ...grace, value: 12 },
          { ...grace, value: 6 },
        ],
      },
      rule,
    )
    expect(notJudged[0]?.reason).toContain('有两行 2026-01 起的 grace.months（渐退期月数）')
  })

  it('a missing roster: named, and counted as not judged', () => {
    const { notJudged } = stateOf({ missing: ['care-subsidy'] })
    expect(notJudged).toEqual([
      { rule: 'P02', scope: 'rule', subject: null, reason: '本月没有收到重度残疾人护理补贴名册，或名册为空' },
    ])
  })

  it('says of which rosters one would do and which is needed in any case', () => {
    const rule = always({ needs: [['living-subsidy', 'care-subsidy']], consults: ['disability-certificate'] })
    const { notJudged } = stateOf({ missing: ['living-subsidy', 'care-subsidy', 'disability-certificate'] }, rule)
    expect(notJudged[0]?.reason).toBe('本月没有收到困难残疾人生活补贴或重度残疾人护理补贴、残疾人证名册，或名册为空')
  })

  it('a roster without rows is as good as missing', () => {
    const input = month2026([severe()])
    const deliveries = input.deliveries.map((each) =>
      each.source.endsWith('subsidies') ? { ...each, records: 0 } : each,
    )
    expect(screen({ ...input, deliveries }, [careSubsidyMissing]).rules[0]?.state).toBe('not-judged')
  })

  it('one township short: only its people, and the rule is judged in part', () => {
    const both = [
      person({ 'destitute-persons': { startMonth: '2020-01' }, 'rural-allowance-members': { insured: true } }),
      person(
        { 'destitute-persons': { startMonth: '2020-01' }, 'rural-allowance-members': { insured: true } },
        { place: { township: '庄墓镇', village: null } },
      ),
    ]
    const stops = [{ programme: 'destitute' as const, township: '庄墓镇', rowsBefore: 40, rowsNow: 10 }]
    const { findings, notJudged, rules } = screen(month2026(both, { stops }), [destituteWithAllowance])
    expect(findings.map((finding) => finding.township)).toEqual(['水湖镇'])
    expect(notJudged).toMatchObject([{ scope: 'township', subject: '庄墓镇' }])
    expect(rules[0]).toMatchObject({ state: 'partly', hits: 1 })
  })

  it('a short roster stops 漏保 only where the rule relies on absence from it', () => {
    const home = household('registered-poor', [person({ 'registered-poor': { povertyState: '返贫' } })], 'H1')
    const stop = (programme: 'registered-poor' | 'destitute') => ({
      stops: [{ programme, township: null, rowsBefore: 40, rowsNow: 10 }],
    })
    expect(screen(month2026(home, stop('registered-poor')), [uncoveredPoorHousehold]).findings).toHaveLength(1)
    expect(screen(month2026(home, stop('destitute')), [uncoveredPoorHousehold]).rules[0]?.state).toBe('not-judged')
  })

  it('says of everybody who was not judged that it was so, however many they are', () => {
    const people = Array.from({ length: 25 }, () => person({ 'rural-allowance-members': {}, deaths: {} }))
    const { notJudged } = screen(month2026(people), [deceasedOnTheRoll])
    expect(notJudged.map(({ scope }) => scope)).toEqual(people.map(() => 'person'))
    expect(notJudged.map(({ subject }) => subject)).toEqual(people.map(({ key }) => key))
  })

  it('names the members whose identity holds a 漏保 back', () => {
    const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
    const home = household(
      'registered-poor',
      [
        person({ 'registered-poor': { povertyState: '返贫' } }, { candidates: [hidden] }),
        person({ 'registered-poor': {} }),
      ],
      'H1',
    )
    const { withheld } = screen(month2026([...home, hidden]), [uncoveredPoorHousehold])
    expect(withheld).toEqual([{ rule: 'L01', subject: 'registered-poor:H1', memberKeys: [home[0]?.key] }])
  })
})
