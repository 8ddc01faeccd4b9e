import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/match/person.js'
import type { ScreeningInput } from '../../../src/screen/context.js'
import { ledgersOf } from '../../../src/screen/ledgers.js'
import { allDeliveries, delivery, household, month2026, person, standards } from '../county.js'

const line = 700 * 12 * 100

function inGrace(graceStart: string, more: object = {}): readonly Person[] {
  const row = { householdNumber: graceStart, graceStart, incomePerCapitaFen: line + 1, householdSize: 2, ...more }
  return household('rural-allowance', [person({ 'rural-allowance-households': row }, { name: '李四' })], graceStart)
}

function ledger(people: readonly Person[], changes: Parameters<typeof month2026>[1] = {}) {
  return ledgersOf(month2026(people, changes)).grace
}

describe('graceLedger', () => {
  // The month judged is 2026-11, the period twelve months.
  it.each([
    ['2026-12', '未开始', 13, 0, ''],
    ['2026-11', '渐退中', 12, 1, ''],
    ['2026-01', '渐退中', 2, 11, ''],
    ['2025-12', '即将到期', 1, 12, '名册收入仍高于低保标准，复核属实的按程序退出'],
    ['2025-11', '期满仍在保', 0, 12, '名册收入仍高于低保标准，复核属实的按程序退出'],
  ])('a period from %s is %s', (start, state, monthsLeft, monthsPaid, action) => {
    const { entries, open } = ledger(inGrace(start))
    expect(open).toBeNull()
    expect(entries).toMatchObject([{ state, monthsLeft, monthsPaid, action, size: 2, headName: '李四' }])
  })

  it('takes the month before a recorded start for the one in which the income was found', () => {
    expect(ledger(inGrace('2026-01')).entries[0]?.found).toBe('2025-12')
  })

  it('says what is to be done at the end by the income in the roster', () => {
    const at = (incomePerCapitaFen: number | null) =>
      ledger(inGrace('2025-11', { incomePerCapitaFen })).entries[0]?.action
    expect(at(line)).toBe('名册收入已不高于低保标准，复核属实的恢复正常保障并结束渐退')
    expect(at(null)).toContain('入户复核收入后定')
  })

  it('counts from the first month of support where the county says so', () => {
    const rules = { on: [], off: [], settings: { 'grace.counts-from-first-support': true } }
    const settings: ScreeningInput['settings'] = { ...month2026([]).settings, rules }
    const [entry] = ledger(inGrace('2026-06', { startMonth: '2026-01' }), { settings }).entries
    expect(entry).toMatchObject({ grace: { start: '2026-01', startRecorded: false }, monthsLeft: 2 })
  })

  it('has those stopped for income inside their period, once a household, until it would have ended', () => {
    const stop = (fields: object) =>
      person({ departures: { reason: '收入超标', stopMonth: '2026-10', householdNumber: 'D1', ...fields } })
    const both = [stop({ graceStart: '2026-03' }), stop({ graceStart: '2026-03' })]
    const { entries } = ledger(both)
    expect(ledger([...both].reverse()).entries).toEqual(entries)
    expect(entries).toMatchObject([{ state: '期内停保', monthsPaid: 7, grace: { last: '2027-02' } }])
    expect(ledger([stop({ graceStart: '2025-10' })]).entries).toEqual([])
    expect(ledger([stop({ graceStart: '2026-03', reason: '主动退出' })]).entries).toEqual([])
    expect(ledger([stop({ graceStart: '2026-03', programmeName: '特困' })]).entries).toEqual([])
  })

  it('puts what is due first', () => {
    const people = ['2026-12', '2026-05', '2025-12', '2025-09', '2026-02'].flatMap((start) => inGrace(start))
    expect(ledger(people).entries.map(({ grace }) => grace.start)).toEqual([
      '2025-09',
      '2025-12',
      '2026-02',
      '2026-05',
      '2026-12',
    ])
    expect(ledger([...people].reverse()).entries).toEqual(ledger(people).entries)
  })

  it('says why it is not kept', () => {
    const people = inGrace('2026-01')
    const double = standards.flatMap((row) => (row.key === 'grace.months' ? [row, { ...row, value: 6 }] : [row]))
    expect(ledger(people, { standards: double })).toEqual({
      entries: [],
      open: 'standards.csv 有两行 2020-01 起的 grace.months（渐退期月数），数值不同，请只留一行',
    })
    const without = standards.filter(({ key }) => key !== 'grace.months')
    expect(ledger(people, { standards: without })).toEqual({
      entries: [],
      open: expect.stringContaining('grace.months'),
    })
    const missing = ['rural-allowance', 'urban-allowance'] as const
    expect(ledger([], { deliveries: allDeliveries(missing) }).open).toContain('没有收到农村低保、城市低保名册')
    const deliveries = [delivery('rural-allowance-members', { columns: { name: '姓名' } })]
    expect(ledger([], { deliveries }).open).toContain('没有“渐退起始月”一栏')
  })
})
