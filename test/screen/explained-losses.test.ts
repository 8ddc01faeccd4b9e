import { describe, expect, it } from 'vitest'
import { explainedLosses } from '../../src/screen/explained-losses.js'
import { month, person, type Rosters } from './county.js'

const past: Rosters = { 'rural-allowance-members': {}, 'care-subsidies': {}, 'registered-poor': {} }
const left = (now: Rosters, about = {}) => person(now, { past, ...about })
const of = (...people: ReturnType<typeof person>[]) => explainedLosses(people, month)

describe('explainedLosses', () => {
  it('counts who died in every roster the person left', () => {
    const dead = () => left({ deaths: { diedOn: '2026-10-20' } })
    expect(of(dead(), dead())).toEqual({
      'rural-allowance': { 水湖镇: 2 },
      'care-subsidy': { 水湖镇: 2 },
      'registered-poor': { 水湖镇: 2 },
    })
    expect(of(left({ departures: { reason: '死亡', stopMonth: '2026-11' } }))['care-subsidy']).toEqual({ 水湖镇: 1 })
  })

  it('counts a stop in the programme that it speaks of', () => {
    const stopped = { reason: '收入超标', stopMonth: '2026-11' } as const
    expect(of(left({ departures: stopped }))).toEqual({ 'rural-allowance': { 水湖镇: 1 } })
    expect(of(left({ departures: { ...stopped, programmeName: '护理补贴' } }))).toEqual({
      'care-subsidy': { 水湖镇: 1 },
    })
    expect(of(left({ departures: { ...stopped, programmeName: '特困供养' } }))).toEqual({})
  })

  it('looks for the programme in every row of the list', () => {
    const departures = [
      { reason: '收入超标', stopMonth: '2026-11', programmeName: '高龄津贴' },
      { reason: '收入超标', stopMonth: '2026-11', programmeName: '护理补贴' },
    ] as const
    expect(of(left({ departures }))).toEqual({ 'care-subsidy': { 水湖镇: 1 } })
  })

  it('counts in the township where the roster had the person, and nowhere when it named none', () => {
    const moved = (township: string | null) =>
      person(
        { deaths: { diedOn: '2026-10-20' } },
        {
          past: {
            'destitute-persons': { place: { township: '庄墓镇', village: null } },
            'care-subsidies': { place: { township, village: null } },
          },
        },
      )
    expect(of(moved('水湖镇'))).toEqual({ destitute: { 庄墓镇: 1 }, 'care-subsidy': { 水湖镇: 1 } })
    expect(of(moved(null))).toEqual({ destitute: { 庄墓镇: 1 } })
  })

  it('counts nobody who is still there, nor whom no list surely names', () => {
    const death: Rosters = { deaths: { diedOn: '2026-10-20' } }
    expect(of(left({ ...death, ...past }))).toEqual({})
    expect(of(left({}))).toEqual({})
    expect(of(left(death, { linked: 'probable' }))).toEqual({})
    expect(of(left({ deaths: { diedOn: '2026-10-20', struckOffFor: '重复户口' } }))).toEqual({})
  })

  // A list of everybody who was ever stopped, sent for the roll, would otherwise explain its own loss.
  it('does not take the word of the short roster itself', () => {
    expect(of(left({ 'rural-allowance-members': { supportState: '已停' } }))).toEqual({})
  })

  it('takes a stop of this month or the last, not an old or undated one', () => {
    const stopIn = (stopMonth: string | null) => of(left({ departures: { reason: '收入超标', stopMonth } }))
    expect(['2026-10', '2026-11'].map((one) => Object.keys(stopIn(one)).length)).toEqual([1, 1])
    expect(['2026-09', '2026-12', null].map((one) => Object.keys(stopIn(one)).length)).toEqual([0, 0, 0])
  })
})
