import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/ingest/delivery.js'
import type { RosterGap } from '../../src/screen/change.js'
import { gapFor, rosterGaps } from '../../src/screen/roster-gaps.js'
import { delivery } from './county.js'

const settings = { maxFallPercent: 20, notHeld: [] }
const destitute = (changes: Partial<Delivery>) =>
  delivery('destitute-persons', { byTownship: { 水湖镇: 50 }, ...changes })
const gaps = (now: readonly Delivery[], before: readonly Delivery[]) => rosterGaps(now, before, [], settings)
const reasons = (now: readonly Delivery[], before: readonly Delivery[]) => gaps(now, before).map(({ reason }) => reason)

describe('a roster that comes late', () => {
  const before = [destitute({ dataMonth: '2026-10', sha256: 'old' })]

  it('is the same file, or data of last month or an earlier one', () => {
    expect(reasons([destitute({ dataMonth: null, sha256: 'old' })], before)).toEqual([
      '特困供养报来的与上月是同一个文件',
    ])
    expect(reasons([destitute({ dataMonth: '2026-10', sha256: 'new' })], before)).toEqual([
      '特困供养报来的仍是 2026-10 的数据',
    ])
    expect(reasons([destitute({ dataMonth: '2026-09', sha256: 'new' })], before)).toEqual([
      '特困供养报来的仍是 2026-09 的数据',
    ])
    expect(reasons([destitute({ dataMonth: '2026-11', sha256: 'new' })], before)).toEqual([])
  })

  it('is not known where a month is missing, this time or last', () => {
    expect(reasons([destitute({ dataMonth: null, sha256: 'new' })], before)).toEqual([])
    expect(reasons([destitute({ dataMonth: '2026-10', sha256: 'new' })], [destitute({ dataMonth: null })])).toEqual([])
    expect(reasons([destitute({ sha256: '' })], [destitute({ dataMonth: null, sha256: '' })])).toEqual([])
  })

  it('is held against the newest of last month’s files of the same export', () => {
    const two = [destitute({ dataMonth: '2026-10' }), destitute({ dataMonth: '2026-08', file: 'b.xlsx' })]
    expect(reasons([destitute({ dataMonth: '2026-09' })], two)).toHaveLength(1)
    expect(reasons([destitute({ dataMonth: '2026-09' })], [...two].reverse())).toHaveLength(1)
    const register = delivery('destitute-register', { dataMonth: '2026-11', sha256: 'x', byTownship: { 水湖镇: 50 } })
    expect(reasons([destitute({ dataMonth: '2026-11', sha256: 'x' })], [register])).toEqual([])
  })

  it('is current when one of its files is, however old the others; a file without rows counts for nothing', () => {
    const old = destitute({ dataMonth: '2026-10', sha256: 'old' })
    const fresh = destitute({ dataMonth: '2026-11', sha256: 'new', file: 'b.xlsx', byTownship: {} })
    expect(reasons([old, fresh], before)).toEqual([])
    expect(reasons([old, { ...fresh, records: 0 }], before)).toHaveLength(1)
    expect(reasons([{ ...old, records: 0 }], before)).toEqual([])
  })

  it('leaves open who joined it and who left it', () => {
    expect(gaps([destitute({ dataMonth: '2026-10' })], before)).toMatchObject([
      { programme: 'destitute', township: null, turns: ['joined', 'left'] },
    ])
  })
})

describe('a roster that was short last month', () => {
  it('leaves open who joined: the county without a roster, the township with half of one', () => {
    const now = [destitute({ byTownship: { 水湖镇: 50, 庄墓镇: 50 } })]
    const grown = gaps(now, [destitute({ dataMonth: null, byTownship: { 水湖镇: 20, 庄墓镇: 50 } })])
    expect(grown).toEqual([
      {
        programme: 'destitute',
        township: '水湖镇',
        turns: ['joined'],
        reason: '特困供养（水湖镇）记录数由上月 20 增为 50，疑似上月导出不全',
      },
    ])
    const [whole] = gaps(now, [])
    expect(whole).toMatchObject({ township: null, turns: ['joined'], reason: '特困供养上月没有名册，疑似上月导出不全' })
  })

  it('is no matter where nobody joins or leaves: a payment made once', () => {
    expect(gaps([delivery('price-subsidies', { byTownship: { 水湖镇: 50 } })], [])).toEqual([])
  })
})

describe('gapFor', () => {
  const gap: RosterGap = { programme: 'destitute', township: '水湖镇', turns: ['left'], reason: '' }

  it('covers the turn, the programme and the township that the gap speaks of', () => {
    expect(gapFor([gap], 'destitute', '水湖镇', 'left')).toBe(gap)
    expect(gapFor([gap], 'destitute', '水湖镇', 'joined')).toBeNull()
    expect(gapFor([gap], 'orphan', '水湖镇', 'left')).toBeNull()
    expect(gapFor([gap], 'destitute', '庄墓镇', 'left')).toBeNull()
    expect(gapFor([gap], 'destitute', null, 'left')).toBeNull()
  })

  it('covers every township when the whole roster is short', () => {
    const whole = { ...gap, township: null }
    expect(gapFor([whole], 'destitute', '庄墓镇', 'left')).toBe(whole)
    expect(gapFor([whole], 'destitute', null, 'left')).toBe(whole)
  })
})
