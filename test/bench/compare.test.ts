import { describe, expect, it } from 'vitest'
import { compare, type FoundRow } from '../../bench/county/compare.js'
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

describe('comparing findings with the truth', () => {
  it('counts what was found and what was missed', () => {
    const wanted = truth({ mustFind: [planted('C01', [anna]), planted('C01', [berta])] })
    expect(compare(wanted, [row('C01', anna)])).toMatchObject([{ rule: 'C01', planted: 2, found: 1, beyond: [] }])
  })

  it('takes a household finding for any of its members', () => {
    const wanted = truth({ mustFind: [planted('L01', [anna, berta])] })
    expect(compare(wanted, [row('L01', carla, { member_ids: `${carla}|${berta}` })])[0]?.found).toBe(1)
  })

  it('reports what an exception or a damaged id forbids', () => {
    const forbidden = truth({ mustNot: [planted('P01', [anna])], withheld: [planted('L01', [berta])] })
    const scores = compare(forbidden, [row('P01', anna), row('L01', berta)])
    expect(scores.map(({ wrong }) => wrong.length)).toEqual([1, 1])
  })

  it('puts everything else beyond the truth, but not what may be found', () => {
    const scores = compare(truth({ mayFind: [planted('D08', [anna])] }), [
      row('D08', anna),
      row('D08', berta, { name: '乙' }),
    ])
    expect(scores.map(({ beyond }) => beyond.length)).toEqual([1])
  })

  it('knows a row with a damaged id by name and township, for data rules only where another id stands', () => {
    const wanted = truth({ mustFind: [planted('D02', [anna]), planted('C01', [anna])] })
    expect(compare(wanted, [row('D02', ''), row('C01', berta)]).map(({ found }) => found)).toEqual([0, 1])
    expect(compare(wanted, [row('D02', '', { township: '石埠镇' })]).find(({ rule }) => rule === 'D02')?.found).toBe(0)
  })
})
