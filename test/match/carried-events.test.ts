import { describe, expect, test } from 'vitest'
import type { PersonRecord } from '../../src/ingest/source.js'
import { carriedEvents } from '../../src/match/carried-events.js'
import type { PastRecord } from '../../src/match/person.js'

function death(row: number, name: string, more: Partial<PersonRecord> = {}): PersonRecord {
  const origin = { file: '11月.xls', sheet: '火化', row, column: null }
  return { index: row, source: 'deaths', origin, programmes: ['death'], name, ...more } as unknown as PersonRecord
}

function told(...records: readonly PersonRecord[]): PastRecord[] {
  return records.map((record) => ({
    ...record,
    origin: { ...record.origin, file: '10月.xls' },
    month: '2026-10',
    personKey: `K${record.index}`,
  }))
}

const names = (records: readonly PersonRecord[]) => records.map(({ name }) => name)

describe('events of earlier months', () => {
  test('hold when this month sends its own deaths only, or none', () => {
    const past = told(death(1, '甲'), death(2, '乙'))
    expect(names(carriedEvents([death(1, '丙')], past))).toEqual(['甲', '乙'])
    expect(names(carriedEvents([], past))).toEqual(['甲', '乙'])
  })

  test("are numbered behind the month's own records and keep the file they stood in", () => {
    const [carried] = carriedEvents([death(7, '丙')], told(death(1, '甲')))
    expect(carried).toMatchObject({ index: 8, origin: { file: '10月.xls', row: 1 } })
    expect(carried).not.toHaveProperty('personKey')
  })

  test('are not doubled by a list that repeats them, in whatever rows', () => {
    expect(carriedEvents([death(5, '甲'), death(6, '乙')], told(death(1, '甲'), death(2, '乙')))).toEqual([])
  })

  test('are known again by who and when, however the rest is written', () => {
    const [before, now] = [
      { diedOn: '2026-10-02', address: '东村' },
      { diedOn: '2026-10-02', address: '河湾镇东村' },
    ]
    expect(carriedEvents([death(1, '甲', now as never)], told(death(1, '甲', before as never)))).toEqual([])
    const other = { diedOn: '2026-11-02' } as never
    expect(
      names(
        carriedEvents(
          [death(1, '甲', other), death(2, '乙')],
          told(death(1, '甲', before as never), death(3, '丙', before as never)),
        ),
      ),
    ).toEqual(['甲', '丙'])
  })

  test('that a list of the year so far leaves out were taken back', () => {
    const year = [death(1, '甲'), death(2, '乙'), death(3, '丙')]
    expect(carriedEvents(year.slice(1), told(...year))).toEqual([])
  })

  test('half repeated is the year so far, less is not', () => {
    const past = told(death(1, '甲'), death(2, '乙'))
    expect(carriedEvents([death(1, '甲')], past)).toEqual([])
    expect(names(carriedEvents([death(1, '甲')], [...past, ...told(death(3, '丙'))]))).toEqual(['乙', '丙'])
  })

  test('lists of other offices are no events: whose car is listed no longer has none', () => {
    const car = (row: number, name: string) => death(row, name, { source: 'vehicles', programmes: ['vehicles'] })
    expect(carriedEvents([car(1, '乙')], told(car(1, '甲')))).toEqual([])
  })

  test('rosters are no events', () => {
    const member = death(1, '甲', { source: 'rural-allowance-members', programmes: ['rural-allowance'] })
    expect(carriedEvents([], told(member))).toEqual([])
  })
})
