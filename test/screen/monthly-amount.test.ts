import { describe, expect, it } from 'vitest'
import { monthlyAmount, paidMonthly } from '../../src/screen/monthly-amount.js'
import { household, person } from './county.js'

describe('monthlyAmount', () => {
  it('divides a household amount by the people supported', () => {
    const row = { amountFen: 100_000, insuredSize: 3 }
    expect(monthlyAmount(person({ 'rural-allowance-members': row }), 'rural-allowance')).toEqual({
      fen: 33_333,
      words: '333.33 元（户月保障金 1000 元÷3 人）',
    })
  })

  it('counts the supported members where the roster gives no number', () => {
    const [head] = household('rural-allowance', [
      person({ 'rural-allowance-members': { amountFen: 60_000 } }),
      person({ 'rural-allowance-members': {} }),
      person({ 'rural-allowance-members': { insured: false } }),
    ])
    expect(head && monthlyAmount(head, 'rural-allowance')?.fen).toBe(30_000)
  })

  it('counts a member whose own row has a damaged number, unless it says that they are not supported', () => {
    const shareBeside = (more: object) => {
      const doubtful = person({ 'rural-allowance-members': more, 'rural-allowance-households': {} })
      Object.assign(doubtful.links[0] as object, { grade: 'probable' })
      const [head] = household('rural-allowance', [
        person({ 'rural-allowance-members': { amountFen: 60_000 }, 'rural-allowance-households': {} }),
        doubtful,
      ])
      return head && monthlyAmount(head, 'rural-allowance')?.fen
    }
    expect([shareBeside({}), shareBeside({ insured: false })]).toEqual([30_000, 60_000])
  })

  it('takes each subsidy of a joint list from its own column', () => {
    const both = person({ 'both-subsidies': { livingFen: 27_700, careFen: 30_000 } })
    expect(monthlyAmount(both, 'living-subsidy')).toEqual({ fen: 27_700, words: '277 元' })
    expect(monthlyAmount(both, 'care-subsidy')?.fen).toBe(30_000)
  })

  it('looks on in the other export, and knows nothing when none states it', () => {
    const rows = { 'destitute-persons': {}, 'destitute-register': { amountFen: 90_000 } }
    expect(monthlyAmount(person(rows), 'destitute')?.fen).toBe(90_000)
    expect(monthlyAmount(person({ 'destitute-persons': {} }), 'destitute')).toBeNull()
    expect(monthlyAmount(person({ 'destitute-persons': { amountFen: 0 } }), 'destitute')).toBeNull()
  })
})

describe('what 特困 is paid', () => {
  const paid = (row: object) => monthlyAmount(person({ 'destitute-persons': row }), 'destitute')

  it('is both payments together where the roster gives no sum', () => {
    expect(paid({ basicFen: 100_000, nursingFen: 6_200 })).toEqual({
      fen: 106_200,
      words: '1062 元（基本生活费 1000 元＋照料护理费 62 元）',
    })
    expect(paid({ basicFen: 100_000 })).toEqual({ fen: 100_000, words: '1000 元（基本生活费 1000 元）' })
    expect(paid({ basicFen: 0 })).toBeNull()
  })

  it('is the sum that the roster gives', () => {
    expect(paid({ amountFen: 110_000, basicFen: 100_000, nursingFen: 6_200 })?.fen).toBe(110_000)
  })
})

describe('paidMonthly', () => {
  it('adds up what the rosters pay, and says nothing where none states it', () => {
    const rows = { 'living-subsidies': { subsidyFen: 27_700 }, 'care-subsidies': { subsidyFen: 30_000 } }
    const list = ['living-subsidy', 'care-subsidy'] as const
    expect(paidMonthly(person(rows), list)).toEqual({ amountFen: 57_700 })
    expect(paidMonthly(person({ ...rows, 'care-subsidies': {} }), list)).toEqual({ amountFen: 27_700 })
    expect(paidMonthly(person({ 'living-subsidies': {} }), list)).toEqual({})
  })
})
