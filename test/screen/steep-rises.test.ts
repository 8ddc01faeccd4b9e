import { describe, expect, it } from 'vitest'
import type { Programme } from '../../src/domain/programme.js'
import { steepRises } from '../../src/screen/steep-rises.js'
import { delivery } from './county.js'

const settings = { maxFallPercent: 20, notHeld: [] as Programme[] }
const roster = (byTownship: Record<string, number>) => [delivery('destitute-persons', { byTownship })]
const risesOf = (before: Record<string, number>, now: Record<string, number>, earlier: Record<string, number> = {}) =>
  steepRises(roster(now), { destitute: before }, [roster(earlier)], settings).map(
    ({ township, rowsBefore, rowsNow }) => `${township ?? '全县'} ${rowsBefore}→${rowsNow}`,
  )

describe('steepRises', () => {
  it('tells a township and a roster that grew by more than a fifth', () => {
    expect(risesOf({ 水湖镇: 50, 庄墓镇: 50 }, { 水湖镇: 60, 庄墓镇: 60 })).toEqual([])
    expect(risesOf({ 水湖镇: 50, 庄墓镇: 150 }, { 水湖镇: 61, 庄墓镇: 150 })).toEqual(['水湖镇 50→61'])
    expect(risesOf({ 水湖镇: 50, 庄墓镇: 50 }, { 水湖镇: 100, 庄墓镇: 50 })).toEqual(['全县 100→150', '水湖镇 50→100'])
  })

  it('tells none of four newcomers, nor of a township or roster that is new', () => {
    expect(risesOf({ 水湖镇: 5 }, { 水湖镇: 9 })).toEqual([])
    expect(risesOf({ 水湖镇: 5 }, { 水湖镇: 10 })).toEqual(['全县 5→10', '水湖镇 5→10'])
    expect(risesOf({ 水湖镇: 500 }, { 水湖镇: 500, 庄墓镇: 60 })).toEqual([])
    expect(risesOf({}, { 水湖镇: 60 })).toEqual([])
    expect(steepRises(roster({ 水湖镇: 60 }), null, [], settings)).toEqual([])
  })

  it('tells none of who comes back after a short month, nor of who found a township', () => {
    expect(risesOf({ 水湖镇: 20 }, { 水湖镇: 60 }, { 水湖镇: 58 })).toEqual([])
    expect(risesOf({ 水湖镇: 50, '': 30 }, { 水湖镇: 80, '': 0 })).toEqual([])
  })

  it('tells nothing of lists of events', () => {
    const deaths = [delivery('deaths', { byTownship: { 水湖镇: 60 } })]
    expect(steepRises(deaths, { death: { 水湖镇: 10 } }, [], settings)).toEqual([])
  })
})
