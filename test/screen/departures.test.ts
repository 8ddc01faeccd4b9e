import { describe, expect, it } from 'vitest'
import { allowance, basicSupport, type Programme, programmes } from '../../src/domain/programme.js'
import type { RecordOf } from '../../src/ingest/sources/all.js'
import { contextOf } from '../../src/screen/context.js'
import {
  absenceOf,
  coversHousehold,
  departureFor,
  endsLesserSupportOnly,
  latestFirst,
  mayEndAllowance,
  recentDeparture,
  sentAway,
  speaksOf,
  supportStops,
} from '../../src/screen/departures.js'
import { type Changes, idFor, intact, month2026, person } from './county.js'

type Row = Partial<RecordOf<'departures'>>
const left = (...rows: readonly Row[]) => person({ departures: rows })
const context = (changes: Changes = {}) => contextOf(month2026([], changes))
const recordOf = (row: Row) => left(row).links[0]?.record as RecordOf<'departures'>
const months = (rows: readonly RecordOf<'departures'>[]) => rows.map(({ stopMonth }) => stopMonth)

describe('absenceOf', () => {
  it('is sure for two years after the row and a doubt from then on', () => {
    expect(absenceOf(left({ reason: '服刑', stopMonth: '2024-12' }), ['服刑'], context())).toEqual({
      state: 'surely',
      words: '停保汇总：服刑（2024-12）',
    })
    expect(absenceOf(left({ reason: '服刑', stopMonth: '2024-11' }), ['服刑'], context())?.state).toBe('perhaps')
  })

  it('is a doubt where no month is written', () => {
    expect(absenceOf(left({ reason: '服役' }), ['服役'], context())).toEqual({
      state: 'perhaps',
      words: '停保汇总：服役（停保月份未填）',
    })
  })

  it('is a doubt for one of the two where the list has one word for both, and sure for who asks for either', () => {
    const both = left({ reason: '服刑或服役', stopMonth: '2026-10' })
    expect(absenceOf(both, ['服刑'], context())?.state).toBe('perhaps')
    expect(absenceOf(both, sentAway, context())?.state).toBe('surely')
  })

  it('takes the sure row before an open one, wherever it stands, and else the first', () => {
    const rows: Row[] = [
      { reason: '服刑', stopMonth: '2019-01' },
      { reason: '服刑', stopMonth: '2018-01' },
    ]
    expect(absenceOf(left(...rows), ['服刑'], context())?.words).toContain('2019-01')
    expect(absenceOf(left(...rows, { reason: '服刑', stopMonth: '2026-01' }), ['服刑'], context())).toMatchObject({
      state: 'surely',
      words: '停保汇总：服刑（2026-01）',
    })
  })

  it('is nothing for other reasons', () => {
    expect(absenceOf(left({ reason: '服役', stopMonth: '2026-10' }, { reason: null }), ['服刑'], context())).toBeNull()
  })
})

describe('supportStops', () => {
  it('has the stops of 低保 and 特困 after which life may be hard, the latest first', () => {
    const rows: Row[] = [
      { reason: '收入超标', stopMonth: '2026-03' },
      { reason: null, stopMonth: '2026-09', programmeName: '特困供养' },
      { reason: '收入超标', stopMonth: null },
    ]
    expect(months(supportStops(left(...rows)))).toEqual(['2026-09', '2026-03'])
    expect(months(supportStops(left(...rows), '2026-03'))).toEqual(['2026-09', '2026-03'])
    expect(months(supportStops(left(...rows), '2026-04'))).toEqual(['2026-09'])
  })

  it.each([
    '死亡',
    '户籍迁移',
    '服刑',
    '服役',
    '服刑或服役',
    '转特困',
    '转低保',
    '转孤儿',
    '转边缘',
  ] as const)('leaves out %s', (reason) => expect(supportStops(left({ reason, stopMonth: '2026-09' }))).toEqual([]))
})

