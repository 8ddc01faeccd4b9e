import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/screen/context.js'
import { deathEvidence, deathMonthOf, overpaidMonths } from '../../src/screen/death.js'
import { delivery, month2026, person } from './county.js'

const sent = (dataMonth: string | null) =>
  contextOf(month2026([], { deliveries: [delivery('rural-allowance-members', { dataMonth })] }))

describe('deathMonthOf', () => {
  it('reads the day of death before that of the cremation, and says which', () => {
    const death = deathMonthOf(person({ deaths: { diedOn: '2026-08-30', crematedOn: '2026-09-02' } }))
    expect(death).toMatchObject({ month: '2026-08', by: '死亡日期' })
    expect(death && deathEvidence(death).fact).toBe('殡葬死亡：死亡日期 2026-08-30')
  })

  it('reads the cremation where no day of death is written', () => {
    const death = deathMonthOf(person({ deaths: { crematedOn: '2026-09-02' } }))
    expect(death).toMatchObject({ month: '2026-09', by: '火化日期' })
    expect(death && deathEvidence(death).fact).toBe('殡葬死亡：火化日期 2026-09-02')
  })

  it('is not the day on which somebody was struck off for another reason', () => {
    const moved = { diedOn: '2026-10-20', struckOffFor: '户口迁移' }
    expect(deathMonthOf(person({ deaths: moved }))).toBeNull()
    expect(deathMonthOf(person({ deaths: [{ diedOn: '2026-08-30' }, moved] }))?.month).toBe('2026-08')
  })

  it('is the latest of several rows and nothing without a date', () => {
    const rows = [{ diedOn: '2026-01-05' }, { crematedOn: '2026-03-01' }, { diedOn: '2026-02-01' }, {}]
    expect(deathMonthOf(person({ deaths: rows }))?.month).toBe('2026-03')
    expect(deathMonthOf(person({ deaths: {} }))).toBeNull()
    expect(deathMonthOf(person({}))).toBeNull()
  })
})

describe('deathMonthOf of several rows of one month', () => {
  const rows = [
    { diedOn: '2026-08-03' },
    { crematedOn: '2026-08-30' },
    { diedOn: '2026-08-30' },
    { diedOn: '2026-08-12' },
  ]

  it.each([
    ['as they come', rows],
    ['reversed', [...rows].reverse()],
  ])('is the latest day, and that of the death before the cremation: %s', (_, deaths) => {
    const death = deathMonthOf(person({ deaths }))
    expect(death && deathEvidence(death).fact).toBe('殡葬死亡：死亡日期 2026-08-30')
  })
})

describe('overpaidMonths', () => {
  const dead = person({ deaths: { diedOn: '2026-08-30' }, 'rural-allowance-members': {}, 'care-subsidies': {} })

  it('counts from the month of death to the month of the roster, over the latest of them', () => {
    expect(overpaidMonths(dead, ['rural-allowance'], sent('2026-09'))).toBe(1)
    expect(overpaidMonths(dead, ['rural-allowance', 'care-subsidy'], sent('2026-09'))).toBe(3)
    expect(overpaidMonths(dead, ['rural-allowance'], sent('2026-08'))).toBe(0)
    expect(overpaidMonths(dead, ['rural-allowance'], sent('2026-07'))).toBe(-1)
  })

  it('is none where nothing pays, and none without a dated death', () => {
    expect(overpaidMonths(dead, ['destitute'], sent(null))).toBeLessThanOrEqual(0)
    expect(overpaidMonths(person({ deaths: {}, 'rural-allowance-members': {} }), ['rural-allowance'], sent(null))).toBe(
      0,
    )
  })
})
