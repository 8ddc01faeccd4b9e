import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseKey, caseNumber, compareCaseNumbers, numberFindings, parseCaseKey } from '../../src/track/case-number.js'
import { finding } from './samples.js'

const month = '2026-11'
const nothing = new Map<string, number>()

describe('caseNumber', () => {
  test.each([
    ['2026-11', 'T01', 1, '202611-T01-0001'],
    ['2026-01', 'L06', 9999, '202601-L06-9999'],
    ['2026-01', 'L06', 10_000, '202601-L06-10000'],
  ])('%s %s %i is %s', (of, rule, sequence, number) => {
    expect(caseNumber(of, rule, sequence)).toBe(number)
  })
})

test('case numbers stand in the order in which the cases were opened, the ten-thousandth behind the one before', () => {
  const inOrder = ['202610-L01-9999', '202610-L01-10000', '202610-T01-0001', '202611-C01-0002', '202611-C01-0010']
  expect([...inOrder].sort().reverse().sort(compareCaseNumbers)).toEqual(inOrder)
})

describe('numberFindings', () => {
  test('a known subject keeps its number and a new one goes on after the last', () => {
    const known = [{ number: '202609-T01-0003', rule: 'T01', subject: 'a' }]
    const { numbers, opened } = numberFindings([finding('b'), finding('a')], known, new Map([['T01', 7]]), month)
    expect(numbers).toEqual(['202611-T01-0008', '202609-T01-0003'])
    expect(opened.map((one) => one.subject)).toEqual(['b'])
  })

  test('one subject under two rules is two cases', () => {
    const { numbers } = numberFindings([finding('a'), finding('a', { rule: 'C01' })], [], nothing, month)
    expect(numbers).toEqual(['202611-T01-0001', '202611-C01-0001'])
  })

  test('two findings of one rule on one subject are one case', () => {
    const { numbers, opened } = numberFindings([finding('a'), finding('a', { village: '杨村' })], [], nothing, month)
    expect(numbers).toEqual(['202611-T01-0001', '202611-T01-0001'])
    expect(opened).toHaveLength(1)
  })

  test('numbers follow township, village, household and subject; the unplaced come last', () => {
    const findings = [
      finding('d', { township: null, village: null }),
      finding('c', { township: '乙镇' }),
      finding('b', { township: '甲镇', householdNumber: 'H2' }),
      finding('a', { township: '甲镇', householdNumber: 'H3' }),
    ]
    const { opened } = numberFindings(findings, [], nothing, month)
    expect(opened.map((one) => one.subject)).toEqual(['c', 'b', 'a', 'd'])
  })

  test('the order of the findings changes no number', () => {
    const some = fc.uniqueArray(
      fc.record({ subject: fc.string({ minLength: 1 }), township: fc.constantFrom('甲镇', '乙镇', null) }),
      { selector: (one) => one.subject },
    )
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (all, shuffle) => {
        const findings = all.map(({ subject, township }) => finding(subject, { township }))
        const keyed = findings.map((one) => ({ one, at: shuffle.next().value as number }))
        const shuffled = keyed.sort((left, right) => left.at - right.at).map(({ one }) => one)
        const first = numberFindings(findings, [], nothing, month)
        const second = numberFindings(shuffled, [], nothing, month)
        expect(second.opened.map(({ number, subject }) => [number, subject])).toEqual(
          first.opened.map(({ number, subject }) => [number, subject]),
        )
        expect(new Set(first.numbers).size).toBe(findings.length)
      }),
    )
  })
})

describe('caseKey', () => {
  test('gives case and round back', () => {
    expect(parseCaseKey(caseKey('202611-T01-0001', 12))).toEqual({ number: '202611-T01-0001', round: 12 })
  })

  test.each([
    '',
    '202611-T01-0001',
    '202611-T01-0001/0',
    '202611-T01-0001/x',
    '民政.xlsx|表|4',
    'H-00000000~p1~p2',
  ])('takes %j for none', (text) => expect(parseCaseKey(text)).toBeNull())
})