describe('latestFirst', () => {
  it('puts rows without a month last and changes nothing in place', () => {
    const rows = [
      recordOf({ stopMonth: '2026-01', remark: 'a' }),
      recordOf({ stopMonth: null, remark: 'b' }),
      recordOf({ stopMonth: '2026-05', remark: 'c' }),
    ]
    expect(latestFirst(rows).map(({ remark }) => remark)).toEqual(['c', 'a', 'b'])
    expect(rows.map(({ remark }) => remark)).toEqual(['a', 'b', 'c'])
  })

  it('orders the rows of one month by what they say, in whatever order they come', () => {
    const rows = [
      recordOf({ stopMonth: '2026-05', reason: '收入超标', programmeName: '农村低保' }),
      recordOf({ stopMonth: '2026-05', reason: '收入超标', programmeName: '城市低保' }),
      recordOf({ stopMonth: '2026-05', reason: '主动退出' }),
    ]
    expect(latestFirst(rows)).toEqual(latestFirst([...rows].reverse()))
    expect(latestFirst(rows)[0]?.reason).toBe('主动退出')
  })
})

describe('coversHousehold', () => {
  it.each<[Row, boolean]>([
    [{ wholeHousehold: '整户', reason: '死亡' }, true],
    [{ wholeHousehold: '全家' }, true],
    [{ wholeHousehold: '全户' }, true],
    [{ wholeHousehold: '个人', reason: '收入超标' }, false],
    [{ reason: '收入超标' }, true],
    [{ reason: null }, true],
    [{ reason: '死亡' }, false],
    [{ reason: '服刑' }, false],
    [{ reason: '服刑或服役' }, false],
  ])('%o: %s', (row, whole) => expect(coversHousehold(recordOf(row))).toBe(whole))
})

describe('what a row stops', () => {
  it.each<[Row, boolean, boolean]>([
    [{}, false, true],
    [{ programmeName: '农村低保' }, false, true],
    [{ programmeName: '农村最低生活保障' }, false, true],
    [{ programmeName: '特困供养' }, false, false],
    [{ programmeName: '分散供养' }, false, false],
    [{ programmeName: '农村五保' }, false, false],
    [{ programmeName: '低保边缘家庭', reason: '收入超标' }, true, false],
    [{ programmeName: '低保边缘家庭', reason: '死亡' }, false, false],
    [{ programmeName: '刚性支出困难家庭' }, true, false],
    [{ programmeName: '孤儿' }, false, false],
    [{ programmeName: '事实无人抚养儿童' }, false, false],
    [{ programmeName: '护理补贴' }, true, false],
    [{ programmeName: '高龄津贴', reason: '户籍迁移' }, false, false],
    [{ programmeName: '高龄津贴', reason: '死亡' }, false, false],
    [{ programmeName: '高龄津贴', reason: '服刑' }, false, false],
    [{ programmeName: '高龄津贴', reason: '收入超标' }, true, false],
  ])('%o ends a subsidy only: %s; may end 低保: %s', (row, subsidyOnly, mayEnd) => {
    expect(endsLesserSupportOnly(recordOf(row))).toBe(subsidyOnly)
    expect(mayEndAllowance(recordOf(row))).toBe(mayEnd)
  })
})

describe('speaksOf', () => {
  const subsidies = ['living-subsidy', 'care-subsidy'] as const
  it.each<[string, readonly Programme[]]>([
    ['农村低保', allowance],
    ['城乡居民最低生活保障', allowance],
    ['特困人员', ['destitute']],
    ['五保', ['destitute']],
    ['分散供养', ['destitute']],
    ['低保边缘家庭', ['marginal']],
    ['刚性支出困难家庭', ['rigid-expenditure']],
    ['残疾人两项补贴', subsidies],
    ['残疾人补贴', subsidies],
    ['生活、护理补贴', subsidies],
    ['困难残疾人生活补贴', ['living-subsidy']],
    ['重度残疾人护理补贴', ['care-subsidy']],
    ['孤儿', ['orphan']],
    ['事实无人抚养儿童', ['orphan', 'unattended-child']],
    ['高龄津贴', ['old-age-allowance']],
    ['其他', []],
  ])('%s: %j', (programmeName, spoken) => {
    const row = recordOf({ programmeName })
    const all = Object.keys(programmes) as Programme[]
    expect(all.filter((programme) => speaksOf(row, programme))).toEqual(spoken)
  })

  it.each([null, ''])('is of 低保 and 特困 where nothing is named: %j', (programmeName) => {
    const row = recordOf({ programmeName })
    const all = Object.keys(programmes) as Programme[]
    expect(all.filter((programme) => speaksOf(row, programme))).toEqual(basicSupport)
  })
})

describe('departureFor', () => {
  it('is the first row of any of them that gives one of the reasons', () => {
    const people = [
      left({ reason: '收入超标' }),
      left({ reason: '死亡', stopMonth: '2026-01' }),
      left({ reason: '死亡' }),
    ]
    expect(departureFor(people, ['户籍迁移', '死亡'])?.stopMonth).toBe('2026-01')
    expect(departureFor(people, ['户籍迁移'])).toBeUndefined()
  })
})

