import { describe, expect, it } from 'vitest'
import type { RecordOf } from '../../src/ingest/sources/all.js'
import { aidsOf, aidsWithinYear, familyAids, repeatedPair } from '../../src/screen/aid-payments.js'
import { household, month, person } from './county.js'

type Row = Partial<RecordOf<'temporary-aid'>>
const aided = (...rows: readonly Row[]) => person({ 'temporary-aid': rows })
const days = (rows: readonly RecordOf<'temporary-aid'>[]) => rows.map(({ approvedOn }) => approvedOn)

describe('aidsWithinYear', () => {
  it('has the twelve months up to this one, the earliest first', () => {
    const rows = ['2026-12-01', '2026-11-30', '2025-12-01', '2025-11-30', null].map((approvedOn) => ({ approvedOn }))
    expect(days(aidsWithinYear(aided(...rows), month))).toEqual(['2025-12-01', '2026-11-30'])
  })
})

describe('aidsOf', () => {
  it('leaves out what was refused or is still looked at', () => {
    const rows = [
      { approvedOn: '2026-11-01', supportState: '未批' as const },
      { approvedOn: '2026-11-02', supportState: '在享' as const },
      { approvedOn: '2026-11-03' },
    ]
    expect(days(aidsOf(aided(...rows)))).toEqual(['2026-11-02', '2026-11-03'])
    expect(days(aidsWithinYear(aided(...rows), month))).toEqual(['2026-11-02', '2026-11-03'])
  })
})

describe('repeatedPair', () => {
  const pair = (...rows: readonly Row[]) => {
    const found = repeatedPair(aidsWithinYear(aided(...rows), month))
    return found && days(found)
  }

  it('is of one cause and no more than thirty days apart', () => {
    const first = { approvedOn: '2026-03-01', cause: '因病' }
    expect(pair(first, { ...first, approvedOn: '2026-03-30' })).toEqual(['2026-03-01', '2026-03-30'])
    expect(pair(first, { ...first, approvedOn: '2026-03-31' })).toEqual(['2026-03-01', '2026-03-31'])
    expect(pair({ ...first, approvedOn: '2026-03-02' }, { ...first, approvedOn: '2026-04-02' })).toBeNull()
    expect(pair(first, { ...first, approvedOn: '2026-03-02', cause: '火灾' })).toBeNull()
    expect(pair(first)).toBeNull()
  })

  it('is of nothing where no cause is written', () => {
    const first = { approvedOn: '2026-03-01', cause: null }
    expect(pair(first, first)).toBeNull()
  })

  it('is found among others, and is the first there is', () => {
    const on = (approvedOn: string, cause: string) => ({ approvedOn, cause })
    const rows = [
      on('2026-01-01', '火灾'),
      on('2026-02-20', '因病'),
      on('2026-03-01', '因学'),
      on('2026-03-05', '因病'),
    ]
    expect(pair(...rows, on('2026-03-10', '因学'))).toEqual(['2026-02-20', '2026-03-05'])
  })
})

describe('familyAids', () => {
  it('has those of everybody whom a roster lists with the person, the own first', () => {
    const [head, wife] = [
      person({ 'registered-poor': {}, 'temporary-aid': { approvedOn: '2026-02-01' } }),
      person({ 'registered-poor': {}, 'temporary-aid': [{ approvedOn: '2026-08-01' }, { approvedOn: '2020-01-01' }] }),
    ]
    household('registered-poor', [head, wife], 'H')
    expect(familyAids(wife, month).map(({ member, aid }) => [member, aid.approvedOn])).toEqual([
      [wife, '2026-08-01'],
      [head, '2026-02-01'],
    ])
  })
})
