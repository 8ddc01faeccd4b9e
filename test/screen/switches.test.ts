import { describe, expect, it } from 'vitest'
import { isSwitchedOn, switchFaults } from '../../src/screen/switches.js'

const usual = { id: 'C01', kind: '错保', on: true } as const
const extra = { id: 'P05', kind: '补贴', on: false } as const

describe('isSwitchedOn', () => {
  it('keeps the default of a rule that nothing names', () => {
    expect([usual, extra].map((rule) => isSwitchedOn(rule, { on: [], off: [] }))).toEqual([true, false])
  })

  it.each(['P05', 'P', '补贴'])('switches on by %s', (word) => {
    expect(isSwitchedOn(extra, { on: [word], off: [] })).toBe(true)
  })

  it.each(['C01', 'C', '错保'])('switches off by %s', (word) => {
    expect(isSwitchedOn(usual, { on: [], off: [word] })).toBe(false)
  })

  it('lets the id outweigh the group, and off outweigh on', () => {
    expect(isSwitchedOn(extra, { on: ['P05'], off: ['P'] })).toBe(true)
    expect(isSwitchedOn(extra, { on: ['P'], off: ['P05'] })).toBe(false)
    expect(isSwitchedOn(extra, { on: ['P'], off: ['补贴'] })).toBe(false)
    expect(isSwitchedOn(extra, { on: ['P05'], off: ['P05'] })).toBe(false)
  })
})

describe('switchFaults', () => {
  const rules = [usual, extra]
  const faults = (changes: { on?: string[]; off?: string[]; settings?: Record<string, boolean | number> }) =>
    switchFaults({ on: [], off: [], settings: {}, ...changes }, rules)

  it('accepts ids, groups, kinds and settings of the right type', () => {
    expect(faults({ on: ['P05', 'C', '补贴'], settings: { 'lag.months': 2 } })).toEqual([])
  })

  it('gives the nearest rule', () => {
    expect(faults({ on: ['C01', 'P50'] })).toMatchObject([{ path: ['rules', 'on', 1], word: 'P50', nearest: 'P05' }])
    expect(faults({ off: ['c01'] })).toMatchObject([{ nearest: 'C01' }])
  })

  it('gives the nearest setting', () => {
    expect(faults({ settings: { 'lag.month': 2 } })).toMatchObject([
      { fault: 'unknown-setting', nearest: 'lag.months' },
    ])
  })

  it('refuses a number for a switch and a switch for a number', () => {
    expect(faults({ settings: { 'lag.months': true } })).toMatchObject([{ fault: 'not-a-number', nearest: '1' }])
    expect(faults({ settings: { 'destitute.excludes-subsidies': 1 } })).toMatchObject([{ fault: 'not-a-switch' }])
  })
})
