import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/screen/context.js'
import { lastingReasons, whyUnable } from '../../src/screen/unable-parent.js'
import { month2026, person, type Rosters } from './county.js'

const context = contextOf(month2026([]))
const why = (rosters: Rosters) => whyUnable(person(rosters), context)
const certified = (level: '1' | '2' | '3' | '4', category: '肢体' | '智力' | '精神' | null, more = {}) =>
  why({ 'disability-certificates': { level, category, ...more } })

describe('whyUnable', () => {
  it('is the death, by either list', () => {
    expect(why({ deaths: {} })).toBe('已死亡')
    expect(why({ departures: { reason: '死亡' } })).toBe('已死亡')
  })

  it('is no death of who was struck off the register for moving away', () => {
    expect(why({ deaths: { diedOn: '2026-10-20', struckOffFor: '迁出' } })).toBeNull()
  })

  it('is prison, and neither the army nor a word for both', () => {
    expect(why({ departures: { reason: '服刑', stopMonth: '2024-12' } })).toBe('服刑')
    expect(why({ departures: { reason: '服役' } })).toBeNull()
    expect(why({ departures: { reason: '服刑或服役' } })).toBeNull()
  })

  it('is a doubt where the row of a sentence is old or undated, and time alone changes no fact', () => {
    for (const stopMonth of ['2024-11', null]) {
      const old = why({ departures: { reason: '服刑', stopMonth } })
      expect(old).toBe('服刑（停保汇总早有记录，请核是否仍在服刑）')
      expect(lastingReasons(`${old}|已死亡`)).toBe('服刑|已死亡')
    }
    const rows = [
      { reason: '服刑' as const, stopMonth: '2015-01' },
      { reason: '服刑' as const, stopMonth: '2026-01' },
    ]
    expect(why({ departures: rows })).toBe('服刑')
  })

  it('is what a list of another office says, unless it is over or served at home', () => {
    expect(why({ prisoners: {}, departures: { reason: '服刑', stopMonth: '2015-01' } })).toBe('服刑')
    expect(why({ prisoners: { untilMonth: '2026-12' } })).toBe('服刑')
    expect(why({ prisoners: { untilMonth: '2026-11' } })).toBeNull()
    expect(why({ prisoners: { remark: '社区矫正' } })).toBeNull()
    expect(why({ 'drug-rehabilitation': {} })).toBe('强制隔离戒毒')
    expect(why({ 'missing-persons': {} })).toBe('宣告失踪')
    expect(why({ conscripts: {}, clergy: {} })).toBeNull()
  })

  it('is a grave disability by a certificate in force', () => {
    expect(certified('2', '肢体')).toBe('重残（肢体二级）')
    expect(certified('3', '肢体')).toBeNull()
    expect(certified('4', '智力')).toBe('重残（智力四级）')
    expect(certified('4', '精神')).toBe('重残（精神四级）')
    expect(certified('1', null)).toBe('重残（残疾一级）')
    expect(certified('1', '肢体', { status: '注销' })).toBeNull()
    expect(why({ 'disability-certificates': { level: '未定级', category: '智力' } })).toBeNull()
  })

  it('is being destitute', () => {
    expect(why({ 'destitute-persons': {} })).toBe('本人是特困人员')
    expect(why({ 'rural-allowance-members': {} })).toBeNull()
  })
})
