import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/screen/context.js'
import { differingPayments, subsidyPayments } from '../../src/screen/subsidy-payment.js'
import { month2026, person, type Rosters } from './county.js'

const context = contextOf(month2026([]))
const payments = (rosters: Rosters) =>
  subsidyPayments(person(rosters), context).map(({ programme, level, paidFen, due }) => [
    programme,
    level,
    paidFen,
    due?.fen ?? null,
  ])

describe('subsidyPayments', () => {
  it('takes the level of the certificate in force before that of the row', () => {
    const row = { 'living-subsidies': { subsidyFen: 18_500, level: '3' } } as const
    expect(payments(row)).toEqual([['living-subsidy', 3, 18_500, 18_500]])
    expect(payments({ ...row, 'disability-certificates': { level: '2' } })).toEqual([
      ['living-subsidy', 2, 18_500, 27_700],
    ])
    expect(payments({ ...row, 'disability-certificates': { level: '2', status: '注销' } })).toEqual([
      ['living-subsidy', 3, 18_500, 18_500],
    ])
  })

  it('does not say what is due where nobody says the level; the care subsidy is one for all', () => {
    expect(payments({ 'living-subsidies': { subsidyFen: 18_500 }, 'care-subsidies': { subsidyFen: null } })).toEqual([
      ['living-subsidy', null, 18_500, null],
      ['care-subsidy', null, null, 28_000],
    ])
  })

  it('reads the column of each subsidy on a list of both', () => {
    expect(payments({ 'both-subsidies': { livingFen: 27_700, careFen: 28_000, level: '1' } })).toEqual([
      ['living-subsidy', 1, 27_700, 27_700],
      ['care-subsidy', 1, 28_000, 28_000],
    ])
  })
})

it('takes the rate for what is paid where a list states no more', () => {
  const row = { level: '1', standardFen: 27_700 } as const
  expect(payments({ 'living-subsidies': row })).toEqual([['living-subsidy', 1, 27_700, 27_700]])
  expect(payments({ 'living-subsidies': { ...row, subsidyFen: 9_000 } })).toEqual([
    ['living-subsidy', 1, 9_000, 27_700],
  ])
})

describe('a row of both subsidies', () => {
  it('states one sum, which is the amount of neither', () => {
    const row = { subsidyKind: '两项补贴', subsidyFen: 55_700, level: '1' } as const
    expect(payments({ 'both-subsidies': row })).toEqual([
      ['living-subsidy', 1, null, 27_700],
      ['care-subsidy', 1, null, 28_000],
    ])
  })
})

describe('differingPayments', () => {
  const differing = (...rows: readonly object[]) =>
    differingPayments(person({ 'care-subsidies': rows }), context).map(({ paidFen }) => paidFen)

  it('leaves out one payment on two rows of one month', () => {
    expect(differing({ subsidyFen: 20_000 }, { subsidyFen: 8_000 })).toEqual([])
    expect(differing({ subsidyFen: 20_000 }, { subsidyFen: 8_001 })).toEqual([20_000, 8_001])
    expect(differing({ subsidyFen: 20_000 }, { subsidyFen: 8_000, dataMonth: '2026-10' })).toEqual([20_000, 8_000])
  })

  it('leaves out rows that pay the standard, or nothing that could be compared', () => {
    expect(differing({ subsidyFen: 28_000 })).toEqual([])
    expect(differing({ subsidyFen: null })).toEqual([])
    expect(differing({ subsidyFen: 27_999 }, { subsidyFen: null, dataMonth: '2026-10' })).toEqual([27_999])
  })
})
