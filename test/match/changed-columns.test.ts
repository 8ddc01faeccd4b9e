import { describe, expect, it } from 'vitest'
import type { Issue } from '../../src/domain/issue.js'
import type { Delivery } from '../../src/ingest/delivery.js'
import type { PersonRecord } from '../../src/ingest/source.js'
import { dropChangedColumns } from '../../src/match/changed-columns.js'
import { id, past, record } from './people.js'

const source = 'disability-certificates'
const people = 20
const numbers = Array.from({ length: people }, (_, at) => id(`19${50 + at}0101`))

const columns = { name: '姓名', level: '残疾等级', cancelledOn: '注销时间', phone: '联系电话', amountFen: '金额' }
const delivery = {
  source,
  department: '残联',
  file: `${source}.xlsx`,
  sheet: 'Sheet1',
  records: people,
  columns: { ...columns, supportState: '状态' },
} as unknown as Delivery

type Values = Readonly<Record<string, unknown>>
type Of = (at: number) => Values

const rowsOf = (of: Of): PersonRecord[] =>
  numbers.map((number, at) => ({ ...record({ id: number, source, row: at + 2 }), ...of(at) }) as PersonRecord)
const lastMonth = (of: Of) => numbers.map((number, at) => ({ ...past({ id: number, source }, number), ...of(at) }))

const received = (records: readonly PersonRecord[], sent = delivery) => ({
  records,
  deliveries: [sent],
  issues: noIssues,
})

function dropped(before: Of, now: Of) {
  const records = rowsOf(now)
  const { issues, deliveries } = dropChangedColumns(received(records), lastMonth(before))
  return {
    issues: issues.map(({ code, facts, origin }) => [code, origin.column, facts]),
    columns: Object.keys(deliveries[0]?.columns ?? {}),
    records: records as unknown as readonly Values[],
  }
}

const noIssues: readonly Issue[] = []

const untouched: Of = (at) => ({ level: (at % 4) + 1, cancelledOn: null, phone: `139${10_000_000 + at}` })

