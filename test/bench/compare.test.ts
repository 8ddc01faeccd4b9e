import { describe, expect, it } from 'vitest'
import { compare, compareStops, type FoundRow } from '../../bench/county/compare.js'
import type { MonthTruth, Planted } from '../../fixtures/truth.js'

const [anna, berta, carla] = ['340199197001010011', '34019919800202002X', '340199199003030033'] as const

function planted(rule: string, idNumbers: readonly string[], more: Partial<Planted> = {}): Planted {
  return {
    rule,
    idNumbers,
    names: ['甲'],
    township: '青禾镇',
    householdNumber: null,
    because: '',
    positions: [],
    ...more,
  }
}

function row(rule: string, id: string, more: Partial<FoundRow> = {}): FoundRow {
  return {
    rule,
    kind: '错保',
    id_number: id,
    name: '甲',
    township: '青禾镇',
    household_no: '',
    member_ids: '',
    explanation: '',
    ...more,
  }
}

function truth(lists: Partial<MonthTruth>): MonthTruth {
  const none = { mustFind: [], mustNot: [], mayFind: [], withheld: [], samePerson: [], stops: [] }
  return { month: '2026-11', ...none, ...lists }
}

const all = new Set(['C01', 'D02', 'D08', 'L01', 'P01', 'T01', 'T06'])

describe('comparing findings with the truth', () => {
  it('counts what was found and what was missed', () => {
    const wanted = truth({ mustFind: [planted('C01', [anna]), planted('C01', [berta])] })
    expect(compare(wanted, [row('C01', anna)], all)).toMatchObject([{ rule: 'C01', planted: 2, found: 1, beyond: [] }])
  })

  it('takes a household finding for any of its members', () => {
    const wanted = truth({ mustFind: [planted('L01', [anna, berta])] })
    expect(compare(wanted, [row('L01', carla, { member_ids: `${carla}|${berta}` })], all)[0]?.found).toBe(1)
  })

  it('reports what an exception or a damaged id forbids', () => {
    const forbidden = truth({ mustNot: [planted('P01', [anna])], withheld: [planted('L01', [berta])] })
    const scores = compare(forbidden, [row('P01', anna), row('L01', berta)], all)
    expect(scores.map(({ wrong }) => wrong.length)).toEqual([1, 1])
  })

  it('puts everything else beyond the truth, but not what may be found', () => {
    const rows = [row('D08', anna), row('D08', berta, { name: '乙' })]
    const scores = compare(truth({ mayFind: [planted('D08', [anna])] }), rows, all)
    expect(scores.map(({ beyond }) => beyond.length)).toEqual([1])
  })

  it('knows a row with a damaged id by name and township, for data rules only where another id stands', () => {
    const wanted = truth({ mustFind: [planted('D02', [anna]), planted('C01', [anna])] })
    expect(compare(wanted, [row('D02', ''), row('C01', berta)], all).map(({ found }) => found)).toEqual([0, 1])
    expect(
      compare(wanted, [row('D02', '', { township: '石埠镇' })], all).find(({ rule }) => rule === 'D02')?.found,
    ).toBe(0)
  })

  it('asks a rule for what it must find only while it runs and no other rule has taken the finding over', () => {
    const wanted = truth({ mustFind: [planted('T01', [anna], { unless: 'T06' }), planted('T05', [berta])] })
    expect(compare(wanted, [], all)).toEqual([])
    expect(compare(wanted, [], new Set(['T01']))).toMatchObject([{ rule: 'T01', planted: 1, found: 0 }])
  })
})

describe('the stops of a month held against its truth', () => {
  const stop = { programme: 'rural-allowance', township: '柳塘乡' } as const
  const own = { programme: 'orphan', township: null } as const

  it('names those that did not come and those of the county itself', () => {
    expect(compareStops(truth({ stops: [stop] }), [stop])).toEqual({ missed: [], beyond: [] })
    expect(compareStops(truth({ stops: [stop] }), [own])).toEqual({
      missed: ['rural-allowance 柳塘乡'],
      beyond: ['orphan (whole roster)'],
    })
  })
})
