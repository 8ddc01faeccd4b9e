import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Programme } from '../../src/domain/programme.js'
import {
  countsByProgramme,
  missingDelivery,
  type ProgrammeCounts,
  safetyStops,
  soundCounts,
  unreadStops,
} from '../../src/screen/safety.js'
import { delivery } from './county.js'

const settings = { maxFallPercent: 20, notHeld: [] as Programme[] }
const roster = (byTownship: Record<string, number>) => [delivery('destitute-persons', { byTownship })]
const lastMonth = (byTownship: Record<string, number>): ProgrammeCounts => ({ destitute: byTownship })
const stopsOf = (past: Record<string, number>, now: Record<string, number>) =>
  safetyStops(roster(now), lastMonth(past), settings).map((stop) => stop.township)

describe('countsByProgramme', () => {
  it('adds the files of one source', () => {
    const files = [
      delivery('registered-poor', { byTownship: { 水湖镇: 30 } }),
      delivery('registered-poor', { file: 'b.xlsx', byTownship: { 水湖镇: 12, 庄墓镇: 5 } }),
    ]
    expect(countsByProgramme(files)['registered-poor']).toEqual({ 水湖镇: 42, 庄墓镇: 5 })
  })

  it('takes the fuller of two exports of one programme, township by township', () => {
    const files = [
      delivery('rural-allowance-members', { byTownship: { 水湖镇: 30, 庄墓镇: 4 } }),
      delivery('rural-allowance-households', { byTownship: { 水湖镇: 28, 庄墓镇: 9 } }),
    ]
    expect(countsByProgramme(files)['rural-allowance']).toEqual({ 水湖镇: 30, 庄墓镇: 9 })
  })
})

describe('soundCounts', () => {
  const whole = roster({ 水湖镇: 30, 庄墓镇: 29 })
  const holed = roster({ 水湖镇: 30 })
  const elsewhere = delivery('registered-poor', { byTownship: { 水湖镇: 9, 庄墓镇: 9 } })

  it('still stops a township that is missing for the second month', () => {
    const before = soundCounts([...holed, elsewhere], [whole])
    expect(safetyStops([...holed, elsewhere], before, settings).map(({ township }) => township)).toEqual(['庄墓镇'])
    expect(soundCounts([...holed, elsewhere], [holed, whole, roster({ 庄墓镇: 70 })]).destitute?.庄墓镇).toBe(29)
  })

  it('keeps a township of five, and nothing of rows that belonged to no township', () => {
    const small = roster({ 庄墓镇: 5, '': 9 })
    expect(soundCounts([...holed, elsewhere], [small]).destitute).toEqual({ 水湖镇: 30, 庄墓镇: 5 })
    const nowhere = delivery('registered-poor', { byTownship: { '': 3 } })
    expect(soundCounts([...holed, nowhere], [small]).destitute).toEqual({ 水湖镇: 30 })
  })

  it('keeps a roster that came in no file of last month', () => {
    expect(soundCounts([elsewhere], [whole]).destitute).toEqual({ 水湖镇: 30, 庄墓镇: 29 })
  })

  it('takes last month where it has the township at all', () => {
    expect(soundCounts(roster({ 水湖镇: 30, 庄墓镇: 3 }), [whole]).destitute).toEqual({ 水湖镇: 30, 庄墓镇: 3 })
  })

  it('forgets a township that no roster knows any more, and one so small that all may have left', () => {
    expect(soundCounts(holed, [whole]).destitute).toEqual({ 水湖镇: 30 })
    expect(soundCounts([...holed, elsewhere], [roster({ 庄墓镇: 4 })]).destitute).toEqual({ 水湖镇: 30 })
  })
})

