import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/match/person.js'
import { contextOf } from '../../src/screen/context.js'
import { lossOf, pastEvidence } from '../../src/screen/loss.js'
import { idFor, intact, month2026, type Particulars, person, type Rosters } from './county.js'

const number = idFor('1960-01-01', 802)
const past: Rosters = { 'rural-allowance-members': { householdNumber: 'D1', headIdNumber: intact(number) } }
const gone = (about: Particulars = {}, rosters: Rosters = {}) => person(rosters, { past, ...about })
const head = (rosters: Rosters = {}) => gone({ idNumber: number }, rosters)
const asked = (one: Person, ...others: readonly Person[]) =>
  lossOf(one, contextOf(month2026([one, ...others])))?.asked ?? null

describe('lossOf', () => {
  it('is nothing for who had no 低保 or 特困, or is covered now by any programme', () => {
    expect(asked(person({}))).toBeNull()
    expect(asked(gone({ past: { 'care-subsidies': {} } }))).toBeNull()
    expect(asked(gone({}, { 'destitute-persons': {} }))).toBeNull()
    expect(asked(gone({}, { 'protected-children': { childKind: '孤儿' } }))).toBeNull()
  })

  it('is asked about by T01 where nothing else fits', () => {
    expect(asked(gone())).toBe('T01')
    expect(asked(gone(), head())).toBe('T01')
  })

  it('is the age limit of 特困 from 16 to 17', () => {
    const destitute = { 'destitute-persons': {} }
    expect(asked(gone({ past: destitute, birth: '2010-11-30' }))).toBe('T08')
    expect(asked(gone({ past: destitute, birth: '2008-12-01' }))).toBe('T08')
    expect(asked(gone({ past: destitute, birth: '2010-12-01' }))).toBe('T01')
    expect(asked(gone({ past: destitute, birth: '2008-11-30' }))).toBe('T01')
    expect(asked(gone({ birth: '2010-01-01' }))).toBe('T01')
  })

  it('is one member taken out where somebody of the household stays', () => {
    expect(asked(gone(), head({ 'rural-allowance-members': {} }))).toBe('T06')
    expect(asked(gone(), head({ deaths: {} }), gone({}, { 'destitute-persons': {} }))).toBe('T06')
  })

  it("is the head's death, by either list, where nobody stays", () => {
    expect(asked(gone(), head({ deaths: {} }))).toBe('T05')
    expect(asked(gone(), head({ departures: { reason: '死亡' } }))).toBe('T05')
    expect(asked(gone(), head({ departures: { reason: '户籍迁移' } }))).toBe('T01')
    expect(asked(gone(), head(), gone({}, { deaths: {} }))).toBe('T01')
    expect(asked(head({ deaths: {} }), gone())).toBe('T01')
  })

  it('takes nobody without a number for the head of a household that names none', () => {
    const headless = { 'rural-allowance-members': { householdNumber: 'D2', relation: '配偶' as const } }
    const dead = gone({ past: headless, idNumber: null }, { deaths: {} })
    expect(asked(gone({ past: headless }), dead)).toBe('T01')
  })
})

describe('pastEvidence', () => {
  it('says the month and, where it is known, the start', () => {
    const said = (rosters: Rosters) => person({}, { past: rosters }).past.map((row) => pastEvidence(row, ['destitute']))
    expect(said({ 'destitute-persons': { startMonth: '2020-05' } })[0]).toMatchObject({
      programme: 'destitute',
      fact: '特困供养：2026-10 在册，2020-05 起',
    })
    expect(said({ 'destitute-persons': {} })[0]?.fact).toBe('特困供养：2026-10 在册')
    expect(said({ 'rural-allowance-members': {} })[0]?.programme).toBe('rural-allowance')
    const [row] = person({}, { past: { 'both-subsidies': { subsidyKind: '护理补贴' } } }).past
    expect(row && pastEvidence(row, ['care-subsidy']).fact).toBe('重度残疾人护理补贴：2026-10 在册')
  })
})
