import { describe, expect, it } from 'vitest'
import { evidence, inProgramme, mayStandIn, onTheRoll, recordsIn } from '../../src/screen/standing.js'
import { asCandidates, household, person } from './county.js'

describe('inProgramme', () => {
  it('rests on certain links only', () => {
    expect(inProgramme(person({ 'destitute-persons': {} }), ['destitute'])).toBe(true)
    expect(inProgramme(person({ 'destitute-persons': {} }, { linked: 'probable' }), ['destitute'])).toBe(false)
  })

  it('does not count a member listed as not supported', () => {
    expect(inProgramme(person({ 'rural-allowance-members': { insured: false } }), ['rural-allowance'])).toBe(false)
  })

  it('knows the two subsidies of one list apart', () => {
    const both = person({ 'both-subsidies': { subsidyKind: '护理补贴' } })
    expect(inProgramme(both, ['care-subsidy'])).toBe(true)
    expect(inProgramme(both, ['living-subsidy'])).toBe(false)
  })

  it('does not say whom a household list of three with two supported means, nor that they are absent', () => {
    const row = { 'rural-allowance-households': { householdSize: 3, insuredSize: 2 } }
    const members = household('rural-allowance', [person(row), person(row), person(row)])
    for (const member of members) {
      expect(recordsIn(member, ['rural-allowance'])).toEqual([])
      expect(mayStandIn(member, ['rural-allowance'])).toBe('stands')
    }
  })
})

describe('mayStandIn', () => {
  it('is certain of presence and of absence', () => {
    expect(mayStandIn(person({ 'destitute-persons': {} }), ['destitute'])).toBe('stands')
    expect(mayStandIn(person({ deaths: {} }), ['destitute'])).toBe('absent')
  })

  it.each([
    'probable',
    'possible',
    'conflict',
  ] as const)('is uncertain behind a %s candidate in the roster', (grade) => {
    const [seeker, other] = [person({ deaths: {} }), person({ 'destitute-persons': {} })]
    asCandidates(seeker, other, grade)
    expect(mayStandIn(seeker, ['destitute'])).toBe('uncertain')
    expect(mayStandIn(seeker, ['marginal'])).toBe('absent')
  })

  it('is uncertain behind a weak link of the person', () => {
    expect(mayStandIn(person({ 'destitute-persons': {} }, { linked: 'probable' }), ['destitute'])).toBe('uncertain')
  })

  it('takes an express 不保障 for absence, though the household list names everybody', () => {
    const refused = person({ 'rural-allowance-members': { insured: false }, 'rural-allowance-households': {} })
    expect(mayStandIn(refused, ['rural-allowance'])).toBe('absent')
  })
})

describe('evidence', () => {
  it('names the programme and the place in the file', () => {
    const [record] = recordsIn(person({ 'destitute-persons': { startMonth: '2024-01' } }), ['destitute'])
    if (!record) throw new Error('no record')
    expect(onTheRoll(record)).toEqual({
      programme: 'destitute',
      fact: '特困供养：在册，2024-01 起',
      origin: record.origin,
    })
    expect(evidence(record, '分散供养').fact).toBe('特困供养：分散供养')
  })
})
