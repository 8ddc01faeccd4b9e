import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.js'
import { allRules } from '../../src/screen/rules/all.js'
import { screen } from '../../src/screen/screen.js'
import type { Screening } from '../../src/screen/screening.js'
import { whetherJudged } from '../../src/screen/whether-judged.js'
import { household, idFor, month2026, person } from './county.js'

const nothing = { judged: false, excuse: '' }
const plainly = { judged: true, excuse: '' }

function about(last: Partial<Finding>, screening: Screening = screen(month2026([])), persons = [person({})]) {
  const base = {
    rule: 'C03',
    unit: 'person',
    subject: 'p',
    township: '水湖镇',
    personKey: 'p',
    memberKeys: [],
    evidence: [],
  }
  return whetherJudged(screening, allRules, persons)({ ...base, ...last } as unknown as Finding)
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

  test('an exception that came to light is named', () => {
    const screening = screen(month2026([]))
    const excused = {
      rule: 'C03',
      subject: 'p',
      exceptions: [{ exception: 'x', title: '转换当月', state: 'applies', reason: '' }],
    }
    expect(about({}, { ...screening, suppressed: [excused as unknown as Finding] })).toEqual({
      judged: true,
      excuse: '转换当月',
    })
  })

  test('a 漏保 that was withheld says nothing', () => {
    const screening = { ...screen(month2026([])), withheld: [{ rule: 'L01', subject: 'h', memberKeys: [] }] }
    expect(about({ rule: 'L01', unit: 'household', subject: 'h' }, screening)).toEqual(nothing)
  })

  test('what vanished between two months is over only when it is back', () => {
    const evidence = [
      { programme: 'rural-allowance', fact: '', origin: { file: '', sheet: '', row: 0, column: null } },
    ] as const
    const lost = { rule: 'T01', evidence, personKey: 'gone', memberKeys: [] }
    expect(about(lost)).toEqual(nothing)
    const back = person({ 'rural-allowance-members': {} }, { key: 'gone' })
    expect(about(lost, screen(month2026([back])), [back])).toEqual({ judged: true, excuse: '已恢复在册' })
  })
})

test('a finding that is still there would be found again', () => {
  const id = idFor('1950-01-01', 7)
  const both = person(
    { 'destitute-persons': {}, 'rural-allowance-members': { insured: true } },
    { idNumber: id, key: 'p' },
  )
  household('rural-allowance', [both], 'H1')
  expect(screen(month2026([both])).findings.some(({ rule, subject }) => rule === 'C03' && subject === 'p')).toBe(true)
})
