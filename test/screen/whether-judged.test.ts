import { describe, expect, test } from 'vitest'
import type { Evidence, Finding } from '../../src/domain/finding.js'
import type { Programme } from '../../src/domain/programme.js'
import type { Person } from '../../src/match/person.js'
import { allRules } from '../../src/screen/rules/all.js'
import type { SafetyStop } from '../../src/screen/safety.js'
import { screen } from '../../src/screen/screen.js'
import type { Screening } from '../../src/screen/screening.js'
import { whetherJudged } from '../../src/screen/whether-judged.js'
import { household, idFor, month2026, person } from './county.js'

const nothing = { judged: false, excuse: '' }
const plainly = { judged: true, excuse: '' }
const restored = { judged: true, excuse: '已恢复在册' }

function about(
  last: Partial<Finding>,
  screening: Screening = screen(month2026([])),
  persons = [person({})],
  stops: readonly SafetyStop[] = [],
) {
  const base = {
    rule: 'C03',
    unit: 'person',
    subject: 'p',
    township: '水湖镇',
    personKey: 'p',
    memberKeys: [],
    evidence: [],
  }
  return whetherJudged(screening, allRules, persons, stops)({ ...base, ...last } as unknown as Finding)
}

describe('what it means that nothing was found', () => {
  test('a rule that judged everybody: it is over', () => expect(about({})).toEqual(plainly))

  test('a rule that is off, unknown, or whose roster did not arrive says nothing', () => {
    expect(about({ rule: 'P03' })).toEqual(nothing)
    expect(about({ rule: 'V01' })).toEqual(nothing)
    expect(about({}, screen(month2026([], { missing: ['destitute'] })))).toEqual(nothing)
  })

  test('a township that a safety stop kept away says nothing, another one does', () => {
    const stop = { programme: 'rural-allowance', township: '水湖镇', rowsBefore: 60, rowsNow: 3 } as const
    const screening = screen(month2026([], { stops: [stop] }))
    expect(about({ rule: 'L01' }, screening)).toEqual(nothing)
    expect(about({ rule: 'L01', township: '庄墓镇' }, screening)).toEqual(plainly)
  })

  test('people who could not be judged say nothing of the others, however many they are', () => {
    const people = Array.from({ length: 25 }, () => person({ 'rural-allowance-members': {}, deaths: {} }))
    const screening = screen(month2026(people))
    expect(about({ rule: 'C01', subject: people[0]?.key as string }, screening)).toEqual(nothing)
    expect(about({ rule: 'C01', subject: 'p' }, screening)).toEqual(plainly)
  })

  test('an exception that came to light is named', () => {
    const screening = screen(month2026([]))
    const excused = {
      rule: 'C03',
      subject: 'p',
      exceptions: [
        { exception: 'x', title: '转换当月', state: 'applies', reason: '' },
        { exception: 'y', title: '补发', state: 'does-not-apply', reason: '' },
      ],
    }
    expect(about({}, { ...screening, suppressed: [excused as unknown as Finding] })).toEqual({
      judged: true,
      excuse: '转换当月',
    })
  })

  test('a rule that could not say of the subject, or of so many that it says so once, says nothing', () => {
    const notJudged = (scope: 'person' | 'rule', subject: string | null) => {
      return { ...screen(month2026([])), notJudged: [{ rule: 'C03', scope, subject, reason: '' }] }
    }
    expect(about({}, notJudged('person', 'p'))).toEqual(nothing)
    expect(about({}, notJudged('person', 'q'))).toEqual(plainly)
    expect(about({}, notJudged('rule', null))).toEqual(nothing)
  })

  test('a 漏保 that was withheld says nothing', () => {
    const screening = { ...screen(month2026([])), withheld: [{ rule: 'L01', subject: 'h', memberKeys: [] }] }
    expect(about({ rule: 'L01', unit: 'household', subject: 'h' }, screening)).toEqual(nothing)
  })

  test('what vanished between two months is over only when it is back', () => {
    const lost = { rule: 'T01', evidence: rowsIn('rural-allowance'), personKey: 'gone' }
    expect(about(lost)).toEqual(nothing)
    const back = person({ 'rural-allowance-members': {} }, { key: 'gone' })
    expect(about(lost, screen(month2026([back])), [back])).toEqual(restored)
  })

  test('who has no usable number is back when his row is', () => {
    const lost = { rule: 'T01', evidence: rowsIn('rural-allowance'), personKey: 'gone' }
    const rosters = { 'rural-allowance-members': {} }
    const [back, doubtful] = [null, undefined].map((idNumber) =>
      person(rosters, { key: 'gone', linked: 'possible', ...(idNumber === null ? { idNumber } : {}) }),
    ) as [Person, Person]
    expect(about(lost, screen(month2026([back])), [back])).toEqual(restored)
    expect(about(lost, screen(month2026([doubtful])), [doubtful])).toEqual(nothing)
  })

  test('of a household that vanished all have to be back', () => {
    const lost = { rule: 'T01', evidence: rowsIn('rural-allowance'), personKey: 'head', memberKeys: ['head', 'child'] }
    const [head, child] = ['head', 'child'].map((key) => person({ 'rural-allowance-members': {} }, { key }))
    expect(about(lost, screen(month2026([])), [head as Person])).toEqual(nothing)
    expect(about(lost, screen(month2026([])), [head as Person, child as Person])).toEqual(restored)
  })

  test('who vanished from two kinds of support is back in either; of two subsidies each has to be paid again', () => {
    const supported = person({ 'destitute-persons': {} }, { key: 'p' })
    const support = { rule: 'T01', evidence: rowsIn('rural-allowance', 'destitute') }
    expect(about(support, screen(month2026([])), [supported])).toEqual(restored)
    const subsidies = { rule: 'T07', evidence: rowsIn('living-subsidy', 'care-subsidy') }
    const one = person({ 'living-subsidies': {} }, { key: 'p' })
    const both = person({ 'living-subsidies': {}, 'care-subsidies': {} }, { key: 'p' })
    const screening = screen(month2026([], { settings: { rules: { on: ['T07'], off: [], settings: {} } } }))
    expect(about(subsidies, screening, [one])).toEqual(nothing)
    expect(about(subsidies, screening, [both])).toEqual(restored)
  })

  describe('when the number of the row it rests on came damaged', () => {
    const both = { kind: '错保', evidence: rowsIn('destitute', 'rural-allowance') } as const
    const rosters = { 'rural-allowance-members': {} }
    const judgedOf = (one: Person, last: Partial<Finding> = both) => about(last, screen(month2026([one])), [one])
    const namesake = person(rosters, { idNumber: null })

    test('the row may still be the person’s: nothing is over', () =>
      expect(judgedOf(person(rosters, { key: 'p', linked: 'probable' }))).toEqual(nothing))
    test('so may be that of somebody who may be the person', () =>
      expect(judgedOf(person({}, { key: 'p', candidates: [namesake] }))).toEqual(nothing))
    test('the row is surely the person’s: it is over', () =>
      expect(judgedOf(person(rosters, { key: 'p' }))).toEqual(plainly))
    test('a doubt about another roster says nothing of it', () =>
      expect(judgedOf(person({ 'old-age-allowance': {} }, { key: 'p', linked: 'probable' }))).toEqual(plainly))
    test('a fault of the row itself would be found', () =>
      expect(judgedOf(person(rosters, { key: 'p', linked: 'probable' }), { ...both, kind: '数据' })).toEqual(plainly))
  })

  describe('when the roster that named the household is short', () => {
    const last = {
      rule: 'L02',
      unit: 'household',
      subject: 'monitored:H1',
      memberKeys: ['p', 'q'],
      evidence: rowsIn('monitored'),
    } as const
    const short = (township: string | null, programme: Programme = 'monitored'): SafetyStop => {
      return { programme, township, rowsBefore: 40, rowsNow: 0 }
    }
    const judgedWith = (stop: SafetyStop, persons = [person({ 'registered-poor': {} }, { key: 'p' })]) =>
      about(last, screen(month2026(persons, { stops: [stop] })), persons, [stop])

    test('its township is missing: nobody asked about it', () => expect(judgedWith(short('水湖镇'))).toEqual(nothing))
    test('all of the roster is short', () => expect(judgedWith(short(null))).toEqual(nothing))
    test('another township is missing', () => expect(judgedWith(short('庄墓镇'))).toEqual(plainly))
    test('another roster is short', () => expect(judgedWith(short('水湖镇', 'old-age-allowance'))).toEqual(plainly))
    test('its own rows are there', () =>
      expect(judgedWith(short('水湖镇'), [person({ 'monitored-households': {} }, { key: 'q' })])).toEqual(plainly))
    test('a fault of the delivery itself goes with it', () => {
      const stop = short(null)
      const fault = {
        rule: 'D15',
        unit: 'delivery',
        subject: 'x',
        personKey: null,
        evidence: rowsIn('monitored'),
      } as const
      expect(about(fault, screen(month2026([])), [], [stop])).toEqual(plainly)
    })
  })
})

function rowsIn(...programmes: readonly Programme[]): readonly Evidence[] {
  return programmes.map((programme) => {
    return { programme, fact: '', origin: { file: '', sheet: '', row: 0, column: null } }
  })
}

test('a finding that is still there would be found again', () => {
  const id = idFor('1950-01-01', 7)
  const both = person(
    { 'destitute-persons': {}, 'rural-allowance-members': { insured: true } },
    { idNumber: id, key: 'p' },
  )
  household('rural-allowance', [both], 'H1')
  expect(screen(month2026([both])).findings.some(({ rule, subject }) => rule === 'C03' && subject === 'p')).toBe(true)
})
