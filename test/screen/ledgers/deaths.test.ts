import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/match/person.js'
import { ledgersOf } from '../../../src/screen/ledgers.js'
import { idFor, intact, month2026, person } from '../county.js'

const deaths = (people: readonly Person[], changes: Parameters<typeof month2026>[1] = {}) =>
  ledgersOf(month2026(people, changes)).deaths.entries
const rural = { 'rural-allowance-members': {} }

describe('deathLedger', () => {
  it('has who died since last month, on the roll or gone from it', () => {
    const still = person({ deaths: { diedOn: '2026-10-28' }, ...rural }, { past: rural })
    const gone = person({ deaths: { crematedOn: '2026-11-02' } }, { past: { 'destitute-persons': {} } })
    expect(deaths([still, gone])).toMatchObject([
      { person: still, diedOn: '2026-10-28', by: '', programmes: ['rural-allowance'], stillOnRoll: true },
      { person: gone, diedOn: '2026-11-02', by: '火化日期', programmes: ['destitute'], stillOnRoll: false },
    ])
  })

  it('has who was taken off this month, however long the death was known, and does not repeat who was not', () => {
    const known = { deaths: { diedOn: '2026-08-05' } }
    expect(deaths([person(known, { past: { ...known, ...rural } })])).toMatchObject([{ stillOnRoll: false }])
    expect(deaths([person({ ...known, ...rural }, { past: { ...known, ...rural } })])).toEqual([])
  })

  it('names the head whom the member export gives by number alone', () => {
    const [one, head] = [
      idFor('1950-02-03', 5),
      person({}, { idNumber: idFor('1950-02-03', 5), name: '户主甲', past: rural }),
    ]
    const dead = person(
      { deaths: { diedOn: '2026-10-28' } },
      { name: '乙', past: { 'rural-allowance-members': { headIdNumber: intact(one), relation: '配偶' } } },
    )
    expect(deaths([head, dead])).toMatchObject([{ person: dead, headName: '户主甲' }])
  })

  it('reads a death from the departure list too', () => {
    const dead = person({ departures: { reason: '死亡', stopMonth: '2026-11' } }, { past: rural })
    expect(deaths([dead])).toMatchObject([{ diedOn: '2026-11', by: '停保汇总' }])
  })

  it('has nobody who was struck off the register for another reason', () => {
    const moved = { deaths: { diedOn: '2026-11-02', struckOffFor: '迁出' } }
    expect(deaths([person(moved, { past: rural })])).toEqual([])
  })

  it('speaks of the supported only', () => {
    expect(deaths([person({ deaths: { diedOn: '2026-11-02' }, 'registered-poor': {} })])).toEqual([])
  })

  it('has only the month itself where last month is not known', () => {
    const people = ['2026-11-03', '2026-10-03'].map((diedOn) => person({ deaths: { diedOn }, ...rural }))
    expect(deaths(people, { previousMonth: null })).toHaveLength(1)
  })
})
