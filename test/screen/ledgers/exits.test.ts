import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/match/person.js'
import { ledgersOf } from '../../../src/screen/ledgers.js'
import { month2026, person, type Rosters } from '../county.js'

const exits = (people: readonly Person[]) => ledgersOf(month2026(people)).exits.entries
const left = (departure: object = {}, more: Rosters = {}) =>
  person({ departures: { stopMonth: '2026-09', reason: '收入超标', ...departure }, ...more })

describe('exitLedger', () => {
  it('has the last six months, this one included, without the dead and the subsidies', () => {
    expect(exits([left({ stopMonth: '2026-06' }), left({ stopMonth: '2026-11' })])).toHaveLength(2)
    const ended = [{ programmeName: '生活补贴' }, { programmeName: '高龄津贴' }]
    const others = [{ stopMonth: '2026-05' }, { stopMonth: null }, { reason: '死亡' }, ...ended]
    expect(exits(others.map((fields) => left(fields)))).toEqual([])
  })

  it('says what carries them now, and does not claim a gap while someone who may be the person is carried', () => {
    const carried = left({}, { 'marginal-members': {} })
    const maybe = left()
    const twin = person({ 'destitute-persons': {} }, { candidates: [maybe] })
    const [first, second] = [...exits([carried, maybe, twin])].sort((a, b) => b.carriedBy.length - a.carriedBy.length)
    expect(first).toMatchObject({ carriedBy: ['marginal'], uncertain: false })
    expect(second).toMatchObject({ carriedBy: [], uncertain: true })
  })

  it('puts those still at risk and carried by nothing first, those who moved away last', () => {
    const atRisk = left({}, { 'monitored-households': { monitoredKind: '边缘易致贫户', riskCleared: '未消除' } })
    const cleared = left({}, { 'monitored-households': { monitoredKind: '边缘易致贫户', riskCleared: '已消除' } })
    const moved = left({ reason: '户籍迁移' })
    const found = exits([moved, cleared, left({}, { 'destitute-persons': {} }), atRisk])
    expect(found.map(({ atRisk: words, record }) => [words, record.reason])).toEqual([
      ['边缘易致贫户，风险未消除', '收入超标'],
      [null, '收入超标'],
      [null, '收入超标'],
      [null, '户籍迁移'],
    ])
  })

  it('reckons the 渐退期 where its start is recorded', () => {
    expect(exits([left({ graceStart: '2026-02' })])[0]?.grace).toMatchObject({ start: '2026-02', last: '2027-01' })
    expect(exits([left()])[0]?.grace).toBeNull()
  })
})
