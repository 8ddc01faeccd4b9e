import { expect, it } from 'vitest'
import { contextOf } from '../../src/screen/context.js'
import { deathMonthOf } from '../../src/screen/death.js'
import { overpayment } from '../../src/screen/overpayment.js'
import { allDeliveries, delivery, month2026, person, type Rosters } from './county.js'

const estimate = (rosters: Rosters, deliveries = allDeliveries()) => {
  const dead = person({ deaths: { diedOn: '2026-08-30' }, ...rosters })
  const death = deathMonthOf(dead)
  if (!death) throw new Error('no death')
  return overpayment(dead, ['rural-allowance', 'care-subsidy'], death, contextOf(month2026([dead], { deliveries })))
}
const allowance = { 'rural-allowance-members': { amountFen: 42_000, insuredSize: 2 } }

it('adds up months times amount, programme by programme', () => {
  expect(estimate({ ...allowance, 'care-subsidies': { subsidyFen: 28_000 } })).toEqual({
    sumFen: 3 * 21_000 + 3 * 28_000,
    words: '估算：农村低保 3 个月×210 元（户月保障金 420 元÷2 人）＋重度残疾人护理补贴 3 个月×280 元＝1470 元。',
  })
})

it('says that a roster without amounts is left out, and that nothing was reckoned where all are', () => {
  expect(estimate({ ...allowance, 'care-subsidies': {} })).toEqual({
    sumFen: 63_000,
    words: '估算：农村低保 3 个月×210 元（户月保障金 420 元÷2 人）＝630 元（其余名册没有金额）。',
  })
  expect(estimate({ 'care-subsidies': {} })).toEqual({ sumFen: null, words: '名册没有金额，未估算。' })
})

it('counts months by the roster they stand in, and none before the death', () => {
  const old = (dataMonth: string) => [
    ...allDeliveries(['rural-allowance']),
    delivery('rural-allowance-members', { dataMonth }),
  ]
  const rosters = { 'rural-allowance-members': { amountFen: 42_000, insuredSize: 1 } }
  expect(estimate(rosters, old('2026-09')).sumFen).toBe(42_000)
  expect(estimate(rosters, old('2026-07')).sumFen).toBe(0)
})
