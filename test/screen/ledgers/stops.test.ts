import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/match/person.js'
import { ledgersOf } from '../../../src/screen/ledgers.js'
import { month2026, person } from '../county.js'

const stopped = (stopMonth: string | null, past: object = {}, reason = '收入超标') =>
  person({ departures: { stopMonth, reason: reason as '收入超标' } }, { past })
const stops = (people: readonly Person[], changes: Parameters<typeof month2026>[1] = {}) =>
  ledgersOf(month2026(people, changes)).stops

describe('stopLedger', () => {
  it('has the month’s own stops and those that the list reports late, and no others', () => {
    const known = { departures: { stopMonth: '2026-08', reason: '收入超标' as const } }
    const people = [
      stopped('2026-11'),
      stopped('2026-09'),
      stopped('2026-08', known),
      stopped(null),
      stopped('2027-03'),
    ]
    const { entries, open } = stops(people)
    expect(entries.map(({ record, reportedLate }) => [record.stopMonth, reportedLate])).toEqual([
      ['2026-11', false],
      ['2026-09', true],
      [null, false],
    ])
    expect(open).toBeNull()
  })

  it('leaves the dead to the form of deaths', () => {
    expect(stops([stopped('2026-11', {}, '死亡')]).entries).toEqual([])
  })

  it('has only the month itself where last month’s list is not known', () => {
    expect(stops([stopped('2026-11'), stopped('2026-09')], { previousMonth: null }).entries).toHaveLength(1)
  })

  it('brings what last month’s roster paid', () => {
    const [entry] = stops([stopped('2026-11', { 'rural-allowance-members': { amountFen: 42_000 } })]).entries
    expect(entry?.past).toMatchObject({ system: 'rural-allowance', amountFen: 42_000 })
    expect(entry?.wholeHousehold).toBe(true)
  })

  it('says when the list did not come', () => {
    expect(stops([], { missing: ['departure'] }).open).toContain('没有收到停保及自然减员名册')
  })
})
