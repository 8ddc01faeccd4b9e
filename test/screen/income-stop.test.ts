import { describe, expect, it } from 'vitest'
import type { RecordOf } from '../../src/ingest/sources/all.js'
import { incomeStopsOf, latestStops } from '../../src/screen/income-stop.js'
import { person } from './county.js'

const over = { reason: '收入超标' } as const
const stopsOf = (...rows: readonly Partial<RecordOf<'departures'>>[]) => incomeStopsOf(person({ departures: rows }))

describe('incomeStopsOf', () => {
  it('are those for income that may end 低保, the latest first and without a month last', () => {
    const stops = stopsOf(
      { ...over, stopMonth: null },
      { ...over, stopMonth: '2026-01' },
      { reason: '主动退出', stopMonth: '2026-07' },
      { ...over, stopMonth: '2026-06', programmeName: '特困供养' },
      { ...over, stopMonth: '2026-05' },
    )
    expect(stops.map(({ month }) => month)).toEqual(['2026-05', '2026-01', null])
  })

  it('come in one order, in whatever order the rows of a month come', () => {
    const rows = ['2025-11', '2025-03', '2025-07'].map(
      (graceStart) => ({ ...over, stopMonth: '2026-05', graceStart }) as const,
    )
    const starts = (of: typeof rows) => stopsOf(...of).map(({ record }) => record.graceStart)
    expect(starts(rows)).toEqual(['2025-03', '2025-07', '2025-11'])
    expect(starts([...rows].reverse())).toEqual(starts(rows))
  })
})

describe('latestStops', () => {
  it('are those of the last month, or all where none has a month', () => {
    const stops = stopsOf(
      { ...over, stopMonth: '2026-01' },
      { ...over, stopMonth: '2026-05' },
      { ...over, stopMonth: null },
    )
    expect(latestStops(stops).map(({ month }) => month)).toEqual(['2026-05'])
    expect(latestStops(stopsOf({ ...over, stopMonth: null }))).toHaveLength(1)
  })
})