describe('a list of several programmes', () => {
  const split = (living: Record<string, number>, care: Record<string, number>) =>
    delivery('both-subsidies', {
      byTownship: { 水湖镇: (living.水湖镇 ?? 0) + (care.水湖镇 ?? 0) },
      byProgramme: { 'living-subsidy': living, 'care-subsidy': care },
    })

  it('stops only the programme whose rows are missing', () => {
    const before = soundCounts([split({}, { 水湖镇: 30 })], [])
    const stops = safetyStops([split({}, { 水湖镇: 10 })], before, settings)
    expect([...new Set(stops.map(({ programme }) => programme))]).toEqual(['care-subsidy'])
    const lost = safetyStops(
      [split({}, { 水湖镇: 100 })],
      soundCounts([split({ 水湖镇: 9 }, { 水湖镇: 91 })], []),
      settings,
    )
    expect([...new Set(lost.map(({ programme }) => programme))]).toEqual(['living-subsidy'])
  })

  it('is told apart by its records where the month was stored without that', () => {
    const { byProgramme: _, ...stored } = split({}, { 水湖镇: 30 })
    const place = { township: '水湖镇', village: null }
    const origin = { file: 'both-subsidies.xlsx', sheet: 'Sheet1' }
    const others = [
      { ...origin, file: 'other.xlsx' },
      { ...origin, sheet: 'Sheet2' },
    ]
    const records = [...Array.from({ length: 30 }, () => origin), ...others].map((from) => {
      return { programmes: ['care-subsidy'], place, origin: from }
    }) as never
    expect(soundCounts([stored], [], records)).toEqual({ 'living-subsidy': {}, 'care-subsidy': { 水湖镇: 30 } })
    expect(soundCounts([split({}, { 水湖镇: 30 })], [[stored]])['living-subsidy']).toEqual({})
  })
})

describe('safetyStops', () => {
  it('needs a month to compare with', () => {
    expect(safetyStops(roster({}), null, settings)).toEqual([])
  })

  it('lets a township fall by exactly a fifth and stops it beyond', () => {
    expect(stopsOf({ 水湖镇: 50, 庄墓镇: 100 }, { 水湖镇: 40, 庄墓镇: 100 })).toEqual([])
    expect(stopsOf({ 水湖镇: 50, 庄墓镇: 100 }, { 水湖镇: 39, 庄墓镇: 100 })).toEqual(['水湖镇'])
  })

  it('stops a short township alone, even when it is half of the roster', () => {
    expect(stopsOf({ 水湖镇: 100, 庄墓镇: 100 }, { 庄墓镇: 100 })).toEqual(['水湖镇'])
  })

  it('stops the whole roster when it is missing, all short, or short elsewhere too', () => {
    expect(stopsOf({ 水湖镇: 100, 庄墓镇: 100 }, {})).toEqual([null, '庄墓镇', '水湖镇'])
    expect(stopsOf({ 水湖镇: 100, 庄墓镇: 100 }, { 水湖镇: 70, 庄墓镇: 70 })).toEqual([null, '庄墓镇', '水湖镇'])
    expect(stopsOf({ '': 100, 庄墓镇: 100 }, { '': 10, 庄墓镇: 10 })).toEqual([null, '庄墓镇'])
  })

  it('stops a missing roster that no delivery mentions', () => {
    const [whole] = safetyStops([], lastMonth({ 水湖镇: 9 }), settings)
    expect(whole).toEqual({ programme: 'destitute', township: null, rowsBefore: 9, rowsNow: 0 })
  })

  it('takes a township of fewer than five for short only when it is gone', () => {
    expect(stopsOf({ 水湖镇: 4, 庄墓镇: 100 }, { 水湖镇: 1, 庄墓镇: 100 })).toEqual([])
    expect(stopsOf({ 水湖镇: 4, 庄墓镇: 100 }, { 庄墓镇: 100 })).toEqual(['水湖镇'])
    expect(stopsOf({ 水湖镇: 5, 庄墓镇: 100 }, { 水湖镇: 3, 庄墓镇: 100 })).toEqual(['水湖镇'])
  })

  it('never stops for the only one of a township, who is asked after by name', () => {
    expect(stopsOf({ 水湖镇: 1, 庄墓镇: 100 }, { 庄墓镇: 100 })).toEqual([])
    expect(stopsOf({ 水湖镇: 2, 庄墓镇: 100 }, { 庄墓镇: 100 })).toEqual(['水湖镇'])
    expect(stopsOf({ 水湖镇: 1 }, {})).toEqual([null])
  })

  it('counts no loss of who left with a record, and still the loss of everybody else', () => {
    const stops = (now: number, gone: number) =>
      safetyStops(roster({ 水湖镇: now, 庄墓镇: 100 }), lastMonth({ 水湖镇: 29, 庄墓镇: 100 }), settings, {
        destitute: { 水湖镇: gone },
      }).map((stop) => stop.township)
    expect(stops(22, 0)).toEqual(['水湖镇'])
    expect(stops(22, 1)).toEqual(['水湖镇'])
    expect(stops(22, 4)).toEqual([])
    expect(stops(19, 4)).toEqual(['水湖镇'])
  })

  it('holds the rest of a roster against what the rest lost: neither the short township nor who left there with a record counts', () => {
    // 水湖镇 is short by 60 of 100; of the other 100, spread over small townships, 30 are gone.
    const small = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`小镇${i}`, 4]))
    const past = { 水湖镇: 100, ...small }
    const now = (here: number) => ({
      水湖镇: here,
      ...Object.fromEntries(Object.keys(small).map((name, i) => [name, i < 10 ? 1 : 4])),
    })
    const stops = (here: number, gone: Record<string, number>) =>
      safetyStops(roster(now(here)), lastMonth(past), settings, { destitute: gone }).map((stop) => stop.township)
    expect(stops(40, {})).toEqual([null, '水湖镇'])
    expect(stops(40, { 水湖镇: 30 })).toEqual([null, '水湖镇'])
    expect(stops(40, { 水湖镇: 30, 小镇0: 3, 小镇1: 3, 小镇2: 3, 小镇3: 3 })).toEqual(['水湖镇'])
  })

  it('takes a small township that is gone for left when all of it is accounted for', () => {
    const stops = (gone: number) =>
      safetyStops(roster({ 庄墓镇: 100 }), lastMonth({ 水湖镇: 2, 庄墓镇: 100 }), settings, {
        destitute: { 水湖镇: gone },
      }).length
    expect([stops(1), stops(2)]).toEqual([1, 0])
  })

  it('does not mind that towns.csv learned an alias', () => {
    expect(stopsOf({ '': 50, 水湖镇: 50 }, { '': 0, 水湖镇: 100 })).toEqual([])
  })

  it('never stops event lists or rosters the county does not hold', () => {
    const past: ProgrammeCounts = { death: { 水湖镇: 50 }, departure: { 水湖镇: 50 }, 'temporary-aid': { 水湖镇: 50 } }
    expect(safetyStops([], past, settings)).toEqual([])
    expect(safetyStops([], lastMonth({ 水湖镇: 9 }), { ...settings, notHeld: ['destitute'] })).toEqual([])
  })

  it('never stops a roster that did not shrink', () => {
    const counts = fc.dictionary(fc.constantFrom('水湖镇', '庄墓镇', '杜集镇', ''), fc.nat(200))
    fc.assert(
      fc.property(counts, fc.nat(50), (past, more) => {
        const now = Object.fromEntries(Object.entries(past).map(([township, rows]) => [township, rows + more]))
        expect(stopsOf(past, now)).toEqual([])
      }),
    )
  })
})

