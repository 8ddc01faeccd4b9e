import { describe, expect, it } from 'vitest'
import { graceOf } from '../../src/screen/grace.js'

describe('graceOf', () => {
  it('runs from the recorded start for the given months', () => {
    const facts = { graceStart: '2026-01', firstSupported: '2020-05' }
    expect(graceOf(facts, 12, false)).toEqual({
      start: '2026-01',
      last: '2026-12',
      end: '2027-01',
      startRecorded: true,
    })
  })

  it('is reckoned from the first month of support when no start is recorded', () => {
    const grace = graceOf({ graceStart: null, firstSupported: '2026-03' }, 6, false)
    expect(grace).toEqual({ start: '2026-03', last: '2026-08', end: '2026-09', startRecorded: false })
  })

  it('counts from the first month of support where the county says so', () => {
    const grace = graceOf({ graceStart: '2026-01', firstSupported: '2025-02' }, 12, true)
    expect(grace).toMatchObject({ start: '2025-02', end: '2026-02', startRecorded: false })
  })

  it('is unknown when nothing says when it began', () => {
    expect(graceOf({ graceStart: null, firstSupported: null }, 12, false)).toBeNull()
    expect(graceOf({ graceStart: '2026-01', firstSupported: null }, 12, true)).toBeNull()
  })
})