describe('a column that cannot be what last month’s people have', () => {
  it('is not used where it was filled down', () => {
    const { issues, columns, records } = dropped(untouched, (at) => ({ ...untouched(at), level: 3 }))
    expect(issues).toEqual([['column-disordered', '残疾等级', { people: 20, count: 15, first: 2 }]])
    expect(columns).not.toContain('level')
    expect(columns).toContain('phone')
    expect(records.map(({ level }) => level)).toEqual(numbers.map(() => null))
    expect(records[4]).toMatchObject({ phone: '13910000004' })
  })

  it('nor where it was shifted, though each cell is another person’s own', () => {
    const { issues } = dropped(untouched, (at) => ({ ...untouched(at), phone: untouched(at + 1).phone }))
    expect(issues).toEqual([['column-disordered', '联系电话', { people: 20, count: 20, first: 2 }]])
  })

  it('nor where a rare date was filled down to everybody', () => {
    const before: Of = (at) => ({ cancelledOn: at === 0 ? '2026-05-01' : null })
    expect(dropped(before, () => ({ cancelledOn: '2026-05-01' })).issues).toEqual([
      ['column-disordered', '注销时间', { people: 20, count: 19, first: 3 }],
    ])
  })

  it('nor where rare words went to other people', () => {
    const state = (of: (at: number) => boolean): Of => {
      return (at) => ({ level: of(at) ? 2 : 1 })
    }
    const of60 = Array.from({ length: 60 }, (_, at) => id(`19${30 + at}0202`))
    const rows = (whose: Of) =>
      of60.map((number, at) => ({ ...record({ id: number, source, row: at + 2 }), ...whose(at) }))
    const before = of60.map((number, at) => ({ ...past({ id: number, source }, number), ...state((n) => n < 10)(at) }))
    const codes = (whose: Of) => dropChangedColumns(received(rows(whose)), before).issues.map(({ code }) => code)
    expect(codes(state((at) => at >= 50))).toEqual(['column-disordered'])
    expect(codes(state((at) => at < 20))).toEqual([])
  })

  it('is told of and leaves its delivery where it was emptied', () => {
    const { issues, columns } = dropped(untouched, (at) => ({ ...untouched(at), level: null }))
    expect(issues).toEqual([['column-emptied', '残疾等级', { count: 20 }]])
    expect(columns).not.toContain('level')
  })

  it('of amounts is one in another unit', () => {
    const paid = (times: number): Of => {
      return (at) => ({ amountFen: (8000 + at) * times })
    }
    expect(dropped(paid(1), paid(100)).issues).toEqual([
      ['column-disordered', '金额', { people: 20, count: 20, first: 2 }],
    ])
    expect(dropped(paid(1), paid(1.5)).issues).toEqual([])
  })

  it('of two rates is one that all are paid by', () => {
    const paid = (one: number, other: number): Of => {
      return (at) => ({ amountFen: at % 2 ? one : other })
    }
    const codes = (now: Of) => dropped(paid(6000, 8000), now).issues.map(([code]) => code)
    expect(codes(paid(8000, 8000))).toEqual(['column-disordered'])
    expect(codes(paid(8000, 10_000))).toEqual([])
  })

  it('is only told of where reading has settled already whom it enrols', () => {
    const { issues, columns, records } = dropped(
      (at) => ({ supportState: at % 2 ? '在享' : '停发' }),
      () => ({ supportState: '在享' }),
    )
    expect(issues).toEqual([['column-in-doubt', '状态', { people: 20, count: 10, first: 2 }]])
    expect(columns).toContain('supportState')
    expect(records[0]).toMatchObject({ supportState: '在享' })
  })

  it('of a list that goes on over months says what it said before', () => {
    const records = rowsOf(() => ({ level: 3 }))
    const rolling = { ...delivery, rolling: true }
    const { issues, deliveries } = dropChangedColumns(received(records, rolling), lastMonth(untouched))
    expect(issues.map(({ code }) => code)).toContain('column-disordered')
    expect(records.map((row) => (row as unknown as Values).level)).toEqual(numbers.map((_, at) => (at % 4) + 1))
    expect(deliveries).toEqual([rolling])
  })

  it('is none where names left their numbers, which is told of the sheet', () => {
    const named = (shift: number): Of => {
      return (at) => ({ ...untouched(at + shift), name: `王${String.fromCodePoint(0x4e00 + at + shift)}` })
    }
    expect(dropped(named(0), named(1)).issues).toEqual([])
  })

  it('by which people are known is told of where it is blank', () => {
    const nobody = rowsOf(untouched).map((row) => ({ ...row, idNumber: null }))
    const sent = { ...delivery, columns: { ...columns, idNumber: '身份证号' } }
    const { issues } = dropChangedColumns(received(nobody, sent), lastMonth(untouched))
    expect(issues.map(({ code, facts }) => [code, facts])).toEqual([['identity-emptied', { count: 20 }]])
    // Another list of the same source, that never had it.
    expect(dropChangedColumns(received(nobody), lastMonth(untouched)).issues).toEqual([])
  })
})

describe('a column is used', () => {
  it('where nine people changed, and not where ten did', () => {
    const changed = (count: number) =>
      dropped(untouched, (at) => (at < count ? { ...untouched(at), level: 4 - (at % 4) } : untouched(at))).issues
    expect(changed(9)).toEqual([])
    expect(changed(10)).toHaveLength(1)
  })

  it('where all have a new number, or each word has a new one', () => {
    expect(dropped(untouched, (at) => ({ ...untouched(at), phone: `188${20_000_000 + at}` })).issues).toEqual([])
    const worded = (words: string[]): Of => {
      return (at) => ({ level: words[at % 3] })
    }
    expect(dropped(worded(['甲', '乙', '丙']), worded(['一', '二', '三'])).issues).toEqual([])
  })

  it('where nobody had anything in it last month', () => {
    expect(dropped(() => ({ level: null }), untouched).issues).toEqual([])
  })

  it('where the month before is not known', () => {
    const all = received(rowsOf(untouched))
    expect(dropChangedColumns(all, [])).toEqual(all)
  })
})