describe('missingDelivery', () => {
  it('stands for a roster without rows', () => {
    expect(missingDelivery('destitute')).toMatchObject({ programmes: ['destitute'], records: 0, file: '' })
  })
})

describe('unreadStops', () => {
  const unread = (programmes: Programme[], townships: string[]) => [
    { file: '庄墓镇低保.csv', sheet: '庄墓镇低保', programmes, townships },
  ]
  const townships = (found: ReturnType<typeof unreadStops>) => found.map(({ township }) => township)

  it('stops a township that only the unread file can hold, in a first month too', () => {
    const found = unreadStops(unread(['destitute'], ['水湖镇', '庄墓镇']), roster({ 水湖镇: 30 }), [], settings)
    expect(found).toEqual([
      { programme: 'destitute', township: '庄墓镇', rowsBefore: 0, rowsNow: 0, unread: '庄墓镇低保.csv' },
    ])
  })

  it('stops nothing that is missing as a whole, is not held, is an event list or stops already', () => {
    const deliveries = [...roster({ 水湖镇: 30 }), delivery('deaths', { byTownship: { 水湖镇: 3 } })]
    const of = (programmes: Programme[], more: Partial<typeof settings> = {}) =>
      townships(unreadStops(unread(programmes, ['庄墓镇']), deliveries, [], { ...settings, ...more }))
    expect(of(['marginal'])).toEqual([])
    expect(of(['death'])).toEqual([])
    expect(of(['destitute'], { notHeld: ['destitute'] })).toEqual([])
    expect(of(['destitute'])).toEqual(['庄墓镇'])
    const already = safetyStops(roster({ 水湖镇: 30 }), lastMonth({ 水湖镇: 30, 庄墓镇: 9 }), settings)
    expect(unreadStops(unread(['destitute'], ['庄墓镇']), deliveries, already, settings)).toEqual([])
  })
})