describe('recentDeparture', () => {
  const number = idFor('1960-01-01', 801)
  const past = { 'rural-allowance-members': { householdNumber: 'D1', headIdNumber: intact(number) } }
  /** Last month's household of a head with these rows and a member. */
  const family = (rows: readonly Row[], own: readonly Row[] = []) => {
    const head = person({ departures: rows }, { idNumber: number, past })
    return [head, person({ departures: own }, { past })] as const
  }
  const told = (rows: readonly Row[], own: readonly Row[] = [], changes: Changes = {}) => {
    const [head, member] = family(rows, own)
    const people = [member, person({}, { past }), head]
    const found = recentDeparture(member, contextOf(month2026(people, changes)), (row) => row.reason !== '主动退出')
    return found && [found.record.stopMonth, found.own]
  }

  it('is the own row of the month before last or later, or without a month', () => {
    expect(told([], [{ stopMonth: '2026-08' }])).toBeNull()
    expect(told([], [{ stopMonth: '2026-08' }, { stopMonth: '2026-09' }])).toEqual(['2026-09', true])
    expect(told([], [{ stopMonth: null }])).toEqual([null, true])
    expect(told([], [{ stopMonth: '2026-09' }], { previousMonth: null })).toBeNull()
    expect(told([], [{ stopMonth: '2026-10' }], { previousMonth: null })).toEqual(['2026-10', true])
  })

  it('is the latest of several, in whatever order they stand', () => {
    const rows: Row[] = [
      { reason: '收入超标', stopMonth: '2026-10' },
      { reason: '死亡', stopMonth: '2026-11' },
    ]
    for (const order of [rows, [...rows].reverse()])
      expect(recentDeparture(left(...order), context())?.record.reason).toBe('死亡')
  })

  it("is else the head's that stops the household", () => {
    expect(told([{ stopMonth: '2026-10' }])).toEqual(['2026-10', false])
    expect(told([{ stopMonth: '2026-08' }])).toBeNull()
    expect(told([{ stopMonth: '2026-10', wholeHousehold: '个人' }])).toBeNull()
    expect(told([{ stopMonth: '2026-10' }], [{ stopMonth: '2026-11' }])).toEqual(['2026-11', true])
  })

  it('asks of both whether the row can tell', () => {
    expect(told([{ stopMonth: '2026-10', reason: '主动退出' }])).toBeNull()
    expect(told([], [{ stopMonth: '2026-10', reason: '主动退出' }])).toBeNull()
  })

  it('takes nobody without a number for the head of a household that names none', () => {
    const headless = { past: { 'rural-allowance-members': { householdNumber: 'D2', relation: '配偶' as const } } }
    const other = person({ departures: { stopMonth: '2026-11' } }, { ...headless, idNumber: null })
    const member = person({}, headless)
    expect(recentDeparture(member, contextOf(month2026([other, member])))).toBeNull()
  })

  it('is nothing for a head without an own row, nor for who stood in no household', () => {
    const [head] = family([{ stopMonth: '2026-01' }])
    expect(recentDeparture(head, contextOf(month2026([head])))).toBeNull()
    expect(recentDeparture(person({}), context())).toBeNull()
  })
})

describe('speaksOf', () => {
  it.each<[string | null, readonly string[]]>([
    [null, ['rural-allowance', 'urban-allowance', 'destitute']],
    ['A类', ['rural-allowance', 'urban-allowance', 'destitute']],
    ['农村低保', ['rural-allowance', 'urban-allowance']],
    ['最低生活保障', ['rural-allowance', 'urban-allowance']],
    ['特困人员', ['destitute']],
    ['低保边缘', ['marginal']],
    ['刚性支出困难家庭', ['rigid-expenditure']],
    ['护理补贴', ['care-subsidy']],
    ['其他', []],
    ['高龄津贴', []],
  ])('%s is of %j', (programmeName, expected) => {
    const record = recordOf({ programmeName })
    const asked = [
      'rural-allowance',
      'urban-allowance',
      'destitute',
      'marginal',
      'rigid-expenditure',
      'living-subsidy',
      'care-subsidy',
      'orphan',
    ] as const
    expect(asked.filter((programme) => speaksOf(record, programme))).toEqual(expected)
  })
})
